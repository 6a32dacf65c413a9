import { contentProbe, photoProbe } from '../kit/content';
import { withProbe } from '../kit/probe';
import { regridDue } from '../kit/regrid';
import { removeOver } from '../kit/keeping';
import { requestsDue } from '../kit/requests';
import { serveTimer } from '../kit/serve';
import { looks } from './looks';
import { recheck } from './recheck';
import { rekey } from './rekey';
import { seal } from './seal';
import { sweep } from './sweep';

/** What time alone does: to cases, to the month's batches of reviews, to requests of people for their data, to what is kept no longer, to words and photos that wait for WeChat. */
const timer = serveTimer('sweep', async (now) => ({
  ...(await sweep(now)),
  ...(await seal(now)),
  ...(await regridDue(now)),
  ...(await requestsDue(now)),
  ...(await removeOver(now)),
  ...(await rekey()),
  // Last: where WeChat does not answer, this is what the run is cut off in.
  ...(await recheck(now)),
  ...(await looks(now)),
}));

export const main = withProbe({ ...contentProbe, ...photoProbe }, timer);
