import { serve } from '../kit/serve';
import { change } from './change';
import { journal } from './journal';
import { regrid } from './regrid';
import { regrids } from './regrids';
import { tree } from './tree';
import { unplan } from './unplan';

export const main = serve('units', { tree, change, regrid, regrids, unplan, journal });
