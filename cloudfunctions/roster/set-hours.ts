import { changeHours } from '../kit/hours';
import type { HandlerOf } from '../kit/serve';

/** Sets a community's hours. Clocks that run keep their ends; what is computed from now on goes by these. Errors: those of `changeHours`. */
export const setHours: HandlerOf<'roster.setHours'> = changeHours;
