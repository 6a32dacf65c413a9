import type { Input } from '../../contract/actions';
import type { CaseDoc, PersonDoc } from '../../cloudfunctions/domain/documents';
import { demoDocuments } from '../../demo/documents';
import { type TestCloud, MONDAY, freshId, startTestCloud } from '../support/cloud';

/** 撤并、划转: a unit goes into another, or below another one, with all that lies within it; what has ended stays. */
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.close());

const DISTRICT = 'ad-ds-1';
const STREET = 'ad-st-1';
const MANAGER = 'ad-cm-1';
const minute = 60_000;
const TODAY = '2026-11-23';
const wish = { serviceCode: 'disability-certificate', mode: 'counter', note: '想办残疾证' } as const;

interface Stored {
  _id: string;
  name: string;
  unit: { district: string; street?: string; community?: string; grid?: string };
  posts: PersonDoc['posts'];
  gridIds: string[];
  closedAt?: number;
  shares?: boolean;
  escalatedTo?: string;
  escalations: CaseDoc['escalations'];
  state: string;
  open?: boolean;
  orgId?: string;
  code?: string;
}
const stored = (collection: string): Map<string, Stored> =>
  new Map(
    (cloud.stored()[collection] as { id: string; text: string }[]).map(({ id, text }) => [
      id,
      JSON.parse(text) as Stored,
    ]),
  );
const inside = (collection: string, tier: keyof Stored['unit'], id: string) =>
  [...stored(collection).values()].filter(({ unit }) => unit[tier] === id);
const change = (person: string, input: Input<'units.change'>, id?: string) =>
  cloud.call(person, 'units.change', input, id);
const done = (person: string, input: Input<'units.change'>, id?: string) =>
  cloud.ok(person, 'units.change', input, id);
const submit = async (person: string) => (await cloud.ok(person, 'cases.submit', wish)).caseId;
const journal = async (person: string, orgId: string, about: string) =>
  (await cloud.ok(person, 'units.journal', { orgId, about })).entries;

/** A case that has ended, one that is open, and how many live in 新民社区. */
async function lived() {
  const ended = await submit('rs-01');
  await cloud.ok('rs-01', 'cases.cancel', { caseId: ended });
  const open = await submit('rs-01');
  const residents = inside('people', 'community', 'cm-xinmin').filter(({ posts }) =>
    posts.some(({ role }) => role === 'resident'),
  );
  return { ended, open, residents };
}
const merge = { do: 'merge', orgId: 'cm-xinmin', into: 'cm-zhongdong' } as const;

describe('a community that goes into another', () => {
  it('is looked at beforehand: what would go, and who would not; nothing is written', async () => {
    const { residents } = await lived();
    const before = cloud.stored();
    const { goes } = await done(STREET, { ...merge, dryRun: true });
    expect(cloud.stored()).toEqual(before);
    const [manager] = stored('people').get(MANAGER)?.name ? [stored('people').get(MANAGER)?.name] : [];
    expect(goes).toEqual({
      isDone: false,
      residents: residents.length,
      cases: 1,
      agents: 3,
      units: 4,
      managers: [manager],
    });
  });

  it('takes grids, agents, households and what is open along, as it was said; what has ended stays', async () => {
    const { ended, open, residents } = await lived();
    const { code } = await cloud.ok(MANAGER, 'units.code', { orgId: 'cm-xinmin' });
    const id = freshId();
    const first = await done(STREET, merge, id);
    expect(first).toEqual({
      orgId: 'cm-xinmin',
      goes: { isDone: true, residents: residents.length, cases: 1 },
    });
    expect(await done(STREET, merge, id)).toEqual(first);
    expect(stored('orgs').get('cm-xinmin')?.closedAt).toBe(MONDAY);
    expect(inside('orgs', 'community', 'cm-xinmin').map(({ _id }) => _id)).toEqual(['cm-xinmin']);
    expect([inside('people', 'community', 'cm-xinmin'), inside('agents', 'community', 'cm-xinmin')]).toEqual([
      [],
      [],
    ]);
    const { person, community } = await cloud.ok('rs-01', 'account.session', {});
    expect([community?.id, person.posts[0]?.orgId]).toEqual(['cm-zhongdong', 'cm-zhongdong']);
    const cases = stored('cases');
    expect([cases.get(ended)?.unit.community, cases.get(open)?.unit.community]).toEqual([
      'cm-xinmin',
      'cm-zhongdong',
    ]);
    // The manager of the other community sees it, its agents are theirs, and the resident goes on as before.
    const board = await cloud.ok('ad-cm-2', 'cases.board', { orgId: 'cm-zhongdong', heap: 'open' });
    expect(board.cases.map(({ caseId }) => caseId)).toContain(open);
    await cloud.ok('rs-01', 'cases.urge', { caseId: open });
    const { agents } = await cloud.ok('ad-cm-2', 'roster.list', { orgId: 'cm-zhongdong' });
    expect(agents.length).toBe(inside('agents', 'community', 'cm-zhongdong').length);
    expect(await cloud.call('rs-02', 'units.scan', { code })).toMatchObject({
      code: 'PLACE_CLOSED',
      fields: { code: '新民社区已经撤并了。' },
    });
    const here = await journal('ad-cm-2', 'cm-zhongdong', 'cm-zhongdong');
    expect(here).toMatchObject([{ what: 'unit.merge', changes: [{ field: 'from', after: '新民社区' }] }]);
    const there = await journal(STREET, 'st-longhua', 'cm-xinmin');
    expect(there).toMatchObject([
      { what: 'unit.merge', changes: expect.arrayContaining([{ field: 'into', after: '中东社区' }]) },
    ]);
  });

  it('leaves figures where they were counted, also when the case goes on and ends in the other one', async () => {
    const { open } = await lived();
    const figures = async () => {
      await cloud.timer('rollup');
      const ask = async (orgId: string) => {
        const { total, below } = await cloud.ok(DISTRICT, 'metrics.overview', {
          orgId,
          from: TODAY,
          to: TODAY,
        });
        return [
          total.asked,
          total.completed,
          below.filter(({ asked }) => asked).map(({ key, asked }) => [key, asked]),
        ];
      };
      return { from: await ask('cm-xinmin'), to: await ask('cm-zhongdong'), street: await ask('st-longhua') };
    };
    const before = await figures();
    expect(before.from[0]).toBeGreaterThan(0);
    await done(STREET, merge);
    await cloud.setClock(MONDAY + minute);
    await cloud.ok('rs-01', 'cases.urge', { caseId: open });
    expect(await figures()).toEqual(before);
    await cloud.ok('rs-01', 'cases.cancel', { caseId: open });
    expect((await figures()).street).toEqual(before.street);
  });

  it('ends invitations to itself, and marks a household that is in both', async () => {
    const { name, phone } = { name: '王同一', phone: '13955501234' };
    for (const manager of [MANAGER, 'ad-cm-2'])
      await cloud.ok(manager, 'cases.intake', { channel: 'phone', name, phone, ...wish });
    await cloud.ok(MANAGER, 'people.invite', { role: 'agent', orgId: 'cm-xinmin', name, phone });
    await done(STREET, merge);
    const both = [...stored('people').values()].filter((one) => one.name === name);
    expect(both.map(({ unit }) => unit.community)).toEqual(['cm-zhongdong', 'cm-zhongdong']);
    expect(both.filter(({ shares }) => shares)).toHaveLength(1);
    expect([...stored('invitations').values()].map(({ open }) => open)).toEqual([false]);
  });

  it('is done to the end by the timer where a run was cut off, and takes what was written meanwhile along', async () => {
    const { people = [], orgs = [], ...others } = demoDocuments();
    const to = { district: 'ds-tiefeng', street: 'st-longhua', community: 'cm-zhongdong' };
    const from = { ...to, community: 'cm-xinmin' };
    const [first] = people.filter(
      (one) => 'address' in one && (one as unknown as Stored).unit.community === 'cm-xinmin',
    );
    const plan = {
      _id: 'rg-1',
      orgId: 'cm-xinmin',
      unit: from,
      by: { id: STREET, name: '' },
      at: MONDAY - 5 * minute,
      requestId: 'r',
      from: TODAY,
      moves: [],
      whole: { id: 'cm-xinmin', tier: 'community', from, to, into: 'cm-zhongdong' },
      state: 'planned',
      runAt: MONDAY - minute,
      residents: 1,
      cases: 0,
    };
    await cloud.close();
    cloud = await startTestCloud({
      seed: {
        ...others,
        // One household had gone when the run was cut off.
        people: people.map((one) => (one === first ? { ...one, unit: to } : one)),
        orgs: orgs.map((one) => (one._id === 'cm-xinmin' ? { ...one, closedAt: MONDAY - 5 * minute } : one)),
        regrids: [plan],
      },
    });
    await cloud.timer('beat');
    expect(inside('people', 'community', 'cm-xinmin')).toEqual([]);
    expect(stored('regrids').get('rg-1')?.state).toBe('moved');
    await cloud.setClock(MONDAY + 3 * minute);
    await cloud.timer('beat');
    expect(stored('regrids').get('rg-1')?.state).toBe('done');
  });

  it.each([20, 45])('goes on by the timer where the function died after %i calls', async (after) => {
    const { residents, open } = await lived();
    await cloud.local('kill', { function: 'units', after });
    expect(await change(STREET, merge)).toMatchObject({ ok: false });
    // A call that died in a transaction holds what it read for a while.
    for (const at of [2, 4, 6]) {
      await cloud.setClock(MONDAY + at * minute);
      await cloud.timer('beat');
    }
    expect(inside('people', 'community', 'cm-zhongdong').map(({ _id }) => _id)).toEqual(
      expect.arrayContaining(residents.map(({ _id }) => _id)),
    );
    expect(inside('agents', 'community', 'cm-xinmin')).toEqual([]);
    expect(stored('cases').get(open)?.unit.community).toBe('cm-zhongdong');
    expect(await journal(STREET, 'st-longhua', 'cm-xinmin')).toHaveLength(1);
  });

  it('takes what is submitted while it is done along, at the latest with the timer', async () => {
    const people = inside('people', 'community', 'cm-xinmin')
      .filter(({ posts }) => posts.some(({ role }) => role === 'resident'))
      .map(({ _id }) => _id);
    const [submitted] = await Promise.all([Promise.all(people.map(submit)), done(STREET, merge)]);
    await cloud.setClock(MONDAY + 3 * minute);
    await cloud.timer('beat');
    const cases = stored('cases');
    expect(submitted.map((id) => cases.get(id)?.unit.community)).toEqual(submitted.map(() => 'cm-zhongdong'));
  });

  it('takes a case along that is opened again afterwards', async () => {
    const caseId = await submit('rs-01');
    const holder = stored('cases').get(caseId) as unknown as CaseDoc;
    const agent = holder.assignment?.agentId ?? '';
    await cloud.ok(agent, 'cases.accept', { caseId });
    await cloud.ok(agent, 'cases.complete', { caseId, result: '残疾证拿到了' });
    await done(STREET, merge);
    await cloud.setClock(MONDAY + 5 * minute);
    await cloud.timer('sweep');
    expect(stored('cases').get(caseId)?.unit.community).toBe('cm-xinmin');
    await cloud.ok('rs-01', 'cases.reopen', { caseId, reason: '证还没拿到' });
    await cloud.timer('sweep');
    expect(stored('cases').get(caseId)).toMatchObject({
      unit: { community: 'cm-zhongdong' },
      countedIn: 'cm-xinmin',
    });
  });

  it('is one, however many ask for it at once', async () => {
    const replies = await Promise.all([
      change(STREET, merge),
      change(DISTRICT, { do: 'merge', orgId: 'cm-zhongdong', into: 'cm-xinmin' }),
      change(DISTRICT, merge),
    ]);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    for (const reply of replies) if (!reply.ok) expect(['UNIT_CLOSED', 'BUSY']).toContain(reply.code);
    const open = ['cm-xinmin', 'cm-zhongdong'].filter((id) => stored('orgs').get(id)?.closedAt === undefined);
    expect(open).toHaveLength(1);
  });
});

describe('a street that goes into another', () => {
  it('takes its communities along; its own manager does not come to manage more', async () => {
    const { open } = await lived();
    const { goes } = await done(DISTRICT, { do: 'merge', orgId: 'st-longhua', into: 'st-donghu' });
    expect(goes).toMatchObject({ isDone: true, cases: 1 });
    expect(stored('orgs').get('cm-xinmin')?.unit).toEqual({
      district: 'ds-tiefeng',
      street: 'st-donghu',
      community: 'cm-xinmin',
    });
    expect(stored('cases').get(open)?.unit).toMatchObject({ street: 'st-donghu', community: 'cm-xinmin' });
    expect(
      inside('people', 'street', 'st-longhua').filter(({ posts }) =>
        posts.some(({ role }) => role === 'resident'),
      ),
    ).toEqual([]);
    expect(stored('people').get(STREET)?.posts).toMatchObject([{ role: 'manager', orgId: 'st-longhua' }]);
  });
});

describe('a unit that comes below another one', () => {
  const move = { do: 'move', orgId: 'cm-xinmin', above: 'st-donghu' } as const;

  it('is looked at beforehand, and goes with all that lies within it', async () => {
    const { ended, open, residents } = await lived();
    const before = cloud.stored();
    const seen = await done(DISTRICT, { ...move, dryRun: true });
    expect(cloud.stored()).toEqual(before);
    expect(seen.goes).toMatchObject({ residents: residents.length, cases: 1, agents: 3, units: 4 });
    const id = freshId();
    const first = await done(DISTRICT, move, id);
    expect(first.goes).toEqual({ isDone: true, residents: residents.length, cases: 1 });
    expect(await done(DISTRICT, move, id)).toEqual(first);
    const street = (collection: string) => [
      ...new Set(inside(collection, 'community', 'cm-xinmin').map(({ unit }) => unit.street)),
    ];
    expect(['orgs', 'people', 'agents'].map(street)).toEqual(Array(3).fill(['st-donghu']));
    const cases = stored('cases');
    expect([cases.get(ended)?.unit.street, cases.get(open)?.unit.street]).toEqual([
      'st-longhua',
      'st-donghu',
    ]);
    expect(await journal(DISTRICT, 'st-donghu', 'cm-xinmin')).toMatchObject([
      { what: 'unit.move', changes: [{ field: 'above', before: '龙华街道', after: '东湖街道' }] },
    ]);
    // Its own manager still oversees it, and its sheet still leads there.
    await cloud.ok(MANAGER, 'units.tree', {});
  });

  it('has its figures counted where it was on that day', async () => {
    await lived();
    const asked = async () => {
      await cloud.timer('rollup');
      const of = async (orgId: string) =>
        (await cloud.ok(DISTRICT, 'metrics.overview', { orgId, from: '2026-11-01', to: '2026-11-30' })).total
          .asked;
      return {
        xinmin: await of('cm-xinmin'),
        longhua: await of('st-longhua'),
        donghu: await of('st-donghu'),
        district: await of('ds-tiefeng'),
      };
    };
    const before = await asked();
    await done(DISTRICT, move);
    await cloud.setClock(MONDAY + minute);
    const open = [...stored('cases').values()].find(
      ({ state, unit }) => state !== 'cancelled' && unit.community === 'cm-xinmin',
    );
    await cloud.ok('rs-01', 'cases.urge', { caseId: open?._id ?? '' });
    expect(await asked()).toEqual(before);
    await cloud.setClock(MONDAY + 86_400_000);
    // An instance remembers the tree for a minute.
    await cloud.local('rest', {});
    await cloud.ok('rs-01', 'cases.submit', { ...wish, serviceCode: 'temporary-relief' });
    const later = await asked();
    // What was counted here is still called by its name, and its own page is the other street's.
    const { below } = await cloud.ok('ad-st-1', 'metrics.overview', {
      orgId: 'st-longhua',
      from: '2026-11-01',
      to: '2026-11-30',
    });
    expect(below.find(({ key }) => key === 'cm-xinmin')).toMatchObject({ name: '新民社区', canOpen: false });
    expect([later.longhua, later.donghu, later.district]).toEqual([
      before.longhua,
      (before.donghu ?? 0) + 1,
      (before.district ?? 0) + 1,
    ]);
  });

  it('keeps what it has where it has gone back before the timer looked again', async () => {
    await lived();
    await done(DISTRICT, move);
    await done(DISTRICT, { ...move, above: 'st-longhua' });
    await cloud.setClock(MONDAY + 3 * minute);
    await cloud.timer('beat');
    expect(
      inside('people', 'street', 'st-donghu').filter(({ unit }) => unit.community === 'cm-xinmin'),
    ).toEqual([]);
  });

  it('as a grid goes to another community, with its households, and has an agent there', async () => {
    const grid = stored('people').get('rs-01')?.unit.grid ?? '';
    const open = await submit('rs-01');
    await done(STREET, { do: 'move', orgId: grid, above: 'cm-zhongdong' });
    expect(stored('people').get('rs-01')).toMatchObject({
      unit: { community: 'cm-zhongdong', grid },
      posts: [{ role: 'resident', orgId: 'cm-zhongdong' }],
    });
    expect(stored('cases').get(open)?.unit).toMatchObject({ community: 'cm-zhongdong', grid });
    const having = [...stored('agents').values()].filter(({ gridIds }) => gridIds.includes(grid));
    expect(having.map(({ unit }) => unit.community)).toEqual(['cm-zhongdong']);
  });
});

describe('is refused, and nothing is written', () => {
  it.each<[string, string, Input<'units.change'>, string, string]>([
    ['into itself', STREET, { ...merge, into: 'cm-xinmin' }, 'UNIT_CANNOT_BE_THERE', 'into'],
    [
      'into a unit of another tier',
      DISTRICT,
      { ...merge, into: 'st-donghu' },
      'UNIT_CANNOT_BE_THERE',
      'into',
    ],
    [
      'of the district',
      DISTRICT,
      { do: 'merge', orgId: 'ds-tiefeng', into: 'st-donghu' },
      'UNIT_CANNOT_BE_THERE',
      'into',
    ],
    ['into a unit of others', MANAGER, merge, 'UNIT_NOT_YOURS', 'orgId'],
    ['into a unit that is not there', STREET, { ...merge, into: 'nowhere' }, 'UNIT_NOT_FOUND', 'orgId'],
    [
      'under itself',
      DISTRICT,
      { do: 'move', orgId: 'st-longhua', above: 'st-longhua' },
      'UNIT_CANNOT_BE_THERE',
      'above',
    ],
    [
      'under its own',
      DISTRICT,
      { do: 'move', orgId: 'st-longhua', above: 'cm-xinmin' },
      'UNIT_CANNOT_BE_THERE',
      'above',
    ],
    [
      'under a unit of the wrong tier',
      DISTRICT,
      { do: 'move', orgId: 'cm-xinmin', above: 'ds-tiefeng' },
      'UNIT_CANNOT_BE_THERE',
      'above',
    ],
    [
      'of the highest unit',
      DISTRICT,
      { do: 'move', orgId: 'ds-tiefeng', above: 'st-donghu' },
      'UNIT_CANNOT_BE_THERE',
      'above',
    ],
    [
      'where it is already',
      DISTRICT,
      { do: 'move', orgId: 'cm-xinmin', above: 'st-longhua' },
      'UNIT_CANNOT_BE_THERE',
      'above',
    ],
    [
      'under a unit of others',
      STREET,
      { do: 'move', orgId: 'cm-xinmin', above: 'st-donghu' },
      'UNIT_NOT_YOURS',
      'orgId',
    ],
  ])('%s', async (_, person, input, code, field) => {
    const before = cloud.stored();
    expect(await change(person, input)).toMatchObject({
      code,
      fields: { [field]: expect.stringMatching(/\p{Script=Han}/u) },
    });
    expect(cloud.stored()).toEqual(before);
  });

  it('where a name would be there twice, and where a grid is to be redrawn on another day', async () => {
    await done(STREET, { do: 'add', above: 'cm-zhongdong', name: '新民第一网格' });
    expect(await change(STREET, merge)).toMatchObject({
      code: 'UNIT_NAME_TAKEN',
      fields: { orgId: '中东社区下面已经有“新民第一网格”了，请先给其中一个改名。' },
    });
    const moves = [{ grid: 'g-xm-1', to: 'g-xm-2' }];
    await cloud.ok(MANAGER, 'units.regrid', { from: '2026-11-25', moves, dryRun: false });
    expect(await change(STREET, { do: 'move', orgId: 'g-xm-2', above: 'cm-zhongdong' })).toMatchObject({
      code: 'UNIT_IN_USE',
    });
  });

  it('where either is closed', async () => {
    const { orgId } = await done(DISTRICT, { do: 'add', above: 'st-donghu', name: '旧社区' });
    await done(DISTRICT, { do: 'close', orgId });
    const closed = { code: 'UNIT_CLOSED' };
    expect(await change(DISTRICT, { do: 'merge', orgId: 'cm-xinmin', into: orgId })).toMatchObject(closed);
    expect(await change(DISTRICT, { do: 'merge', orgId, into: 'cm-xinmin' })).toMatchObject(closed);
    expect(await change(DISTRICT, { do: 'move', orgId, above: 'st-longhua' })).toMatchObject(closed);
  });
});
