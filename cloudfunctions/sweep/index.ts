import { serveTimer } from '../kit/serve';
import { recheck } from './recheck';
import { seal } from './seal';
import { sweep } from './sweep';

/** What time alone does: to cases, to words that wait for WeChat, to the month's batches of reviews. */
export const main = serveTimer('sweep', async (now) => ({
  ...(await sweep(now)),
  ...(await recheck(now)),
  ...(await seal(now)),
}));
