import { LATEST } from '../domain/migrations/latest';
import { ROUND_MS } from '../domain/rounds';
import { type Question, earliest, is } from '../kit/store';

/** What time drives. Each finds its own work and may run late, twice or for nothing; only when it runs is decided here. */
export const driven = ['sweep', 'notify', 'rollup'] as const;
export type Driven = (typeof driven)[number];

/** Longer than two beats are apart: a case that a slow write touched is still seen by one of them. */
const TOUCHED_MS = 150_000;

const questions = (now: number): Record<string, Question & { of: Driven }> => ({
  outbox: { of: 'notify', in: 'cases', field: 'outboxAt', is: is.lte(now) },
  sending: { of: 'notify', in: 'notices', field: 'sendAt', is: is.lte(now) },
  waking: { of: 'sweep', in: 'cases', field: 'wakeAt', is: is.lte(now) },
  checking: { of: 'sweep', in: 'reviews', field: 'checkAt', is: is.lte(now) },
  looking: { of: 'sweep', in: 'photoChecks', field: 'askAt', is: is.lte(now) },
  sealing: { of: 'sweep', in: 'reviews', field: 'sealAt', is: is.lte(now) },
  wall: { of: 'sweep', in: 'reviews', field: 'wallSealAt', is: is.lte(now) },
  regridding: { of: 'sweep', in: 'regrids', field: 'runAt', is: is.lte(now) },
  asked: { of: 'sweep', in: 'dataRequests', field: 'runAt', is: is.lte(now) },
  keeping: { of: 'sweep', in: 'runs', field: 'keepAt', is: is.lte(now) },
  touched: { of: 'rollup', in: 'cases', field: 'touchedAt', is: is.gte(now - TOUCHED_MS) },
  // However long ago that was: what one run has no time for, the next does a minute later.
  unfinished: { of: 'rollup', in: 'marks', field: 'began', is: is.gt(0) },
  // 每日封存: a day is over, or the clock went back behind what is sealed.
  closing: { of: 'rollup', in: 'chains', field: 'dueAt', is: is.lte(now) },
  turned: { of: 'rollup', in: 'chains', field: 'sealedAt', is: is.gt(now) },
  discarding: { of: 'rollup', in: 'exports', field: 'deleteAt', is: is.lte(now) },
  uploads: { of: 'rollup', in: 'uploads', field: 'lookAt', is: is.lte(now) },
  books: { of: 'rollup', in: 'dayBooks', field: 'deleteAt', is: is.lte(now) },
});

/** What a minute has to do. */
interface Due {
  /** the functions that have work */
  due: readonly Driven[];
  /** all have their turn, work or not */
  isRound: boolean;
  /** the documents are of an earlier version: they are brought to this one's form before anything else */
  isBehind: boolean;
}

/** What is due at this instant, found by one read. */
export async function dueAt(now: number): Promise<Due> {
  const asked = questions(now);
  const known = await earliest({ in: 'runs', id: 'beat' }, asked);
  const isBehind = known?.doc.migrated !== LATEST;
  // A round that is further off than can be was set before the clock went back.
  const isRound = known === undefined || known.doc.until <= now || known.doc.until > now + ROUND_MS;
  if (isRound) return { due: driven, isRound, isBehind };
  const busy = new Set(Object.keys(known.first).map((name) => asked[name]?.of));
  // What the sweep changes is to be told, and counts.
  const due = busy.has('sweep') ? driven : driven.filter((name) => busy.has(name));
  return { due, isRound, isBehind };
}
