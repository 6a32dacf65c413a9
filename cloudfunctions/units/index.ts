import { serve } from '../kit/serve';
import { journal } from './journal';
import { code, find, scan } from './to-come';

export const main = serve('units', { journal, find, scan, code });
