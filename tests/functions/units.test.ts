import type { Input } from '../../contract/actions';
import { type TestCloud, MONDAY, freshId, startTestCloud } from '../support/cloud';

/** The tree of units: what a manager sees of it, and what they change in it without a programmer. */
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.close());

const DISTRICT = 'ad-ds-1';
const STREET = 'ad-st-1';
const COMMUNITY = 'ad-cm-1';
const tree = async (person: string, orgId?: string) =>
  (await cloud.ok(person, 'units.tree', { orgId })).units;
const change = (person: string, input: Input<'units.change'>, id?: string) =>
  cloud.call(person, 'units.change', input, id);
const done = async (person: string, input: Input<'units.change'>, id?: string) =>
  (await cloud.ok(person, 'units.change', input, id)).orgId;
const names = async (person: string, orgId?: string) => (await tree(person, orgId)).map(({ name }) => name);
const wish = { serviceCode: 'disability-certificate', mode: 'counter', note: '想办残疾证' } as const;

describe('the tree', () => {
  it('begins with the highest unit that a manager answers for, each before what is below it', async () => {
    const units = await tree(DISTRICT);
    expect(units.map(({ id, above }) => [id, above])).toEqual([
      ['ds-tiefeng', undefined],
      ['st-donghu', 'ds-tiefeng'],
      ['cm-donghu', 'st-donghu'],
      ['st-longhua', 'ds-tiefeng'],
      ['cm-xinmin', 'st-longhua'],
      ['cm-zhongdong', 'st-longhua'],
    ]);
    const sum = (tier: string) =>
      units.filter((one) => one.tier === tier).reduce((total, { grids }) => total + grids, 0);
    expect(units[0]?.grids).toBe(sum('street'));
    expect(sum('street')).toBe(sum('community'));
    expect(units.find(({ id }) => id === 'cm-xinmin')).toMatchObject({
      agents: 3,
      grids: 4,
      hours: expect.stringContaining('工作日 8:30'),
      estates: [],
    });
  });

  it('has the grids of a community, with the agents of each', async () => {
    const [community, ...grids] = await tree(COMMUNITY);
    expect(community).toMatchObject({ id: 'cm-xinmin', agents: 3, grids: 4 });
    expect(grids.map(({ tier, above }) => [tier, above])).toEqual(Array(4).fill(['grid', 'cm-xinmin']));
    for (const grid of grids) expect(grid.agents).toBeGreaterThan(0);
  });

  it('of another’s unit is refused', async () => {
    expect(await cloud.call(COMMUNITY, 'units.tree', { orgId: 'st-longhua' })).toMatchObject({
      code: 'UNIT_NOT_YOURS',
    });
  });
});

describe('a new unit', () => {
  const wished = {
    do: 'add',
    above: 'cm-xinmin',
    name: '新民第五网格',
    estates: ['灯塔院', '灯塔院'],
  } as const;

  it('is one, however often it was sent, and stands in the journal', async () => {
    const id = freshId();
    const input = { ...wished, estates: [...wished.estates] };
    const orgId = await done(COMMUNITY, input, id);
    expect(await done(COMMUNITY, input, id)).toBe(orgId);
    expect((await tree(COMMUNITY)).find((one) => one.id === orgId)).toMatchObject({
      tier: 'grid',
      above: 'cm-xinmin',
      estates: ['灯塔院'],
    });
    const { entries } = await cloud.ok(COMMUNITY, 'units.journal', { orgId: 'cm-xinmin' });
    expect(entries).toMatchObject([
      {
        what: 'unit.add',
        at: MONDAY,
        about: { id: orgId, name: '新民第五网格' },
        changes: [
          { field: 'name', after: '新民第五网格' },
          { field: 'estates', after: '灯塔院' },
        ],
      },
    ]);
    expect(await change(COMMUNITY, { ...input, name: '新民第六网格' }, id)).toMatchObject({
      code: 'REQUEST_REUSED',
    });
  });

  it('has the tier below, down to the grid and no further', async () => {
    const street = await done(DISTRICT, { do: 'add', above: 'ds-tiefeng', name: '站前街道' });
    const community = await done(DISTRICT, {
      do: 'add',
      above: street,
      name: '站前社区',
      phone: '0452-5550177',
    });
    const grid = await done(DISTRICT, { do: 'add', above: community, name: '站前第一网格' });
    expect((await tree(DISTRICT, community)).map(({ tier, phone }) => [tier, phone])).toEqual([
      ['community', '04525550177'],
      ['grid', ''],
    ]);
    expect(await change(DISTRICT, { do: 'add', above: grid, name: '再下面' })).toMatchObject({
      code: 'UNIT_CANNOT_BE_THERE',
      fields: { above: expect.any(String) },
    });
  });

  it('has a name of its own among its neighbours, however it is written, also when two give it at once', async () => {
    expect(await change(COMMUNITY, { do: 'add', above: 'cm-xinmin', name: '新民第 一网格' })).toMatchObject({
      code: 'UNIT_NAME_TAKEN',
      fields: { name: '已经有“新民第一网格”了，请换一个名称。' },
    });
    const replies = await Promise.all(
      [COMMUNITY, STREET, DISTRICT].map((person) =>
        change(person, { do: 'add', above: 'cm-xinmin', name: '新民第五网格' }),
      ),
    );
    expect(replies.map((reply) => (reply.ok ? 'OK' : reply.code)).sort()).toEqual([
      'OK',
      'UNIT_NAME_TAKEN',
      'UNIT_NAME_TAKEN',
    ]);
    expect(await names(COMMUNITY)).toHaveLength(6);
  });

  it.each<[string, Input<'units.change'>, string]>([
    ['a blank name', { do: 'add', above: 'cm-xinmin', name: ' \u200B' }, 'name'],
    ['31 characters', { do: 'add', above: 'cm-xinmin', name: '网'.repeat(31) }, 'name'],
    ['a phone that is none', { do: 'add', above: 'cm-xinmin', name: '五', phone: '12' }, 'phone'],
    ['an estate that is blank', { do: 'edit', orgId: 'cm-xinmin', estates: [' '] }, 'estates.0'],
  ])('with %s is refused at its field', async (_, input, field) => {
    const before = cloud.stored();
    expect(await change(COMMUNITY, input)).toMatchObject({
      code: 'BAD_INPUT',
      fields: { [field]: expect.stringMatching(/\p{Script=Han}/u) },
    });
    expect(cloud.stored()).toEqual(before);
  });

  it('is not added to another’s unit', async () => {
    expect(await change('ad-cm-2', { ...wished, estates: [] })).toMatchObject({ code: 'UNIT_NOT_YOURS' });
  });
});

describe('a unit that is edited', () => {
  it('says its new name and phone everywhere, and its journal what was there before', async () => {
    await done(COMMUNITY, { do: 'edit', orgId: 'cm-xinmin', name: '新民里社区', afterHoursPhone: '' });
    const { person, community } = await cloud.ok('rs-01', 'account.session', {});
    expect([person.posts[0]?.orgName, community?.name, community?.afterHoursPhone]).toEqual([
      '新民里社区',
      '新民里社区',
      '',
    ]);
    const { entries } = await cloud.ok(COMMUNITY, 'units.journal', { orgId: 'cm-xinmin' });
    expect(entries[0]?.changes).toEqual([
      { field: 'name', before: '新民社区', after: '新民里社区' },
      { field: 'afterHoursPhone', before: expect.any(String) },
    ]);
  });

  it('keeps a name that a neighbour has for the neighbour', async () => {
    expect(await change(STREET, { do: 'edit', orgId: 'cm-xinmin', name: '中东社区' })).toMatchObject({
      code: 'UNIT_NAME_TAKEN',
    });
    await done(STREET, { do: 'edit', orgId: 'cm-xinmin', name: '新民社区' });
  });

  it('has a grid’s new name in what is open, and the old one in what has ended', async () => {
    const { caseId: ended } = await cloud.ok('rs-01', 'cases.submit', wish);
    await cloud.ok('rs-01', 'cases.cancel', { caseId: ended });
    const { caseId: open } = await cloud.ok('rs-01', 'cases.submit', wish);
    const stored = () =>
      new Map(
        (cloud.stored().cases as { id: string; text: string }[]).map(({ id, text }) => [
          id,
          JSON.parse(text) as { gridName: string; unit: { grid: string } },
        ]),
      );
    const grid = stored().get(open)?.unit.grid ?? '';
    const before = stored().get(open)?.gridName;
    await done(COMMUNITY, { do: 'edit', orgId: grid, name: '灯塔网格' });
    expect([stored().get(ended)?.gridName, stored().get(open)?.gridName]).toEqual([before, '灯塔网格']);
  });
});

describe('a unit that is closed', () => {
  it('takes no request any more, says whom to call, and can be opened again', async () => {
    for (const { id, tier } of await tree(COMMUNITY))
      if (tier === 'grid') await done(COMMUNITY, { do: 'close', orgId: id });
    await done(STREET, { do: 'close', orgId: 'cm-xinmin' });
    expect(await cloud.call('rs-01', 'cases.submit', wish)).toMatchObject({
      code: 'UNIT_CLOSED',
      fields: { orgId: expect.stringContaining('新民社区已经撤销了') },
    });
    expect((await cloud.ok('ad-cm-2', 'admin.units', {})).units.map(({ id }) => id)).not.toContain(
      'cm-xinmin',
    );
    expect((await tree(STREET)).find(({ id }) => id === 'cm-xinmin')).toMatchObject({
      closedAt: MONDAY,
      grids: 0,
    });
    expect(await change(STREET, { do: 'add', above: 'cm-xinmin', name: '新民第五网格' })).toMatchObject({
      code: 'UNIT_CLOSED',
    });
    await cloud.setClock(MONDAY + 60_000);
    await done(STREET, { do: 'reopen', orgId: 'cm-xinmin' });
    const { entries } = await cloud.ok(STREET, 'units.journal', { orgId: 'cm-xinmin', about: 'cm-xinmin' });
    expect(entries.map(({ what }) => what)).toEqual(['unit.reopen', 'unit.close']);
  });

  it('has neither open cases nor open units: else it says how many', async () => {
    await cloud.ok('rs-01', 'cases.submit', wish);
    const before = cloud.stored();
    expect(await change(STREET, { do: 'close', orgId: 'cm-xinmin' })).toMatchObject({
      code: 'UNIT_IN_USE',
      fields: { orgId: '下面还有4个单位没有撤销，请先撤销或者并掉。' },
    });
    const grids = (await tree(COMMUNITY)).filter(({ tier }) => tier === 'grid');
    const replies = await Promise.all(grids.map(({ id }) => change(COMMUNITY, { do: 'close', orgId: id })));
    expect(replies.filter((reply) => !reply.ok)).toMatchObject([
      { code: 'UNIT_IN_USE', fields: { orgId: '还有1件没办完，请先办完或者转走。' } },
    ]);
    expect(await change(DISTRICT, { do: 'close', orgId: 'ds-tiefeng' })).toMatchObject({
      code: 'UNIT_IN_USE',
    });
    expect(before.cases).toEqual(cloud.stored().cases);
  });

  it('is opened again only where its name is still free and what is above it is open', async () => {
    const grid = await done(COMMUNITY, { do: 'add', above: 'cm-xinmin', name: '新民第五网格' });
    await done(COMMUNITY, { do: 'close', orgId: grid });
    await done(COMMUNITY, { do: 'add', above: 'cm-xinmin', name: '新民第五网格' });
    expect(await change(COMMUNITY, { do: 'reopen', orgId: grid })).toMatchObject({ code: 'UNIT_NAME_TAKEN' });
  });
});
