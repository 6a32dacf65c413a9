import type { Call } from '../localcloud/server';
import { type Section, startServer } from './harness';
import { wholeCase } from './story';

const limits: Record<string, string> = {
  'cases.submit': '≤ 8',
  'cases.accept': '2–3',
  'cases.ask': '2–3',
  'cases.supply': '2–3',
  'cases.complete': '2–3',
  'cases.cancel': '2–3',
  'cases.terminate': '2–3',
};
const isRead = (name: string) => /\.(session|inbox|list|search|detail|mine|queue|board|scores)$/.test(name);

/**
 * Database calls (reads and writes, as WeChat bills them) that each action makes, on a warm instance. The entry's one
 * read of who is calling comes before every action but the catalogue's and is shown beside. See docs/decisions/0003.
 */
export async function databaseCalls(functionsDir: string): Promise<Section> {
  const server = await startServer(functionsDir);
  // The second time round is warm: catalogue and tree are in the instance's memory.
  let calls: Call[] = [];
  for (let round = 0; round < 2; round += 1) {
    const before = (await server.local<Call[]>('calls')).length;
    const caseId = await wholeCase(server, 'disability-certificate');
    await server.ok('rs-01', 'account.session', {});
    await server.ok('rs-01', 'account.inbox', {});
    await server.ok('rs-01', 'catalog.list', {});
    await server.ok('rs-01', 'catalog.search', { text: '残疾证' });
    await server.ok('rs-01', 'catalog.detail', { code: 'daily-errand' });
    await server.ok('rs-01', 'cases.mine', {});
    await server.ok('ag-01', 'cases.queue', {});
    await server.ok('ad-cm-1', 'cases.board', { orgId: 'cm-xinmin' });
    await server.ok('ad-cm-1', 'reviews.scores', { orgId: 'cm-xinmin' });
    await server.ok('rs-01', 'cases.detail', { caseId });
    const ask = async (serviceCode: string) =>
      (await server.ok('rs-02', 'cases.submit', { serviceCode, mode: 'counter', note: '帮我办' })).caseId;
    const declined = await ask('minimum-living-allowance');
    await server.ok('ag-01', 'cases.decline', { caseId: declined, reason: '离得太远' });
    await server.ok('rs-02', 'cases.cancel', { caseId: declined });
    const ended = await ask('temporary-relief');
    await server.ok('ag-01', 'cases.accept', { caseId: ended });
    await server.ok('ag-01', 'cases.terminate', { caseId: ended, reason: '联系不上本人' });
    calls = (await server.local<Call[]>('calls')).slice(before);
  }
  server.stop();
  const worst = new Map<string, Call>();
  for (const call of calls) {
    const name = `${call.function}.${call.action}`;
    const known = worst.get(name);
    if (!known || call.reads + call.writes > known.reads + known.writes) worst.set(name, call);
  }
  return {
    title: 'Database calls each action makes (warm instance; the worst seen)',
    figures: [...worst].map(([name, { reads, writes, begins, commits }]) => {
      const identity = name.startsWith('catalog.') ? 0 : 1;
      return {
        name,
        value: reads - identity + writes,
        unit: 'calls',
        limit: limits[name] ?? (isRead(name) ? '≤ 2' : ''),
        note: [
          `${reads - identity} reads, ${writes} writes`,
          identity ? '1 to know the caller' : '',
          begins ? `${begins + commits} to begin and commit` : '',
        ]
          .filter(Boolean)
          .join(', '),
      };
    }),
  };
}
