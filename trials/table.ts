import { disk } from './disk';
import { holes } from './holes';
import { hostile } from './hostile';
import { kills } from './kills';
import { power } from './power';
import { races } from './races';
import { rated } from './rated';
import { rights } from './rights';
import { seen } from './seen';
import { text } from './text';
import { timers } from './timers';
import type { Trial } from './trial';

/** Every trial there is. */
export const trials: readonly Trial[] = [
  rights,
  hostile,
  races,
  timers,
  rated,
  kills,
  disk,
  power,
  seen,
  text,
  holes,
];
