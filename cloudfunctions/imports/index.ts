import { serve } from '../kit/serve';
import { recent } from './recent';
import { start } from './start';
import { state } from './state';
import { template } from './template';
import { undo } from './undo';

export const main = serve('imports', { template, start, state, recent, undo });
