import { isRejection, reject } from '../../contract/errors';
import type { PolicyDoc } from '../domain/documents';
import { withinAbove } from '../domain/policy';
import { policiesAbove, policyFor } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { add, get, updateOne } from '../kit/store';
import { overseenUnit } from '../kit/units';

/** Versions kept in the document; older ones are in the backups. */
const KEPT = 50;

/**
 * Saves a new version on top of the one that was read. Open cases keep the clocks they began with. Errors: POLICY_CHANGED,
 * BAD_INPUT for what a unit above does not allow.
 */
export const setPolicy: HandlerOf<'admin.setPolicy'> = async (context, { orgId, version, own }) => {
  const unit = await overseenUnit(context, 'admin.setPolicy', orgId);
  if (isRejection(unit)) return unit;
  const refused = withinAbove(own, await policiesAbove(unit));
  if (refused) return refused;
  const { who, now } = context;
  const before = await get('policies', orgId);
  const current = before?.version ?? 0;
  // The same save again, after a lost answer.
  const isRepeat = current === version + 1 && JSON.stringify(before?.own) === JSON.stringify(own);
  if (current !== version && !isRepeat)
    return reject('POLICY_CHANGED', { version: `现在是第${current}版,请看过再改。` });
  if (!isRepeat) {
    const next: PolicyDoc = {
      _id: orgId,
      version: version + 1,
      own,
      history: [{ version: version + 1, at: now, by: who.name, own }, ...(before?.history ?? [])].slice(
        0,
        KEPT,
      ),
    };
    const { _id, ...change } = next;
    const saved = before
      ? await updateOne('policies', { _id, version }, change)
      : await add('policies', next);
    if (!saved) return reject('POLICY_CHANGED', { version: '刚才有人改过,请看过再改。' });
  }
  return { version: version + 1, values: (await policyFor(unit.unit, 'fresh')).values, own };
};
