import { serve } from '../kit/serve';
import { change } from './change';
import { code } from './code';
import { find } from './find';
import { journal } from './journal';
import { missing } from './missing';
import { scan } from './scan';
import { tree } from './tree';

export const main = serve('units', { tree, missing, change, journal, find, scan, code });
