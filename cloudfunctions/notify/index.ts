import { serveTimer } from '../kit/serve';
import { drain } from './drain';

export const main = serveTimer('notify', drain);
