import { isRejection, reject } from '../../contract/errors';
import type { PolicyDoc } from '../domain/documents';
import { sayPolicy, withinAbove } from '../domain/policy';
import { record } from '../kit/journal';
import { policiesAbove, policyFor } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { transact } from '../kit/store';
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
  const saved = await transact(async (tx) => {
    const { who, now } = context;
    const before = await tx.get('policies', orgId);
    const current = before?.version ?? 0;
    // The same save again, after a lost answer.
    if (current === version + 1 && JSON.stringify(before?.own) === JSON.stringify(own)) return own;
    if (current !== version)
      return reject('POLICY_CHANGED', { version: `现在是第${current}版，请看过再改。` });
    const entry = { version: version + 1, at: now, by: who.name, own };
    const next: Omit<PolicyDoc, '_id'> = {
      version: version + 1,
      own,
      history: [entry, ...(before?.history ?? [])].slice(0, KEPT),
    };
    if (before) await tx.update('policies', orgId, next);
    else await tx.add('policies', { _id: orgId, ...next });
    await record(tx, context, {
      unit: unit.unit,
      orgId,
      what: 'unit.policy',
      about: { kind: 'unit', id: orgId, name: unit.name },
      before: { policy: sayPolicy(before?.own ?? {}), version: `第${current}版` },
      after: { policy: sayPolicy(own), version: `第${version + 1}版` },
    });
    return own;
  });
  if (isRejection(saved)) return saved;
  return { version: version + 1, values: (await policyFor(unit.unit, 'fresh')).values, own };
};
