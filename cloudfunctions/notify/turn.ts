import { add, is, updateOne } from '../kit/store';

/** Longer than a run may take: after it the next run goes on with what a crash left. */
const LEASE_MS = 2 * 60_000;

/**
 * Runs `work` if no other run of `notify` is under way, so that a person is sent one message at a time; undefined when
 * another run is.
 */
export async function inTurn<T>(now: number, work: () => Promise<T>): Promise<T | undefined> {
  const _id = 'notify';
  const until = now + LEASE_MS;
  const isMine =
    // A lease that ends later than any can was made before the clock went back.
    (await updateOne('runs', { _id, until: is.or([is.lte(now), is.gt(until)]) }, { until })) ||
    (await add('runs', { _id, until }));
  if (!isMine) return undefined;
  try {
    return await work();
  } finally {
    await updateOne('runs', { _id, until }, { until: 0 });
  }
}
