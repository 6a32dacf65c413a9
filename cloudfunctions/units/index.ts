import { serve } from '../kit/serve';
import { change } from './change';
import { journal } from './journal';
import { missing } from './missing';
import { code, find, scan } from './to-come';
import { tree } from './tree';

export const main = serve('units', { tree, missing, change, journal, find, scan, code });
