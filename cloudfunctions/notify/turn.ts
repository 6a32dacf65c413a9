import { add, is, updateOne } from '../kit/store';

/** Longer than a run may take: after it the next run goes on with what a crash left. */
const LEASE_MS = 2 * 60_000;

/**
 * Runs `work` if no other run of `notify` is under way, so that nobody is sent two messages at a time; undefined when one
 * is. `work` says whether it left nothing behind that was due.
 */
export async function inTurn<T extends { isDone: boolean }>(
  now: number,
  work: () => Promise<T>,
): Promise<T | undefined> {
  const _id = 'notify';
  const until = now + LEASE_MS;
  const isMine =
    // A lease that ends later than any can was made before the clock went back.
    (await updateOne('runs', { _id, until: is.or([is.lte(now), is.gt(until)]) }, { until })) ||
    (await add('runs', { _id, until, doneAt: now }));
  if (!isMine) return undefined;
  let isDone = false;
  try {
    const done = await work();
    ({ isDone } = done);
    return done;
  } finally {
    await updateOne('runs', { _id, until }, { until: 0, ...(isDone ? { doneAt: now } : {}) });
  }
}
