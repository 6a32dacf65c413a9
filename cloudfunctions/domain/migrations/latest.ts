/** The number of the last migration. It stands alone so that the beat, which runs every minute, does not load what they do. */
export const LATEST = 7;
