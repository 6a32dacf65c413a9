import { type TestCloud, startTestCloud } from '../support/cloud';
import { instantOf } from '../../contract/time';
import { point } from '../support/photo';
import { upload } from '../support/upload';
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

describe('with photos', () => {
  const put = (person: string, name: string, body: BodyInit = point) =>
    upload(cloud, person, `papers/${caseId}/${person}/${name}`, body);
  const shownTo = async (person: string) =>
    (await cloud.ok(person, 'cases.photos', { caseId })).papers.find(({ paper }) => paper === 'w0')?.photos;

  it('are sent without a word, and looked at by the two sides alone', async () => {
    const agent = (await viewOf(cloud, MANAGER, caseId)).assignment?.agentId ?? '';
    await cloud.ok('rs-01', 'cases.say', { caseId, photos: [await put('rs-01', 'a.png')] });
    expect(await newest(agent)).toMatchObject({ text: expect.stringMatching(/照片1张/) });
    expect(await lastOf(agent)).toMatchObject({ text: '照片1张', photos: { of: 'w0', count: 1 } });
    for (const person of ['rs-01', agent])
      expect(await shownTo(person)).toMatchObject([{ key: 'a.png', url: expect.any(String) }]);
    expect(await cloud.call(MANAGER, 'cases.photos', { caseId })).toMatchObject({ code: 'FORBIDDEN' });
    const opened = await cloud.ok(MANAGER, 'cases.inspect', { caseId, why: '居民发来的' });
    expect(opened.papers).toMatchObject([{ paper: 'w0' }]);
  });

  it('go the other way, with words', async () => {
    const agent = (await viewOf(cloud, MANAGER, caseId)).assignment?.agentId ?? '';
    const photos = [await put(agent, 'b.png'), await put(agent, 'c.png')];
    await cloud.ok(agent, 'cases.say', { caseId, text: '样子是这样', photos });
    expect(await lastOf('rs-01')).toMatchObject({
      text: '样子是这样（照片2张）',
      photos: { of: 'w1', count: 2 },
    });
  });

  it('are refused where they are none, another’s, or too many; and neither words nor photos is nothing', async () => {
    const table: [object, string, string][] = [
      [{ photos: [await put('rs-01', 'd.jpg', 'MZ this program cannot be run')] }, 'PHOTO_UNFIT', 'photos'],
      [{ photos: [await put(AGENT, 'd.png')] }, 'BAD_INPUT', 'photos'],
      [{ photos: ['a', 'b', 'c', 'd'] }, 'BAD_INPUT', 'photos'],
      [{}, 'BAD_INPUT', 'text'],
    ];
    for (const [input, code, field] of table)
      expect(await cloud.call('rs-01', 'cases.say', { caseId, ...input })).toMatchObject({
        code,
        fields: { [field]: expect.any(String) },
      });
  });
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

it('has its photos deleted when the days of the policy are over', async () => {
  expect((await cloud.ok('rs-01', 'cases.photos', { caseId })).papers).toHaveLength(2);
  await cloud.setClock(instantOf('2027-06-01', '10:00'));
  await cloud.timer('sweep');
  expect((await cloud.ok('rs-01', 'cases.photos', { caseId })).papers).toEqual([]);
  expect(await lastOf('rs-01')).toMatchObject({ says: '照片、证件号到了保存期，删掉了' });
});
