import { serve } from '../kit/serve';
import { change } from './change';
import { journal } from './journal';
import { tree } from './tree';

export const main = serve('units', { tree, change, journal });
