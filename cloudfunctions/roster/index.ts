import { serve } from '../kit/serve';
import { duty } from './duty';
import { endLeave } from './end-leave';
import { face } from './face';
import { hours } from './hours';
import { leave } from './leave';
import { list } from './list';
import { set } from './set';
import { setHours } from './set-hours';
import { today } from './today';

export const main = serve('roster', { today, duty, face, leave, endLeave, list, set, hours, setHours });
