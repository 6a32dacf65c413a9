import { serve } from '../kit/serve';
import { find, scan, code } from './to-come';

export const main = serve('units', { find, scan, code });
