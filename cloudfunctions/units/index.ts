import { serve } from '../kit/serve';
import { journal } from './journal';

export const main = serve('units', { journal });
