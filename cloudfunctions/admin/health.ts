import { isRejection } from '../../contract/errors';
import { LATEST } from '../domain/migrations/latest';
import { ROUND_MS, isLate } from '../domain/rounds';
import type { HandlerOf } from '../kit/serve';
import { find, get, is } from '../kit/store';
import { overseenUnit } from '../kit/units';

/** What broke longer ago is mended, or comes again. */
const WEEK_MS = 7 * 86_400_000;
/** As many as a page is read to its end. */
const TROUBLES = 50;

/** What only the one who looks after the installation can mend. */
export const health: HandlerOf<'admin.health'> = async (context, { orgId }) => {
  const unit = await overseenUnit(context, 'admin.health', orgId);
  if (isRejection(unit)) return unit;
  const { now } = context;
  const [beat, migrate, troubles] = await Promise.all([
    get('runs', 'beat'),
    get('runs', 'migrate'),
    find('troubles', { lastAt: is.gte(now - WEEK_MS) }, { orderBy: [['lastAt', 'desc']], limit: TROUBLES }),
  ]);
  return {
    roundAt: beat && beat.until - ROUND_MS,
    isLate: isLate(beat?.until, now),
    migrationsLeft: LATEST - (migrate?.done ?? 0),
    troubles: troubles.map(({ _id: id, ...trouble }) => ({ id, ...trouble })),
  };
};
