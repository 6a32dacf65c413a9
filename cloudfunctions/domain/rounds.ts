/** However quiet it is, everything that time drives has its turn so often: what no question asks for is found then. */
export const ROUND_MS = 12 * 60 * 60_000;
/** A round that fails is tried again each minute: so much later something is wrong with the timer. */
const LATE_MS = 30 * 60_000;

/** Has the timer not come, though it should have long ago? `until`: when the next round is, as the beat wrote down. */
export const isLate = (until: number | undefined, now: number): boolean => (until ?? 0) < now - LATE_MS;
