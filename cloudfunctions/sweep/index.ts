import { serveTimer } from '../kit/serve';
import { sweep } from './sweep';

export const main = serveTimer('sweep', sweep);
