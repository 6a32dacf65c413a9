import { isRejection, reject } from '../../contract/errors';
import { limits } from '../../contract/limits';
import { chainLines } from '../kit/chain-lines';
import { fileOf } from '../kit/file';
import type { HandlerOf } from '../kit/serve';
import { find, is } from '../kit/store';
import { overseenUnit } from '../kit/units';

/**
 * The chain of a unit as a file, from the first head of a day on up to its newest head: what `npm run verify` reads. No words and no names
 * are in it. Errors: UNIT_NOT_FOUND, UNIT_NOT_YOURS, NOTHING_SEALED, EXPORT_TOO_LONG, REQUEST_REUSED.
 */
export const chain: HandlerOf<'units.chain'> = async (context, { orgId, from }) => {
  const unit = await overseenUnit(context, 'units.chain', orgId);
  if (isRejection(unit)) return unit;
  const [before, newest] = await Promise.all([
    // The head before that day: the file goes on where it ends.
    find('heads', { orgId, day: is.lt(from) }, { orderBy: [['day', 'desc']], limit: 1 }),
    find('heads', { orgId, n: is.gt(0) }, { orderBy: [['n', 'desc']], limit: 1 }),
  ]);
  const [first] = before;
  const [last] = newest;
  if (!last || last.n <= (first?.n ?? 0))
    return reject('NOTHING_SEALED', { from: '从这天起还没有封存过，请选早一些的日子。' });
  if (last.n - (first?.n ?? 0) > limits.exportRows)
    return reject('EXPORT_TOO_LONG', { from: `从这天起超过${limits.exportRows / 10_000}万条了。` });
  return fileOf(context, async () => {
    let rows = 0;
    const lines = chainLines(unit, first, last, () => (rows += 1));
    return {
      orgId,
      table: 'chain',
      name: `${unit.name}-封存-${last.day}.jsonl`,
      bytes: lines,
      rows: () => rows,
    };
  });
};
