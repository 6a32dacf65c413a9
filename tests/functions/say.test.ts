import { type TestCloud, startTestCloud } from '../support/cloud';
import { AGENT, MANAGER, viewOf } from './finished';

/** 留言: words between the two sides of a case, which change nothing. */
let cloud: TestCloud;
let caseId: string;
beforeAll(async () => {
  cloud = await startTestCloud();
  const wish = { serviceCode: 'disability-certificate', mode: 'counter', note: '帮我办' } as const;
  ({ caseId } = await cloud.ok('rs-01', 'cases.submit', wish));
});
afterAll(() => cloud.close());

const newest = async (person: string) => (await cloud.ok(person, 'account.inbox', {})).notices[0];
const lastOf = async (person: string) => (await viewOf(cloud, person, caseId)).events.at(-1);

it('goes to the community while no agent has said yes, who could do nothing with it', async () => {
  const before = await newest(AGENT);
  await cloud.ok('rs-01', 'cases.say', { caseId, text: '上午在家' });
  expect(await newest(MANAGER)).toMatchObject({ title: '居民在办件里留言' });
  expect(await newest(AGENT)).toEqual(before);
});

it('goes to the agent, and back, and stands in the course of the case for both', async () => {
  const { assignment } = await viewOf(cloud, MANAGER, caseId);
  const agent = assignment?.agentId ?? '';
  await cloud.ok(agent, 'cases.accept', { caseId });
  await cloud.ok('rs-01', 'cases.say', { caseId, text: '来以前打13800138000' });
  expect(await newest(agent)).toMatchObject({ title: '办件里有留言' });
  expect(await lastOf(agent)).toMatchObject({ says: '居民留言', text: '来以前打[电话]' });
  await cloud.ok(agent, 'cases.say', { caseId, text: '明天上午九点到' });
  expect(await newest('rs-01')).toMatchObject({ title: '有人给您留言' });
  expect(await lastOf('rs-01')).toMatchObject({ says: '立春晓留言', text: '明天上午九点到' });
  expect(await viewOf(cloud, 'rs-01', caseId)).toMatchObject({ state: 'in_progress' });
});

it('is said once, however often it is sent', async () => {
  const said = { caseId, text: '带上老花镜' };
  const [first, again] = [
    await cloud.ok('rs-01', 'cases.say', said, 'say-1'),
    await cloud.ok('rs-01', 'cases.say', said, 'say-1'),
  ];
  expect(again).toEqual(first);
  const { events } = await viewOf(cloud, 'rs-01', caseId);
  expect(events.filter(({ text }) => text === said.text)).toHaveLength(1);
});

it.each([
  [
    'refused where WeChat says that it may not be sent',
    87014,
    { ok: false, code: 'BAD_INPUT', fields: { text: expect.any(String) } },
  ],
  ['sent where WeChat does not answer: only those in the case read it', -1, { ok: true }],
])('%s', async (_, errcode, answer) => {
  await cloud.local('faults', { api: 'security.msgSecCheck', errcode, times: 1 });
  expect(await cloud.call('rs-01', 'cases.say', { caseId, text: `话${errcode}` })).toMatchObject(answer);
});

it('is nobody else’s to say, and not after the end', async () => {
  expect(await cloud.call('rs-02', 'cases.say', { caseId, text: '是我' })).toMatchObject({
    code: 'NOT_YOUR_CASE',
  });
  await cloud.ok('rs-01', 'cases.cancel', { caseId });
  expect(await cloud.call('rs-01', 'cases.say', { caseId, text: '还在吗' })).toMatchObject({
    code: 'STATE_NOT_ALLOWED',
  });
});
