import { serveTimer } from '../kit/serve';
import { rollup } from './rollup';

export const main = serveTimer('rollup', rollup);
