import { serveTimer } from '../kit/serve';
import { redispatch } from './redispatch';

export const main = serveTimer('sweep', redispatch);
