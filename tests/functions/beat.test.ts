import { LATEST } from '../../cloudfunctions/domain/migrations/latest';
import type { Call } from '../../localcloud/functions/functions';
import { instantOf } from '../../contract/time';
import { demoDocuments } from '../../demo/documents';
import { type TestCloud, MONDAY, startTestCloud } from '../support/cloud';

/** The one timer: what a quiet minute costs, and how soon what is due is done. */
const minute = 60_000;
const hour = 60 * minute;
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud();
  await cloud.timer('beat');
});
afterEach(() => cloud.close());

const submit = async (input: { serviceCode: string; subtype?: string; mode?: 'online' }) =>
  (await cloud.ok('rs-01', 'cases.submit', { mode: 'counter', note: '请帮忙办一下', ...input })).caseId;
const beatAt = async (at: number) => {
  await cloud.setClock(at);
  return cloud.timer('beat');
};
const messagesTo = async (person: string) =>
  (await cloud.local<{ personId: string }[]>('messages')).filter((one) => one.personId === person);

/** Who is asked to take the case. */
const askedAgent = async (caseId: string) =>
  (await cloud.ok('ad-cm-1', 'cases.detail', { caseId })).case.assignment?.agentId ?? '';

/** What was called while `work` ran. */
async function callsOf(work: () => Promise<unknown>): Promise<Call[]> {
  await fetch(`${cloud.url}/_local/calls`, { method: 'DELETE' });
  await work();
  return cloud.local<Call[]>('calls');
}

it('makes two calls in a minute without anything to do: its own, and one read', async () => {
  const calls = await callsOf(async () => {
    for (let i = 1; i <= 20; i += 1) await beatAt(MONDAY + i * minute);
  });
  expect(calls).toHaveLength(20);
  for (const call of calls) expect(call).toMatchObject({ function: 'beat', reads: 1, writes: 0, begins: 0 });
});

it('sends a notice within two minutes', async () => {
  await cloud.saysYes('ag-01', ['assignment']);
  await submit({ serviceCode: 'disability-certificate' });
  expect(await messagesTo('ag-01')).toEqual([]);
  expect(await beatAt(MONDAY + minute)).toEqual({ called: 2, failed: 0 });
  expect(await messagesTo('ag-01')).toHaveLength(1);
});

it('sends an urgent one within a minute, at three in the morning too', async () => {
  const night = instantOf('2026-11-24', '03:00');
  await beatAt(night);
  await cloud.setClock(night + 1_000);
  const caseId = await submit({ serviceCode: 'report-issue', subtype: 'manhole', mode: 'online' });
  const agent = await askedAgent(caseId);
  await cloud.saysYes(agent, ['assignment']);
  await beatAt(night + minute);
  expect(await messagesTo(agent)).toHaveLength(1);
});

it('tells in the same minute what the sweep found to tell', async () => {
  const caseId = await submit({ serviceCode: 'disability-certificate' });
  await beatAt(MONDAY + minute);
  const first = await askedAgent(caseId);
  for (let i = 1; i <= 9; i += 1) await cloud.saysYes(`ag-0${i}`, ['assignment']);
  expect(await beatAt(MONDAY + 30 * minute)).toEqual({ called: 3, failed: 0 });
  const next = await askedAgent(caseId);
  expect(next).not.toBe(first);
  expect(await messagesTo(next)).toHaveLength(1);
});

it('has the figures go on where a run did not come to its end, however long ago that was', async () => {
  const began = { _id: 'rollup', at: MONDAY - hour, id: '', began: MONDAY - hour };
  const quiet = { _id: 'beat', until: MONDAY + hour, migrated: LATEST };
  const halted = await startTestCloud({ seed: { ...demoDocuments(), marks: [began], runs: [quiet] } });
  expect(await halted.timer('beat')).toEqual({ called: 1, failed: 0 });
  expect(JSON.stringify(halted.stored().marks)).not.toContain('began');
  expect(await halted.timer('beat')).toEqual({ called: 0, failed: 0 });
  await halted.close();
});

it('has all of them look twelve hours later, whatever is due, and then not', async () => {
  expect(await beatAt(MONDAY + 12 * hour)).toEqual({ called: 3, failed: 0 });
  expect(await beatAt(MONDAY + 12 * hour + minute)).toEqual({ called: 0, failed: 0 });
});

it('and at once where the clock went back behind the last time', async () => {
  expect(await beatAt(MONDAY - 12 * hour)).toEqual({ called: 3, failed: 0 });
});

it('calls what failed again a minute later', async () => {
  await submit({ serviceCode: 'disability-certificate' });
  await cloud.local('kill', { function: 'notify', after: 2 });
  expect(await beatAt(MONDAY + minute)).toEqual({ called: 2, failed: 1 });
  expect(await beatAt(MONDAY + 2 * minute)).toMatchObject({ called: 2 });
});

it('does nothing for a person, nor do those whom it calls', async () => {
  for (const name of ['beat', 'migrate', 'notify', 'sweep', 'rollup']) {
    const reply = await cloud.post(name, {}, cloud.token('rs-01'));
    expect(reply).toMatchObject({ ok: false, code: 'FORBIDDEN' });
  }
});
