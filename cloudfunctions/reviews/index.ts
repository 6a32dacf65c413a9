import { serve } from '../kit/serve';
import { scores } from './scores';
import { submit } from './submit';

export const main = serve('reviews', { submit, scores });
