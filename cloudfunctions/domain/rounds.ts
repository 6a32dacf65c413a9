/** However quiet it is, everything that time drives has its turn so often: what no question asks for is found then. */
export const ROUND_MS = 6 * 60 * 60_000;
/** A round that fails is tried again each minute: so much later something is wrong with the timer. */
export const LATE_MS = 30 * 60_000;
