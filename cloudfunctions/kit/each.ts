/** As many calls as a run has on the way at once: in a row it would mostly wait. */
const AT_ONCE = 8;

/** Does the work for each of them, some at once. Where one fails the others are done all the same, and then it is told. */
export async function each<T>(
  list: Iterable<T>,
  work: (one: T) => Promise<unknown>,
  atOnce = AT_ONCE,
): Promise<void> {
  const rest = [...list].values();
  const lane = async () => {
    for (const one of rest) await work(one);
  };
  const lanes = await Promise.allSettled(Array.from({ length: atOnce }, lane));
  for (const done of lanes) if (done.status === 'rejected') throw done.reason;
}
