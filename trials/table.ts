import { hostile } from './hostile';
import { rights } from './rights';
import type { Trial } from './trial';

/** Every trial there is, the one that takes shortest first. */
export const trials: readonly Trial[] = [rights, hostile];
