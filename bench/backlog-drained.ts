import templates from '../config/templates.json';
import type { Reply } from '../contract/actions';
import type { Call } from '../localcloud/server';
import { readerOf } from './backlog';
import { type Section, startServer } from './harness';
import { ceilingOf } from './throughput';

const NOTICES = 10_000;
/** WeChat's quotas are set so many at a time. */
const TOGETHER = 50;
/** A run of `notify` stops by itself after some seconds. */
const RUNS = 60;

/** The real `notify` over a backlog, each notice for another reader: from the cases' outboxes to WeChat. */
export async function backlogDrained(functionsDir: string): Promise<Section> {
  const server = await startServer(functionsDir, '', { notices: NOTICES });
  for (let i = 0; i < NOTICES; i += TOGETHER)
    await Promise.all(
      Array.from({ length: TOGETHER }, (_, k) =>
        server.local('subscriptions', {
          person: readerOf(i + k),
          templateId: templates.progress,
          answer: 'accept',
        }),
      ),
    );
  const ceiling = await ceilingOf(server, readerOf(0));
  const known = (await server.local<Call[]>('calls')).length;
  const total = { ms: 0, runs: 0, sent: 0 };
  for (; total.runs < RUNS && total.sent < NOTICES; total.runs += 1) {
    const started = performance.now();
    const { result } = await server.local<{ result: Reply<Record<string, number>> }>('timers/notify', {});
    if (!result.ok) throw new Error(`notify failed: ${JSON.stringify(result)}`);
    total.ms += performance.now() - started;
    total.sent += result.data.sent ?? 0;
  }
  const calls = (await server.local<Call[]>('calls')).slice(known);
  await server.stop();
  const database = calls.reduce((sum, call) => sum + call.reads + call.writes, 0);
  const perSecond = (database + total.sent) / (total.ms / 1000);
  return {
    title: `A backlog of ${NOTICES.toLocaleString('en')} notices, drained`,
    figures: [
      {
        name: 'a notice from outbox to sent',
        value: database / total.sent,
        unit: 'calls',
        limit: '≤ 5',
        note: `reads of many shared out; ${total.sent.toLocaleString('en')} sent in ${total.runs} runs`,
      },
      { name: 'messages sent', value: total.sent / (total.ms / 1000), unit: 'sends/s' },
      {
        name: 'SDK calls inside them',
        value: perSecond,
        unit: 'calls/s',
        floor: ceiling,
        ratio: perSecond / ceiling,
        note: 'ratio to the ceiling: the SDK alone, eight functions at once; here one function makes eight calls at once',
      },
    ],
  };
}
