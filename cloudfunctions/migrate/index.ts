import { serveTimer } from '../kit/serve';
import { migrate } from './migrate';

/** Brings the documents of an earlier version to this one's form, when the beat finds that they are not yet. */
export const main = serveTimer('migrate', migrate);
