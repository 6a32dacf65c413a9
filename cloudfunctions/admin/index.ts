import { serve } from '../kit/serve';
import { policy } from './policy';
import { setPolicy } from './set-policy';
import { units } from './units';

export const main = serve('admin', { policy, setPolicy, units });
