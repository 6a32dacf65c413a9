import { groupsOf } from '../../contract/alike';
import type { CaseRow } from '../../contract/models';
import type { ActionName, Input, Output } from '../../contract/actions';
import { MONDAY, type TestCloud, freshId, startTestCloud } from '../support/cloud';
import { board } from '../support/photo';
import { upload } from '../support/upload';
import { AGENT, DISTRICT, MANAGER, STREET, titlesOf, viewOf } from './finished';

/** 随手报: it lies where it is, loses nothing, is joined by neighbours and tells nobody who reported it. */
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.close());

const RESIDENT = 'rs-01';
type Said = Input<'cases.report'>;
const place = { orgId: 'g-xm-1', landmark: '晴川里小区东门路口' };
const said: Said = { subtype: 'manhole', note: '井盖没了，怕有人掉下去', place };
const report = (more: Partial<Said> = {}, person = RESIDENT, requestId?: string) =>
  cloud.ok(person, 'cases.report', { ...said, ...more }, requestId);
const refused = (more: Partial<Said>, person = RESIDENT) =>
  cloud.call(person, 'cases.report', { ...said, ...more });
const nearby = async (person: string) =>
  (await cloud.ok(person, 'cases.nearby', { orgId: 'g-xm-1', subtype: 'manhole' })).reports;
const idsOf = (rows: { caseId: string }[]) => rows.map(({ caseId }) => caseId);

/** Neighbours whom the demo does not have, and what each does by their own phone. */
async function neighbours(count: number): Promise<string[]> {
  const [model] = (await cloud.console.find('people', { _id: 'rs-02' })) as object[];
  const ids = Array.from({ length: count }, (_, i) => `nb-${i}`);
  for (const id of ids) await cloud.console.put('people', { ...model, _id: id, openid: id, name: '邻居' });
  return ids;
}
async function by<N extends ActionName>(id: string, name: N, input: Input<N>): Promise<Output<N>> {
  const [fn = '', action] = name.split('.');
  const reply = await cloud.post(fn, { action, requestId: freshId(), input }, cloud.tokenOf(id));
  if (!reply.ok) throw new Error(`${name} as ${id}: ${JSON.stringify(reply)}`);
  return reply.data as Output<N>;
}

interface Call {
  function: string;
  reads: number;
  writes: number;
  begins: number;
}
async function callsOf(work: () => Promise<unknown>): Promise<number> {
  await fetch(`${cloud.url}/_local/calls`, { method: 'DELETE' });
  await work();
  const calls = await cloud.local<Call[]>('calls');
  return calls.reduce((sum, { reads, writes }) => sum + reads + writes, 0);
}

describe('where it is', () => {
  it('goes to the place’s grid with the clock of its kind, and never to the home of whoever reports', async () => {
    const photo = await upload(cloud, RESIDENT, `cases/${RESIDENT}/a.jpg`, board);
    const point = { latitude: 47.34, longitude: 123.95, address: '黑龙江省齐齐哈尔市铁锋区龙华路' };
    const { caseId } = await report({ place: { ...place, point }, photos: [photo] });
    const seen = await viewOf(cloud, MANAGER, caseId);
    expect(seen).toMatchObject({
      place: '新民第一网格，晴川里小区东门路口',
      isUrgent: true,
      report: { landmark: place.landmark, point, isAnonymous: false, joined: 0 },
      contact: { name: '赵**' },
      photos: 1,
    });
    expect(JSON.stringify(seen)).not.toContain('灯塔院');
    const agent = seen.assignment?.agentId ?? '';
    expect((await viewOf(cloud, agent, caseId)).place).toBe(seen.place);
    await cloud.ok(agent, 'cases.accept', { caseId });
    expect((await viewOf(cloud, agent, caseId)).contact).toEqual({
      name: '赵一示',
      phone: '04525550124',
    });
    expect((await cloud.ok(agent, 'cases.pictures', { caseId })).urls).toHaveLength(1);
  });

  it('in another community of the district it is that community’s', async () => {
    const { caseId } = await report({ place: { orgId: 'cm-donghu', landmark: '湖边栈道' } });
    expect(await cloud.call(MANAGER, 'cases.detail', { caseId })).toMatchObject({ code: 'NOT_YOUR_CASE' });
    expect((await viewOf(cloud, 'ad-cm-3', caseId)).place).toBe('湖边栈道');
    expect((await viewOf(cloud, RESIDENT, caseId)).state).toBe('offered');
  });

  it.each<[string, Said['place']]>([
    ['by its words', { ...place, landmark: '哈尔滨市道里区中央大街' }],
    [
      'by the point of the map',
      { ...place, point: { latitude: 45.77, longitude: 126.62, address: '黑龙江省哈尔滨市道里区中央大街' } },
    ],
  ])('in another city, %s: 12345 is named and nothing is kept', async (_, there) => {
    const before = cloud.stored();
    const reply = await refused({ place: there });
    expect(reply).toMatchObject({
      code: 'PLACE_ELSEWHERE',
      fields: { landmark: expect.stringContaining('12345') as string },
    });
    expect(!reply.ok && reply.message).toContain('您写的都还在');
    expect(cloud.stored()).toEqual(before);
  });

  it.each<[string, Partial<Said>, string]>([
    ['no place', { place: { landmark: '东门' } }, 'PLACE_NEEDED'],
    ['a street', { place: { orgId: 'st-longhua', landmark: '东门' } }, 'PLACE_NOT_A_COMMUNITY'],
    ['a code that leads nowhere', { place: { code: '22222222', landmark: '东门' } }, 'PLACE_CODE_UNKNOWN'],
    ['no landmark', { place: { orgId: 'g-xm-1', landmark: '  ' } }, 'BAD_INPUT'],
    ['a point off the earth', { place: { ...place, point: { latitude: 91, longitude: 0 } } }, 'BAD_INPUT'],
    ['a kind that is not there', { subtype: 'dragon' }, 'SUBTYPE_NOT_FOUND'],
    ['another’s picture', { photos: ['cloud://x/cases/rs-02/a.jpg'] }, 'BAD_INPUT'],
  ])('refuses %s, and keeps nothing', async (_, more, code) => {
    const before = cloud.stored();
    expect(await refused(more)).toMatchObject({ code });
    expect(cloud.stored()).toEqual(before);
  });

  it('asked for as an errand, by an older phone, it does not name the door either', async () => {
    const { caseId } = await cloud.ok(RESIDENT, 'cases.submit', {
      serviceCode: 'report-issue',
      mode: 'online',
      note: '路灯不亮',
    });
    expect((await viewOf(cloud, RESIDENT, caseId)).contact.address).toBeUndefined();
  });

  it('stays in its grid where the household of whoever reported it moves to another', async () => {
    const { caseId } = await report({ place: { orgId: 'g-xm-3', landmark: '灯塔院门口' } });
    await cloud.ok(MANAGER, 'units.regrid', {
      from: '2026-11-23',
      moves: [{ grid: 'g-xm-3', to: 'g-xm-1' }],
      dryRun: false,
    });
    await cloud.timer('sweep');
    expect((await viewOf(cloud, MANAGER, caseId)).place).toBe('新民第三网格，灯塔院门口');
  });
});

describe('several at once', () => {
  it('are each a case of its own; the very same again is the one that is open', async () => {
    const first = await report();
    const others = [
      await report({ place: { ...place, landmark: '西门' } }),
      await report({ subtype: 'streetlight', note: '路灯不亮' }),
      await report({ note: '井盖翘起来了' }),
    ];
    expect(new Set(idsOf([first, ...others])).size).toBe(4);
    expect(others.every(({ existing }) => !existing)).toBe(true);
    expect(await report()).toMatchObject({ caseId: first.caseId, existing: true });
    const photo = await upload(cloud, RESIDENT, `cases/${RESIDENT}/b.jpg`, board);
    expect((await report({ photos: [photo] })).existing).toBe(false);
  });

  it('repeated by a lost reply is once; the same id for other words is refused', async () => {
    const id = freshId();
    const first = await report({}, RESIDENT, id);
    expect(await report({}, RESIDENT, id)).toEqual(first);
    expect(await cloud.call(RESIDENT, 'cases.report', { ...said, note: '别的' }, id)).toMatchObject({
      code: 'REQUEST_REUSED',
    });
  });

  it('takes at most eight calls of the database', async () => {
    await report({ note: '先热一热' });
    const count = await callsOf(() => report());
    process.stdout.write(`\nreport: ${count} database calls\n`);
    expect(count).toBeLessThanOrEqual(8);
    const looked = await callsOf(() => nearby(RESIDENT));
    expect(looked).toBeLessThanOrEqual(3);
  });

  it('that complains of the staff is a complaint', async () => {
    const { caseId } = await report({ note: '我要投诉代办员，井盖报了三回都不管' });
    expect((await viewOf(cloud, RESIDENT, caseId)).isComplaint).toBe(true);
    expect(await cloud.call(AGENT, 'cases.detail', { caseId })).toMatchObject({ code: 'NOT_YOUR_CASE' });
  });
});

describe('anonymous', () => {
  it('no call of an agent or a manager gives who it was, whatever becomes of it', async () => {
    const { caseId, no } = await report({ isAnonymous: true });
    const agent = (await viewOf(cloud, MANAGER, caseId)).assignment?.agentId ?? '';
    const seen: unknown[] = [];
    const look = async () => {
      for (const person of [agent, MANAGER, STREET, DISTRICT]) {
        const orgId = 'cm-xinmin';
        for (const reply of [
          await cloud.call(person, 'cases.detail', { caseId }),
          await cloud.call(person, 'account.inbox', {}),
          person === agent
            ? [await cloud.call(person, 'cases.queue', {}), await cloud.call(person, 'cases.calls', {})]
            : [
                await cloud.call(person, 'cases.board', { orgId }),
                await cloud.call(person, 'cases.find', { orgId, text: no }),
                await cloud.call(person, 'people.find', { orgId, text: no }),
                await cloud.call(person, 'cases.contact', { caseId, why: '看看' }),
                await cloud.call(person, 'admin.deliveries', { orgId }),
              ],
        ])
          seen.push(reply);
      }
    };
    await look();
    await cloud.ok(agent, 'cases.accept', { caseId });
    await cloud.ok(RESIDENT, 'cases.say', { caseId, text: '东门那边' });
    await look();
    await cloud.ok(agent, 'cases.complete', { caseId, result: '换好了' });
    await cloud.timer('notify');
    await look();
    // The kept person themselves is on nobody's list of findings.
    expect(
      JSON.stringify(seen).match(/赵一示|赵\*\*|04525550124|045\*\*\*\*0124|rs-01|灯塔院/)?.[0],
    ).toBeUndefined();
    expect(await cloud.call(MANAGER, 'cases.contact', { caseId, why: '看看' })).toMatchObject({
      code: 'REPORTER_HIDDEN',
    });
    expect((await cloud.ok(MANAGER, 'cases.find', { orgId: 'cm-xinmin', text: '赵一示' })).cases).toEqual([]);
    expect((await viewOf(cloud, RESIDENT, caseId)).parts[0]).toBe('resident');
    expect(await titlesOf(cloud, RESIDENT)).toContain('代办员已接单');
  });

  it('nobody is drawn to be rung up about it', async () => {
    const { caseId } = await report({ isAnonymous: true });
    const agent = (await viewOf(cloud, MANAGER, caseId)).assignment?.agentId ?? '';
    await cloud.ok(agent, 'cases.accept', { caseId });
    await cloud.ok(agent, 'cases.complete', { caseId, result: '换好了' });
    await cloud.setClock(MONDAY + 9 * 86_400_000);
    expect(
      await cloud.call(MANAGER, 'reviews.draw', { orgId: 'cm-xinmin', period: '2026-11', size: 5 }),
    ).toMatchObject({ code: 'NOTHING_TO_DRAW' });
  });
});

describe('我也遇到了', () => {
  it('thirty neighbours within an hour are one case: one list, one line, and each is told how it goes', async () => {
    const { caseId } = await report({ isAnonymous: true });
    const ids = await neighbours(30);
    for (const id of ids) {
      const { reports } = await by(id, 'cases.nearby', { orgId: 'g-xm-1', subtype: 'manhole' });
      expect(reports).toMatchObject([{ caseId, what: '井盖缺损', landmark: place.landmark }]);
      await by(id, 'cases.join', { caseId });
    }
    expect(await by(ids[0] ?? '', 'cases.join', { caseId })).toMatchObject({ caseId });
    const seen = await viewOf(cloud, MANAGER, caseId);
    expect(seen.report?.joined).toBe(30);
    expect(seen.events.filter((event) => event.do === 'join')).toHaveLength(1);
    const agent = seen.assignment?.agentId ?? '';
    expect(await titlesOf(cloud, agent)).toEqual(['有新的办件派给您']);
    const { offers } = await cloud.ok(agent, 'cases.queue', {});
    expect(offers).toMatchObject([{ caseId, joined: 30 }]);
    await cloud.ok(agent, 'cases.accept', { caseId });
    await cloud.ok(agent, 'cases.complete', { caseId, result: '换好了' });
    for (const id of [ids[0] ?? '', ids[29] ?? ''])
      expect((await by(id, 'account.inbox', {})).notices.map(({ title }) => title)).toEqual([
        '您也遇到的办好了',
        '您也遇到的有人去办了',
      ]);
    await cloud.timer('notify');
    const sent = await cloud.ok(MANAGER, 'admin.deliveries', { orgId: 'cm-xinmin' });
    expect(JSON.stringify([seen, sent, await viewOf(cloud, agent, caseId)])).not.toContain('nb-');
  }, 120_000);

  it('thirty who report it all the same are shown five, by one bounded read', async () => {
    const ids = await neighbours(30);
    for (const id of ids) await by(id, 'cases.report', said);
    expect(await nearby(RESIDENT)).toHaveLength(5);
    expect(await callsOf(() => nearby(RESIDENT))).toBeLessThanOrEqual(3);
    // Managers see them as one, from which any can be taken out; each stays a case, and counts for who has it.
    const board = async () => {
      const rows: CaseRow[] = [];
      let cursor: string | undefined;
      do {
        const page = await cloud.ok(MANAGER, 'cases.board', { orgId: 'cm-xinmin', heap: 'open', cursor });
        rows.push(...page.cases);
        cursor = page.cursor;
      } while (cursor !== undefined);
      return rows;
    };
    const together = async () => groupsOf(await board()).groups.map(({ length }) => length);
    expect(await together()).toEqual([30]);
    const [{ caseId } = { caseId: '' }] = await board();
    await cloud.ok(MANAGER, 'cases.apart', { caseId });
    expect(await together()).toEqual([29]);
    await cloud.ok(MANAGER, 'cases.alike', { caseId });
    expect(await together()).toEqual([30]);
    const rows = await board();
    const { agents } = await cloud.ok(MANAGER, 'roster.list', { orgId: 'cm-xinmin' });
    for (const { name, open } of agents)
      expect([name, open]).toEqual([name, rows.filter(({ agentName }) => agentName === name).length]);
  }, 120_000);

  it('shows the neighbour where it stands, and not a word of whoever reported it', async () => {
    const photo = await upload(cloud, RESIDENT, `cases/${RESIDENT}/a.jpg`, board);
    const { caseId } = await report({ photos: [photo] });
    await cloud.ok('rs-02', 'cases.join', { caseId });
    const agent = (await viewOf(cloud, MANAGER, caseId)).assignment?.agentId ?? '';
    await cloud.ok(agent, 'cases.accept', { caseId });
    await cloud.ok(agent, 'cases.ask', { caseId, text: '赵一示请说清哪个井盖' });
    const view = await viewOf(cloud, 'rs-02', caseId);
    expect(view).toMatchObject({ parts: ['joiner'], note: '', residentName: '匿名', report: { joined: 1 } });
    expect(JSON.stringify(view)).not.toMatch(/赵|0124|怕有人|rs-0/);
    expect(await cloud.call('rs-02', 'cases.pictures', { caseId })).toMatchObject({ code: 'NOT_YOUR_CASE' });
    for (const deed of ['cancel', 'supply', 'urge'] as const)
      expect(await cloud.call('rs-02', `cases.${deed}`, { caseId })).toMatchObject({ code: 'NOT_YOUR_CASE' });
    expect(await cloud.ok('rs-02', 'cases.mine', {})).toMatchObject({ joined: [{ caseId }] });
  });

  it('is taken back, and then it is gone from the list and no word of it comes any more', async () => {
    const { caseId } = await report();
    await cloud.ok('rs-02', 'cases.join', { caseId });
    expect((await nearby('rs-02'))[0]).toMatchObject({ mine: 'joined', joined: 1 });
    await cloud.ok('rs-02', 'cases.leave', { caseId });
    expect((await nearby('rs-02'))[0]).toMatchObject({ joined: 0 });
    expect((await cloud.ok('rs-02', 'cases.mine', {})).joined).toBeUndefined();
    expect(await cloud.call('rs-02', 'cases.detail', { caseId })).toMatchObject({ code: 'NOT_YOUR_CASE' });
    await cloud.ok(RESIDENT, 'cases.cancel', { caseId });
    expect(await titlesOf(cloud, 'rs-02')).toEqual([]);
  });

  it('tells who joined when it is taken back by whoever reported it', async () => {
    const { caseId } = await report();
    await cloud.ok('rs-02', 'cases.join', { caseId });
    await cloud.ok(RESIDENT, 'cases.cancel', { caseId, reason: '写错了，是我家的事' });
    expect(await titlesOf(cloud, 'rs-02')).toEqual(['您也遇到的撤回了']);
    expect(JSON.stringify(await viewOf(cloud, 'rs-02', caseId))).not.toContain('我家');
    expect(await cloud.call('rs-03', 'cases.join', { caseId })).toMatchObject({ code: 'STATE_NOT_ALLOWED' });
  });

  it.each<[string, string, string]>([
    ['one’s own', RESIDENT, 'JOIN_OWN'],
    ['an errand', 'rs-02', 'NOT_A_REPORT'],
  ])('refuses %s', async (what, person, code) => {
    const { caseId } =
      what === 'an errand'
        ? await cloud.ok(RESIDENT, 'cases.submit', {
            serviceCode: 'disability-certificate',
            mode: 'counter',
            note: '想办残疾证',
          })
        : await report();
    expect(await cloud.call(person, 'cases.join', { caseId })).toMatchObject({ code });
  });
});
