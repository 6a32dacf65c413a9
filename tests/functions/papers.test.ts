import type { ActionName, Reply } from '../../contract/actions';
import { limits } from '../../contract/limits';
import { instantOf } from '../../contract/time';
import type { CaseDoc } from '../../cloudfunctions/domain/documents';
import { type TestCloud, MONDAY, freshId, startTestCloud } from '../support/cloud';
import { point } from '../support/photo';
import { upload } from '../support/upload';
import { AGENT, MANAGER, STREET, titlesOf, viewOf } from './finished';

/** 材料: the checklist of a case, its photos, who sees them, and what is asked for again. */
let cloud: TestCloud;
let caseId = '';
const RESIDENT = 'rs-01';
const request = { serviceCode: 'disability-certificate', mode: 'counter', note: '想办残疾证' } as const;
const day = 86_400_000;

beforeEach(async () => {
  cloud = await startTestCloud();
  ({ caseId } = await cloud.ok(RESIDENT, 'cases.submit', request));
});
afterEach(() => cloud.close());

const raw = async (person: string, name: string, input: unknown, id = freshId()): Promise<Reply<unknown>> => {
  const [fn = '', action] = name.split('.');
  return cloud.post(fn, { action, requestId: id, input }, cloud.token(person));
};
/** In the hands of 立春晓. */
async function taken(): Promise<void> {
  const { assignment } = await viewOf(cloud, STREET, caseId);
  if (assignment?.agentId !== AGENT) await cloud.ok(STREET, 'cases.assign', { caseId, agentId: AGENT });
  await cloud.ok(AGENT, 'cases.accept', { caseId });
}
const put = (person: string, name: string, body: BodyInit = point, of = caseId) =>
  upload(cloud, person, `papers/${of}/${person}/${name}`, body);
const paperOf = async (person: string, paper: string) =>
  (await viewOf(cloud, person, caseId)).papers?.find(({ id }) => id === paper);
const urlsOf = async (person: string) =>
  (await cloud.ok(person, 'cases.photos', { caseId })).papers.flatMap(({ photos }) =>
    photos.map(({ url }) => url),
  );
const statusOf = async (url: string) => (await fetch(url)).status;

it('is marked by a tap, sent as photos, looked at paper by paper, and what is wrong is asked for in one round', async () => {
  await cloud.ok(RESIDENT, 'cases.paper', { caseId, paper: 'm0', state: 'has' });
  await cloud.ok(RESIDENT, 'cases.paper', { caseId, paper: 'm1', state: 'unneeded' });
  await cloud.ok(RESIDENT, 'cases.paper', { caseId, paper: 'm3', add: [await put(RESIDENT, 'a.png')] });
  await taken();
  expect((await viewOf(cloud, AGENT, caseId)).papers?.map(({ state }) => state).slice(0, 4)).toEqual([
    'has',
    'unneeded',
    'missing',
    'sent',
  ]);
  // What the form looks like when it is filled in comes with it, where the catalogue says so.
  expect((await paperOf(RESIDENT, 'm3'))?.sample?.join()).toContain('申请人签名');
  const [url = ''] = await urlsOf(AGENT);
  expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toEqual(point);

  await cloud.ok(AGENT, 'cases.check', { caseId, papers: [{ paper: 'm0' }, { paper: 'm1' }] });
  await cloud.ok(AGENT, 'cases.ask', {
    caseId,
    papers: [
      { paper: 'm2', fault: '还缺这样' },
      { paper: 'm3', fault: '看不清' },
    ],
  });
  expect((await titlesOf(cloud, RESIDENT)).filter((title) => title === '还缺一样材料')).toHaveLength(1);
  const asked = await viewOf(cloud, RESIDENT, caseId);
  expect(asked).toMatchObject({
    state: 'awaiting_resident',
    ask: '近期两寸免冠白底彩色照片3张：还缺这样；残疾人证申请表、评定表：看不清',
  });
  expect(asked.papers?.map(({ verdict }) => verdict?.isGood).slice(0, 4)).toEqual([true, true, false, false]);

  // Another photo in the place of the one that could not be read.
  const { papers } = await cloud.ok(RESIDENT, 'cases.photos', { caseId });
  const key = papers[0]?.photos[0]?.key ?? '';
  await cloud.ok(RESIDENT, 'cases.paper', {
    caseId,
    paper: 'm3',
    add: [await put(RESIDENT, 'b.png')],
    drop: [key],
  });
  expect(await statusOf(url)).toBe(404);
  await cloud.ok(RESIDENT, 'cases.supply', { caseId });
  const back = await viewOf(cloud, AGENT, caseId);
  expect(back.state).toBe('in_progress');
  expect(back.events.at(-1)?.text).toBe('残疾人证申请表、评定表：照片1张');
  expect(back.papers?.map(({ state }) => state).slice(2, 4)).toEqual(['has', 'sent']);
  // Papers that were marked one after the other are one entry.
  expect(back.events.map((event) => event.do).filter((what) => what === 'paper')).toHaveLength(2);
});

it('is asked for in words alone too, and answered with a photo', async () => {
  await taken();
  await cloud.ok(AGENT, 'cases.ask', { caseId, text: '门诊发票' });
  const extra = (await viewOf(cloud, RESIDENT, caseId)).papers?.at(-1);
  expect(extra).toMatchObject({ id: 'x0', note: '门诊发票', state: 'missing' });
  await cloud.ok(RESIDENT, 'cases.paper', { caseId, paper: 'x0', add: [await put(RESIDENT, 'f.png')] });
  await cloud.ok(RESIDENT, 'cases.supply', { caseId, text: '昨天开的' });
  expect((await viewOf(cloud, AGENT, caseId)).events.at(-1)?.text).toBe('代办员要的：照片1张。昨天开的');
});

it('is written down by the agent for a resident without a phone', async () => {
  await taken();
  await cloud.ok(AGENT, 'cases.paper', { caseId, paper: 'm0', add: [await put(AGENT, 'a.png')] });
  expect((await viewOf(cloud, RESIDENT, caseId)).events.at(-1)).toMatchObject({
    says: expect.stringMatching(/替您记了材料/),
    text: '本人居民身份证：照片1张',
  });
  expect(await urlsOf(RESIDENT)).toHaveLength(1);
});

describe('who sees the photos', () => {
  beforeEach(async () => {
    await cloud.ok(RESIDENT, 'cases.paper', { caseId, paper: 'm0', add: [await put(RESIDENT, 'a.png')] });
  });

  it('no agent who is only asked, no neighbour, no stranger; then the agent who said yes, until the end', async () => {
    const { assignment } = await viewOf(cloud, STREET, caseId);
    const asked = assignment?.agentId ?? '';
    expect(await raw(asked, 'cases.photos', { caseId })).toMatchObject({ code: 'NOT_YOUR_CASE' });
    expect((await viewOf(cloud, asked, caseId)).papers).toBeUndefined();
    for (const other of ['rs-02', 'ag-05'])
      expect(await raw(other, 'cases.photos', { caseId })).toMatchObject({ ok: false });
    await taken();
    expect(await urlsOf(AGENT)).toHaveLength(1);
    await cloud.ok(AGENT, 'cases.complete', { caseId, result: '办好了' });
    expect(await raw(AGENT, 'cases.photos', { caseId })).toMatchObject({ code: 'NOT_YOUR_CASE' });
    expect((await viewOf(cloud, AGENT, caseId)).papers).toBeUndefined();
    expect(await urlsOf(RESIDENT)).toHaveLength(1);
  });

  it('a manager who says why, which the resident reads and the agent does not', async () => {
    await taken();
    expect(await raw(MANAGER, 'cases.photos', { caseId })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await raw('ad-cm-2', 'cases.inspect', { caseId, why: '看看' })).toMatchObject({
      code: 'NOT_YOUR_CASE',
    });
    const { papers } = await cloud.ok(MANAGER, 'cases.inspect', { caseId, why: '居民说照片传错了' });
    expect(papers).toMatchObject([{ paper: 'm0', photos: [{ key: 'a.png', url: expect.any(String) }] }]);
    expect((await viewOf(cloud, RESIDENT, caseId)).events.at(-1)).toMatchObject({
      do: 'inspect',
      text: '居民说照片传错了',
    });
    expect((await viewOf(cloud, AGENT, caseId)).events.map((event) => event.do)).not.toContain('inspect');
  });

  it('by a link that runs out', async () => {
    const [url = ''] = await urlsOf(RESIDENT);
    expect(await statusOf(url)).toBe(200);
    await cloud.setClock(MONDAY + (limits.linkSeconds + 1) * 1000);
    expect(await statusOf(url)).toBe(403);
  });

  it('and nobody once the days of the policy are over', async () => {
    await taken();
    await cloud.ok(AGENT, 'cases.complete', { caseId, result: '办好了' });
    await cloud.setClock(MONDAY + 181 * day);
    const [url = ''] = await urlsOf(RESIDENT);
    expect(await statusOf(url)).toBe(200);
    await cloud.timer('sweep');
    expect(await statusOf(url)).toBe(404);
    expect(await urlsOf(RESIDENT)).toEqual([]);
    expect((await viewOf(cloud, RESIDENT, caseId)).events.at(-1)?.do).toBe('discard');
  });
});

describe('what is no photo of this case', () => {
  const png = (size: number) => Buffer.concat([point, Buffer.alloc(size - point.length)]);
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(50)]);

  it.each<[string, Buffer, RegExp]>([
    ['a photo of 40 MB', png(40_000_000), /超过5兆/],
    ['HEIC, called a.jpg', heic, /HEIC/],
    ['a program, called a.jpg', Buffer.from('MZ\u0090\0 this program cannot be run'), /不是照片/],
    ['nothing at all', Buffer.alloc(0), /空的/],
  ])('%s is refused with a sentence, and not kept', async (_, body, sentence) => {
    const before = await viewOf(cloud, RESIDENT, caseId);
    const photo = await put(RESIDENT, 'a.jpg', new Uint8Array(body));
    const add = { caseId, paper: 'm0', add: [photo] };
    const reply = await raw(RESIDENT, 'cases.paper', add);
    expect(reply).toMatchObject({ code: 'PHOTO_UNFIT', fields: { add: expect.stringMatching(sentence) } });
    expect(await viewOf(cloud, RESIDENT, caseId)).toEqual(before);
    expect(await raw(RESIDENT, 'cases.paper', add)).toMatchObject({
      fields: { add: expect.stringMatching(/没有传完/) },
    });
  });

  it('another’s, another case’s, another environment’s, one too many, one that did not arrive', async () => {
    const other = (await cloud.ok(RESIDENT, 'cases.submit', { ...request, serviceCode: 'daily-errand' }))
      .caseId;
    const mine = await put(RESIDENT, 'a.png');
    const table: [string, string[], string][] = [
      ['another person’s', [await put('rs-02', 'a.png')], 'BAD_INPUT'],
      ['another case’s', [await put(RESIDENT, 'a.png', point, other)], 'BAD_INPUT'],
      ['a review’s', [await upload(cloud, RESIDENT, `reviews/${RESIDENT}/a.png`, point)], 'BAD_INPUT'],
      ['another environment’s', [mine.replace('linli-local.', 'env-1.')], 'BAD_INPUT'],
      ['by a way round', [mine.replace('a.png', '../rs-02/a.png')], 'BAD_INPUT'],
      ['of the web', ['https://evil.example/a.png'], 'BAD_INPUT'],
      ['four', ['1', '2', '3', '4'].map((name) => mine.replace('a.png', `${name}.png`)), 'BAD_INPUT'],
      ['cut off on its way', [mine.replace('a.png', 'gone.png')], 'PHOTO_UNFIT'],
    ];
    for (const [what, add, code] of table)
      expect([what, await raw(RESIDENT, 'cases.paper', { caseId, paper: 'm0', add })]).toMatchObject([
        what,
        { code },
      ]);
    // Nothing of another was deleted by it.
    expect(await raw(RESIDENT, 'cases.paper', { caseId, paper: 'm0', add: [mine] })).toMatchObject({
      ok: true,
    });
    const three = await Promise.all(['b.png', 'c.png', 'd.png'].map((name) => put(RESIDENT, name)));
    expect(await raw(RESIDENT, 'cases.paper', { caseId, paper: 'm0', add: three })).toMatchObject({
      code: 'PHOTO_UNFIT',
      fields: { add: expect.stringMatching(/最多放3张/) },
    });
    expect((await paperOf(RESIDENT, 'm0'))?.photos).toBe(1);
  });

  it('is one photo, sent twice with one requestId; the id with another photo is refused', async () => {
    const add = [await put(RESIDENT, 'a.png')];
    const id = freshId();
    const first = await cloud.ok(RESIDENT, 'cases.paper', { caseId, paper: 'm0', add }, id);
    expect(await cloud.ok(RESIDENT, 'cases.paper', { caseId, paper: 'm0', add }, id)).toEqual(first);
    expect(await paperOf(RESIDENT, 'm0')).toMatchObject({ photos: 1, state: 'sent' });
    expect(await raw(RESIDENT, 'cases.paper', { caseId, paper: 'm1', add }, id)).toMatchObject({
      code: 'REQUEST_REUSED',
    });
  });
});

it('refuses what does not belong, with a sentence', async () => {
  await taken();
  const table: [string, ActionName, object, string][] = [
    [RESIDENT, 'cases.paper', { paper: 'm77', state: 'has' }, 'PAPER_NOT_FOUND'],
    [RESIDENT, 'cases.paper', { paper: 'm3', state: 'unneeded' }, 'PAPER_NOT_SO'],
    [RESIDENT, 'cases.paper', { paper: 'm0', state: 'later' }, 'PAPER_NOT_SO'],
    [RESIDENT, 'cases.paper', { paper: 'm0', state: 'sent' }, 'BAD_INPUT'],
    ['rs-02', 'cases.paper', { paper: 'm0', state: 'has' }, 'NOT_YOUR_CASE'],
    [RESIDENT, 'cases.check', { papers: [{ paper: 'm0' }] }, 'FORBIDDEN'],
    [AGENT, 'cases.check', { papers: [] }, 'BAD_INPUT'],
    [AGENT, 'cases.check', { papers: [{ paper: 'm0', fault: '缺页' }] }, 'BAD_INPUT'],
    [AGENT, 'cases.ask', {}, 'BAD_INPUT'],
    [AGENT, 'cases.ask', { papers: [{ paper: 'm0' }] }, 'BAD_INPUT'],
    [AGENT, 'cases.ask', { papers: [{ paper: 'm0', fault: '字'.repeat(61) }] }, 'BAD_INPUT'],
  ];
  const before = await viewOf(cloud, RESIDENT, caseId);
  for (const [person, name, input, code] of table)
    expect([name, await raw(person, name, { caseId, ...input })]).toMatchObject([name, { code }]);
  expect(await viewOf(cloud, RESIDENT, caseId)).toEqual(before);
  await cloud.ok(AGENT, 'cases.ask', { caseId, papers: [{ paper: 'm0', fault: '缺页' }] });
  expect(await raw(RESIDENT, 'cases.supply', { caseId })).toMatchObject({ code: 'BAD_INPUT' });
});

it('may follow where the item says so: reminded of by time, then waited for', async () => {
  await cloud.ok(RESIDENT, 'cases.paper', { caseId, paper: 'm2', state: 'later' });
  await taken();
  const due = instantOf('2026-11-30', '17:00');
  expect(await paperOf(RESIDENT, 'm2')).toMatchObject({ state: 'later', dueAt: due });
  await cloud.setClock(due - 3 * 3_600_000);
  await cloud.timer('sweep');
  await cloud.timer('notify');
  expect(await titlesOf(cloud, RESIDENT)).toContain('答应后补的材料快到日子了');
  await cloud.setClock(due);
  await cloud.timer('sweep');
  await cloud.timer('sweep');
  await cloud.timer('notify');
  expect(await viewOf(cloud, RESIDENT, caseId)).toMatchObject({ state: 'awaiting_resident' });
  expect(
    (await titlesOf(cloud, RESIDENT)).filter((title) => title === '答应后补的材料到日子了'),
  ).toHaveLength(1);
  expect(await titlesOf(cloud, AGENT)).toContain('后补的材料没有来');
  expect(await raw(RESIDENT, 'cases.paper', { caseId, paper: 'm2', state: 'later' })).toMatchObject({
    code: 'PAPER_NOT_SO',
  });
  await cloud.ok(RESIDENT, 'cases.paper', { caseId, paper: 'm2', add: [await put(RESIDENT, 'a.png')] });
  await cloud.ok(RESIDENT, 'cases.supply', { caseId });
  expect((await viewOf(cloud, AGENT, caseId)).state).toBe('in_progress');
});

it('reads and goes on with a case of before papers were kept', async () => {
  await taken();
  const [doc] = (await cloud.console.find('cases', { _id: caseId })) as CaseDoc[];
  if (!doc) throw new Error(caseId);
  const { papers: _, ...before } = doc;
  await cloud.console.put('cases', before);
  expect((await viewOf(cloud, RESIDENT, caseId)).papers).toBeUndefined();
  expect(await raw(RESIDENT, 'cases.paper', { caseId, paper: 'm0', state: 'has' })).toMatchObject({
    code: 'PAPER_NOT_FOUND',
  });
  await cloud.ok(AGENT, 'cases.ask', { caseId, text: '户口簿' });
  await cloud.ok(RESIDENT, 'cases.supply', { caseId, text: '在家' });
  await cloud.ok(AGENT, 'cases.complete', { caseId, result: '好了' });
});
