import * as cloud from 'wx-server-sdk';
import * as v from 'valibot';
import { isOurs } from '../kit/context';
import { withProbe } from '../kit/probe';
import { isPush, serveEvent, servePush, serveTimer } from '../kit/serve';
import { trial } from '../kit/trial';
import { type Counts, deliver } from './deliver';
import { hear } from './hear';
import { hearLook, isLook } from './hear-look';
import { ownTemplates } from './own-templates';
import { sendTrial } from './trial';
import { inTurn } from './turn';
import { unpack } from './unpack';

/** Real time, inside the 20 seconds that a function has; what is left is the next run's. */
const BUDGET_MS = 12_000;

const timer = serveTimer('notify', async (now) => {
  const counts = await inTurn(now, () => drain(now));
  return counts ?? { busy: 1 };
});
const push = servePush('notify', hear);
const look = serveEvent('notify', hearLook);

/**
 * Outbox → inbox → WeChat, when `beat` finds something due: it alone sends. What WeChat tells of the messages afterwards, and of pictures. And a message to
 * oneself, which only a function of ours may ask for.
 */
export const main = withProbe(
  {
    async 'subscribeMessage.send'() {
      await cloud.openapi.subscribeMessage.send({ touser: 'nobody', templateId: 'none', page: '', data: {} });
    },
    async 'subscribeMessage.getTemplateList'() {
      return { templates: await ownTemplates() };
    },
  },
  async (event) => {
    const asked = v.safeParse(trial, event);
    if (asked.success && isOurs()) return sendTrial(asked.output.trial, Date.now());
    if (!isPush(event)) return timer();
    return isLook(event) ? look(event) : push(event);
  },
);

/** Until nothing is due or the time is up. */
async function drain(now: number): Promise<Record<string, number>> {
  const counts: Record<string, number> = { outboxes: 0, notices: 0 };
  const ends = performance.now() + BUDGET_MS;
  let isDone = false;
  while (!isDone && performance.now() < ends) {
    const { outboxes, notices, isDone: isEmpty } = await unpack(now);
    const { counts: delivered, isDone: isSent } = await deliver(now);
    addTo(counts, { outboxes, notices, ...delivered });
    isDone = isEmpty && isSent;
  }
  return counts;
}

function addTo(sums: Record<string, number>, more: Record<string, number> & Counts): void {
  for (const [name, count] of Object.entries(more)) sums[name] = (sums[name] ?? 0) + count;
}
