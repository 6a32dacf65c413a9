import type { Ranking } from '../../contract/actions/metrics';
import { isRejection, reject } from '../../contract/errors';
import { maskText } from '../domain/mask';
import type { HandlerOf } from '../kit/serve';
import { transact } from '../kit/store';
import { overseenUnit } from '../kit/units';

/** Turns kept in the document; older ones are in the backups. */
const KEPT = 50;

/** Turns the ranking of a community's agents on or off, and writes down who did and why. What is so already stays as it is. */
export const setRanking: HandlerOf<'metrics.setRanking'> = async (context, { orgId, on, why }) => {
  const unit = await overseenUnit(context, 'metrics.setRanking', orgId);
  if (isRejection(unit)) return unit;
  if (unit.tier !== 'community') return reject('NO_PERSONS_HERE', { orgId: '请选一个社区。' });
  const entry = { at: context.now, by: context.who.name, on, why: maskText(why) };
  return transact(async (tx) => {
    const before = await tx.get('policies', orgId);
    const ranking: Ranking = before?.ranking ?? { on: false, log: [] };
    if (ranking.on === on) return ranking;
    const next: Ranking = { on, log: [entry, ...ranking.log].slice(0, KEPT) };
    if (before) await tx.update('policies', orgId, { ranking: next });
    else await tx.add('policies', { _id: orgId, version: 0, own: {}, history: [], ranking: next });
    return next;
  });
};
