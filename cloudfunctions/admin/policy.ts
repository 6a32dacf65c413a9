import { isRejection } from '../../contract/errors';
import { policyFor } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { get } from '../kit/store';
import { overseenUnit } from '../kit/units';

/** The policy that holds for a unit, what the unit sets itself, and its versions. */
export const policy: HandlerOf<'admin.policy'> = async (context, { orgId }) => {
  const unit = await overseenUnit(context, 'admin.policy', orgId);
  if (isRejection(unit)) return unit;
  const [{ values }, doc] = await Promise.all([policyFor(unit.unit, 'fresh'), get('policies', orgId)]);
  return { version: doc?.version ?? 0, values, own: doc?.own ?? {}, history: doc?.history ?? [] };
};
