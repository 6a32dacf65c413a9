import { serveTimer } from '../kit/serve';
import { deliver } from './deliver';
import { unpack } from './unpack';

/** Outbox → inbox, inbox → WeChat. It alone sends. */
export const main = serveTimer('notify', async (now) => {
  const unpacked = await unpack(now);
  return { ...unpacked, ...(await deliver(now)) };
});
