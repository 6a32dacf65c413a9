import type { CopyLinks } from '../../contract/actions/privacy';
import type { Copy } from '../../cloudfunctions/domain/privacy/copy';
import { type TestCloud, MONDAY, freshId, startTestCloud } from '../support/cloud';
import { point } from '../support/photo';
import { upload } from '../support/upload';
import { AGENT, MANAGER, STREET, viewOf } from './finished';

/** 我的信息: who has looked at it, a copy of everything, a correction. Rules: docs/decisions/0064. */
let cloud: TestCloud;
const ME = 'nobody';
const name = '闻笛响';
const phone = '15500010001';
const address = '灯塔院77号楼7单元707';
const dayMs = 86_400_000;
let personId = '';
let caseId = '';

const readings = async (person: string) => (await cloud.ok(person, 'privacy.readers', {})).readings;
const fetched = async ({ url }: CopyLinks['page']) => (await fetch(url)).text();
const give = async (id: string) => {
  const { assignment } = await viewOf(cloud, STREET, id);
  if (assignment?.agentId !== AGENT) await cloud.ok(STREET, 'cases.assign', { caseId: id, agentId: AGENT });
  await cloud.ok(AGENT, 'cases.accept', { caseId: id });
};

beforeAll(async () => {
  cloud = await startTestCloud();
  const joined = await cloud.ok(ME, 'account.join', {
    orgId: 'cm-xinmin',
    name,
    phone,
    address,
    consent: true,
  });
  personId = joined.person.id;
  ({ caseId } = await cloud.ok(ME, 'cases.submit', {
    serviceCode: 'disability-certificate',
    mode: 'counter',
    note: '膝盖疼得走不动',
  }));
  const photo = await upload(cloud, ME, `papers/${caseId}/${personId}/a.png`, point);
  await cloud.ok(ME, 'cases.paper', { caseId, paper: 'm0', add: [photo] });
});
afterAll(() => cloud.close());

describe('谁看过我的信息', () => {
  it('is nobody, as long as nobody has opened anything: finding, lists and offers are masked', async () => {
    await cloud.ok(MANAGER, 'people.find', { text: name, orgId: 'cm-xinmin' });
    await viewOf(cloud, MANAGER, caseId);
    expect(await readings(ME)).toEqual([]);
  });

  it('tells of each opening who, when, why and by which case', async () => {
    await give(caseId);
    await cloud.setClock(MONDAY + 60_000);
    await cloud.ok(MANAGER, 'cases.contact', { caseId, why: '核对电话' });
    await cloud.setClock(MONDAY + 120_000);
    await cloud.ok(MANAGER, 'cases.inspect', { caseId, why: '看证件' });
    await cloud.setClock(MONDAY + 180_000);
    await cloud.ok(MANAGER, 'people.look', { personId });
    const { no } = await viewOf(cloud, ME, caseId);
    const of = { id: caseId, no, serviceName: expect.any(String) };
    expect(await readings(ME)).toEqual([
      { at: MONDAY + 180_000, by: '白露澄', part: 'manager', how: 'look' },
      { at: MONDAY + 120_000, by: '白露澄', part: 'manager', how: 'inspect', why: '看证件', case: of },
      { at: MONDAY + 60_000, by: '白露澄', part: 'manager', how: 'contact', why: '核对电话', case: of },
      { at: MONDAY, by: '立春晓', part: 'agent', how: 'agent', isOn: true, case: of },
    ]);
    // Nothing of it is anybody else's to read.
    expect(await readings('rs-02')).toEqual([]);
  });

  it('writes one entry of an opening, however often its request comes, and none of a read', async () => {
    const id = freshId();
    const before = (await readings(ME)).length;
    for (let i = 0; i < 2; i += 1) await cloud.ok(MANAGER, 'people.look', { personId }, id);
    expect((await readings(ME)).length).toBe(before + 1);
    const stored = JSON.stringify(cloud.stored());
    await cloud.ok(AGENT, 'cases.detail', { caseId });
    await cloud.ok(AGENT, 'cases.photos', { caseId });
    await readings(ME);
    expect(JSON.stringify(cloud.stored())).toBe(stored);
  });

  it('ends for the agent with the case', async () => {
    await cloud.setClock(MONDAY + 3_600_000);
    await cloud.ok(AGENT, 'cases.complete', { caseId, result: '办好了' });
    const agent = (await readings(ME)).find(({ how }) => how === 'agent');
    expect(agent).toMatchObject({ at: MONDAY, until: MONDAY + 3_600_000 });
    expect(agent?.isOn).toBeUndefined();
  });
});

describe('我的信息副本', () => {
  let first: CopyLinks;

  it('has everything of the person, as a page and as data, and nothing of others', async () => {
    const other = await cloud.ok('rs-02', 'cases.submit', {
      serviceCode: 'disability-certificate',
      mode: 'counter',
      note: '邻居的秘密',
    });
    await give(other.caseId);
    await cloud.ok('rs-04', 'account.setFamily', {
      relation: 'parent',
      name,
      phone,
      orgId: 'cm-xinmin',
      asked: true,
    });
    await cloud.ok(ME, 'reviews.submit', { caseId, level: 'satisfied', text: '<b>跑前跑后' });
    await cloud.timer('notify');
    first = await cloud.ok(ME, 'privacy.copy', {});
    const [page, data] = [await fetched(first.page), JSON.parse(await fetched(first.data)) as Copy];
    const text = JSON.stringify(data);
    const own = [
      name,
      phone,
      address,
      '膝盖疼得走不动',
      '核对电话',
      '白露澄',
      '立春晓',
      '李四示',
      '已收到您的请求',
    ];
    for (const word of own) {
      expect([word, page.includes(word)]).toEqual([word, true]);
      expect([word, text.includes(word)]).toEqual([word, true]);
    }
    // What was written stays text.
    expect(page).toContain(`${'&lt;b&gt;'}跑前跑后`);
    expect(text).toContain('<b>跑前跑后');
    for (const word of ['邻居的秘密', '钱二例', '04525550125', '04525550127']) {
      expect([word, page.includes(word)]).toEqual([word, false]);
      expect([word, text.includes(word)]).toEqual([word, false]);
    }
    const [photo = ''] = data.sections.flatMap(({ entries }) => entries.flatMap(({ photos = [] }) => photos));
    expect(Buffer.from(await (await fetch(photo)).arrayBuffer())).toEqual(Buffer.from(point));
    expect(data.sections.every(({ why, keeping }) => why && keeping)).toBe(true);
  });

  it('is the same while it is good, and a new one after', async () => {
    const again = await cloud.ok(ME, 'privacy.copy', {});
    expect(again.until).toBe(first.until);
    const exports = () => cloud.stored().exports as { id: string; text: string }[];
    expect(exports().filter(({ id }) => id.startsWith('copy:'))).toHaveLength(2);
    // A clock that was set back makes no copy that lies there for longer than a day.
    await cloud.setClock(MONDAY - dayMs);
    expect((await cloud.ok(ME, 'privacy.copy', {})).until).toBe(MONDAY);
    await cloud.setClock(MONDAY + 3 * dayMs);
    await cloud.timer('rollup');
    expect((await fetch(again.page.url)).status).not.toBe(200);
    expect((await cloud.ok(ME, 'privacy.copy', {})).until).toBe(MONDAY + 4 * dayMs);
  });

  it('is not taken for somebody who can take it, and stands in the log of who cannot', async () => {
    expect(await cloud.call(MANAGER, 'privacy.copyFor', { personId, paper: '申请书' })).toMatchObject({
      code: 'ASKS_THEMSELVES',
    });
    await cloud.ok(MANAGER, 'cases.intake', {
      channel: 'counter',
      name: '何老太',
      phone: '15500000077',
      serviceCode: 'disability-certificate',
      mode: 'counter',
      note: '想办残疾证',
    });
    const { people } = await cloud.ok(MANAGER, 'people.find', { text: '何老太', orgId: 'cm-xinmin' });
    const id = people[0]?.id ?? '';
    const paper = '11月26日本人签字的申请书';
    const made = await cloud.ok(MANAGER, 'privacy.copyFor', { personId: id, paper });
    expect(await fetched(made.page)).toContain('15500000077');
    expect(await cloud.call('ad-cm-2', 'privacy.copyFor', { personId: id, paper })).toMatchObject({
      code: 'PERSON_NOT_YOURS',
    });
    const { entries } = await cloud.ok(MANAGER, 'units.journal', { orgId: 'cm-xinmin', about: id });
    expect(entries[0]).toMatchObject({ what: 'person.copy', about: { name: '何**' } });
    expect(entries[0]?.changes).toEqual([{ field: 'paper', after: paper }]);
  });
});

describe('更正', () => {
  it('is asked of the community with a clock, answered, and told', async () => {
    expect(await cloud.call(ME, 'privacy.ask', { kind: 'correct' })).toMatchObject({
      code: 'BAD_INPUT',
      fields: { text: expect.any(String) },
    });
    const id = freshId();
    const asked = await cloud.ok(ME, 'privacy.ask', { kind: 'correct', text: '那件事的名字写错了' }, id);
    expect(await cloud.ok(ME, 'privacy.ask', { kind: 'correct', text: '那件事的名字写错了' }, id)).toEqual(
      asked,
    );
    expect(asked).toMatchObject({ kind: 'correct', state: 'open' });
    const open = await cloud.ok(MANAGER, 'privacy.requests', { orgId: 'cm-xinmin', open: true });
    expect(open.requests).toMatchObject([{ id: asked.id, name: '闻**', text: '那件事的名字写错了' }]);
    expect(await cloud.call(MANAGER, 'privacy.decide', { id: asked.id, yes: false })).toMatchObject({
      code: 'BAD_INPUT',
      fields: { ground: expect.any(String), why: expect.any(String) },
    });
    const inXinmin = { id: asked.id, yes: false, ground: 'wrong', why: '身份证上就是这个字' } as const;
    expect(await cloud.call('ad-cm-2', 'privacy.decide', inXinmin)).toMatchObject({
      code: 'REQUEST_NOT_FOUND',
    });
    expect(await cloud.ok(MANAGER, 'privacy.decide', inXinmin)).toMatchObject({ state: 'refused' });
    expect(await cloud.call(MANAGER, 'privacy.decide', inXinmin)).toMatchObject({ code: 'REQUEST_CLOSED' });
    const { notices } = await cloud.ok(ME, 'account.inbox', {});
    expect(notices[0]).toMatchObject({
      title: '更正没有照办',
      text: expect.stringContaining('身份证上就是这个字'),
    });
    expect((await cloud.ok(ME, 'privacy.mine', {})).requests[0]).toMatchObject({
      answer: { by: '白露澄', ground: 'wrong' },
    });
  });

  it('shows a yellow and a red card, the second to the unit above as well, each once', async () => {
    const { dueAt } = await cloud.ok(ME, 'privacy.ask', { kind: 'correct', text: '门牌不对' });
    const titles = async (person: string) =>
      (await cloud.ok(person, 'account.inbox', {})).notices
        .map(({ title }) => title)
        .filter((one) => /牌：个人信息/.test(one));
    for (const at of [dueAt - dayMs, dueAt - dayMs, dueAt, dueAt + dayMs]) {
      await cloud.setClock(at);
      await cloud.timer('sweep');
    }
    expect(await titles(MANAGER)).toEqual(['红牌：个人信息请求超期', '黄牌：个人信息请求快到期']);
    expect(await titles(STREET)).toEqual(['红牌：个人信息请求超期']);
    const { requests } = await cloud.ok(STREET, 'privacy.requests', { orgId: 'st-longhua', open: true });
    expect(requests).toMatchObject([{ card: 'red' }]);
  });
});

describe('收回同意', () => {
  it('deletes the photos of a case that has ended, and not of one that is going on', async () => {
    const consents = async () => (await cloud.ok(ME, 'privacy.mine', {})).consents;
    expect(await consents()).toMatchObject({ askers: 1, photos: [{ caseId, count: 1 }], wall: [] });
    const [paper] = (await cloud.ok(ME, 'cases.photos', { caseId })).papers;
    const url = paper?.photos[0]?.url ?? '';
    expect((await fetch(url)).status).toBe(200);
    expect(await cloud.ok(ME, 'privacy.dropPhotos', { caseId })).toEqual({ caseId, photos: 1 });
    expect(await cloud.ok(ME, 'privacy.dropPhotos', { caseId })).toEqual({ caseId, photos: 0 });
    expect((await fetch(url)).status).toBe(404);
    expect((await consents()).photos).toEqual([]);
    const open = await cloud.ok('rs-02', 'cases.mine', {});
    const going = open.cases[0]?.caseId ?? '';
    expect(await cloud.call('rs-02', 'privacy.dropPhotos', { caseId: going })).toMatchObject({
      code: 'STATE_NOT_ALLOWED',
    });
    expect(await cloud.call('rs-02', 'privacy.dropPhotos', { caseId })).toMatchObject({
      code: 'NOT_YOUR_CASE',
    });
    expect(await cloud.call(ME, 'privacy.unpublish', { caseId: going })).toMatchObject({
      code: 'NOT_YOUR_CASE',
    });
  });
});
