import type { Input } from '../../contract/actions';
import type { PersonDoc } from '../../cloudfunctions/domain/documents';
import { demoDocuments } from '../../demo/documents';
import { opened } from '../support/world';
import { type TestCloud, MONDAY, freshId, startTestCloud } from '../support/cloud';

/** 重划网格: households go from grid to grid; what they have open follows, what has ended stays where it was counted. */
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud({ seed: crowded() });
});
afterEach(() => cloud.close());

/** The demo with all residents of 新民社区 in one of its grids. */
function crowded(): ReturnType<typeof demoDocuments> {
  const { people = [], ...others } = demoDocuments();
  const unit = { district: 'ds-tiefeng', street: 'st-longhua', community: 'cm-xinmin', grid: 'g-xm-1' };
  const lives = (one: object) => 'address' in one && (one as Stored).unit.community === unit.community;
  return { ...others, people: people.map((one) => (lives(one) ? { ...one, unit } : one)) };
}

const MANAGER = 'ad-cm-1';
const TODAY = '2026-11-23';
const minute = 60_000;
const wish = { serviceCode: 'disability-certificate', mode: 'counter', note: '想办残疾证' } as const;

interface Stored {
  _id: string;
  unit: { community?: string; grid?: string };
  address?: string;
  gridName?: string;
  residentId?: string;
  gridIds?: string[];
}
const stored = (collection: string): Map<string, Stored> =>
  new Map(
    (cloud.stored()[collection] as { id: string; text: string }[]).map(({ id, text }) => [
      id,
      JSON.parse(text) as Stored,
    ]),
  );
const gridOf = (person: string) => stored('people').get(person)?.unit.grid ?? '';
const inGrid = (grid: string) =>
  [...stored('people')].filter(([, one]) => one.unit.grid === grid).map(([id]) => id);
const grids = async () =>
  (await cloud.ok(MANAGER, 'units.tree', {})).units.filter(({ tier }) => tier === 'grid').map(({ id }) => id);
/** The grid of rs-01, and another one of the community. */
async function two(): Promise<[string, string]> {
  const from = gridOf('rs-01');
  return [from, (await grids()).find((id) => id !== from) ?? ''];
}
const regrid = (input: Omit<Input<'units.regrid'>, 'from'> & { from?: string }, id?: string) =>
  cloud.ok(MANAGER, 'units.regrid', { from: TODAY, ...input }, id);
const submit = async (person: string) => (await cloud.ok(person, 'cases.submit', wish)).caseId;

it('says beforehand what moves and what everybody has afterwards, and writes nothing', async () => {
  const [from, to] = await two();
  await submit('rs-01');
  const there = inGrid(from).length;
  const before = cloud.stored();
  const seen = await regrid({ moves: [{ grid: from, to }], dryRun: true });
  expect(cloud.stored()).toEqual(before);
  expect(seen).toMatchObject({ isPlanned: false, residents: there, cases: 1 });
  const row = (id: string) => seen.grids.find((one) => one.id === id);
  expect(row(from)).toMatchObject({
    before: { residents: there, cases: 1 },
    after: { residents: 0, cases: 0 },
  });
  expect(row(to)?.after).toEqual({
    residents: (row(to)?.before.residents ?? 0) + there,
    cases: (row(to)?.before.cases ?? 0) + 1,
  });
  const total = (when: 'before' | 'after') => seen.agents.reduce((sum, one) => sum + one[when].residents, 0);
  expect(total('before')).toBeGreaterThan(0);
  expect(seen.agents).toHaveLength(3);
});

it('moves the households and what they have open, as it was said beforehand, and leaves what has ended', async () => {
  const [from, to] = await two();
  const ended = await submit('rs-01');
  await cloud.ok('rs-01', 'cases.cancel', { caseId: ended });
  const open = await submit('rs-01');
  const moving = inGrid(from);
  const seen = await regrid({ moves: [{ grid: from, to }], dryRun: true });
  const id = freshId();
  const moves = [{ grid: from, to }];
  const done = await regrid({ moves, dryRun: false }, id);
  expect([done.residents, done.cases]).toEqual([seen.residents, seen.cases]);
  expect(await regrid({ moves, dryRun: false }, id)).toEqual(done);
  expect(moving.map(gridOf)).toEqual(moving.map(() => to));
  const cases = stored('cases');
  expect([cases.get(ended)?.unit.grid, cases.get(open)?.unit.grid]).toEqual([from, to]);
  const name = (await cloud.ok(MANAGER, 'units.tree', {})).units.find((unit) => unit.id === to)?.name;
  expect(cases.get(open)?.gridName).toBe(name);
  const { entries } = await cloud.ok(MANAGER, 'units.journal', { orgId: 'cm-xinmin' });
  expect(entries).toMatchObject([{ what: 'unit.regrid', about: { id: 'cm-xinmin' } }]);
  expect(entries[0]?.changes[0]?.after).toContain(`→${name ?? ''}`);
});

it('moves the houses that are named alone', async () => {
  const [from, to] = await two();
  const address = stored('people').get('rs-01')?.address ?? '';
  const others = inGrid(from).filter((id) => !stored('people').get(id)?.address?.startsWith(address));
  expect(others.length).toBeGreaterThan(0);
  const done = await regrid({ moves: [{ grid: from, to, prefix: address }], dryRun: false });
  expect(gridOf('rs-01')).toBe(to);
  expect(others.map(gridOf)).toEqual(others.map(() => from));
  expect(done.residents).toBe(
    inGrid(to).filter((id) => stored('people').get(id)?.address?.startsWith(address)).length,
  );
});

it('takes what is submitted while it is done along, at the latest with the timer', async () => {
  const [from, to] = await two();
  const people = inGrid(from);
  const [submitted] = await Promise.all([
    Promise.all(people.map(submit)),
    regrid({ moves: [{ grid: from, to }], dryRun: false }),
  ]);
  await cloud.setClock(MONDAY + 3 * minute);
  await cloud.timer('sweep');
  expect(submitted.map((id) => stored('cases').get(id)?.unit.grid)).toEqual(submitted.map(() => to));
  const { regrids } = await cloud.ok(MANAGER, 'units.regrids', { orgId: 'cm-xinmin' });
  expect(regrids).toMatchObject([{ state: 'done', residents: people.length }]);
});

it('looks once more for what was being written while the households moved', async () => {
  const seed = crowded();
  const resident = seed.people?.find(({ _id }) => _id === 'rs-01') as unknown as PersonDoc;
  const late = opened({ resident });
  const there = { ...resident, unit: { ...resident.unit, grid: 'g-xm-2' } };
  const moved = {
    _id: 'rg-1',
    orgId: 'cm-xinmin',
    unit: { district: 'ds-tiefeng', street: 'st-longhua', community: 'cm-xinmin' },
    by: { id: MANAGER, name: '' },
    at: MONDAY,
    requestId: 'r',
    from: TODAY,
    moves: [{ grid: 'g-xm-1', to: 'g-xm-2' }],
    state: 'moved',
    runAt: MONDAY,
    residents: 1,
    cases: 0,
  };
  await cloud.close();
  cloud = await startTestCloud({
    seed: {
      ...seed,
      people: [...(seed.people ?? []).filter(({ _id }) => _id !== 'rs-01'), { ...there }],
      cases: [{ ...late }],
      regrids: [moved],
    },
  });
  await cloud.timer('sweep');
  expect(stored('cases').get(late._id)?.unit.grid).toBe('g-xm-2');
  const { regrids } = await cloud.ok(MANAGER, 'units.regrids', { orgId: 'cm-xinmin' });
  expect(regrids).toMatchObject([{ state: 'done', cases: 1 }]);
});

it('keeps the figures of a grid where they were counted', async () => {
  const [from, to] = await two();
  await submit('rs-01');
  const below = async () => {
    await cloud.timer('rollup');
    const { below: rows } = await cloud.ok(MANAGER, 'metrics.overview', {
      orgId: 'cm-xinmin',
      from: TODAY,
      to: TODAY,
    });
    return rows.map(({ key, asked, completed }) => [key, asked, completed]);
  };
  const before = await below();
  expect(before.length).toBeGreaterThan(0);
  await regrid({ moves: [{ grid: from, to }], dryRun: false });
  await cloud.setClock(MONDAY + minute);
  await cloud.ok('rs-01', 'cases.urge', {
    caseId: [...stored('cases').keys()][0] ?? '',
  });
  expect(await below()).toEqual(before);
});

it('waits for its day, and can be taken back until then', async () => {
  const [from, to] = await two();
  const moves = [{ grid: from, to }];
  const planned = await regrid({ from: '2026-11-25', moves, dryRun: false });
  expect(planned).toMatchObject({ isPlanned: true, residents: 0 });
  await cloud.setClock(MONDAY + 86_400_000);
  await cloud.timer('beat');
  expect(gridOf('rs-01')).toBe(from);
  await cloud.ok(MANAGER, 'units.unplan', { id: planned.id ?? '' });
  const again = await regrid({ from: '2026-11-25', moves, dryRun: false });
  await cloud.setClock(MONDAY + 2 * 86_400_000);
  await cloud.timer('beat');
  expect(gridOf('rs-01')).toBe(to);
  expect(await cloud.call(MANAGER, 'units.unplan', { id: again.id ?? '' })).toMatchObject({
    code: 'REGRID_BEGUN',
  });
  const { regrids } = await cloud.ok(MANAGER, 'units.regrids', { orgId: 'cm-xinmin' });
  expect(regrids.map(({ state }) => state)).toEqual(['moved', 'dropped']);
});

it('is not done again where somebody has moved the households back meanwhile', async () => {
  const [from, to] = await two();
  const caseId = await submit('rs-01');
  await regrid({ moves: [{ grid: from, to }], dryRun: false });
  await regrid({ moves: [{ grid: to, to: from }], dryRun: false });
  await cloud.setClock(MONDAY + 3 * minute);
  await cloud.timer('sweep');
  expect([gridOf('rs-01'), stored('cases').get(caseId)?.unit.grid]).toEqual([from, from]);
});

it('leaves a grid that can be closed then', async () => {
  const [from, to] = await two();
  await submit('rs-01');
  expect(await cloud.call(MANAGER, 'units.change', { do: 'close', orgId: from })).toMatchObject({
    code: 'UNIT_IN_USE',
  });
  await regrid({ moves: [{ grid: from, to }], dryRun: false });
  await cloud.ok(MANAGER, 'units.change', { do: 'close', orgId: from });
});

it('puts a grid into another: households, what is open, streets and agents, and closes it', async () => {
  const [from, to] = await two();
  await cloud.ok(MANAGER, 'units.change', { do: 'edit', orgId: from, estates: ['新起的院'] });
  const caseId = await submit('rs-01');
  const id = freshId();
  const merge = () => cloud.ok(MANAGER, 'units.change', { do: 'merge', orgId: from, into: to }, id);
  const agents = (of: string) =>
    [...stored('agents')].filter(([, one]) => one.gridIds?.includes(of)).map(([agent]) => agent);
  const both = new Set([...agents(from), ...agents(to)]);
  const moving = inGrid(from).length;
  const done = await merge();
  expect(done).toEqual({ orgId: from, goes: { isDone: true, residents: moving, cases: 1 } });
  expect(await merge()).toEqual(done);
  expect([inGrid(from), agents(from), new Set(agents(to))]).toEqual([[], [], both]);
  expect(stored('cases').get(caseId)?.unit.grid).toBe(to);
  const units = (await cloud.ok(MANAGER, 'units.tree', {})).units;
  expect(units.find((unit) => unit.id === from)).toMatchObject({ closedAt: MONDAY });
  expect(units.find((unit) => unit.id === to)).toMatchObject({
    estates: expect.arrayContaining(['新起的院']),
  });
  const { units: found } = await cloud.ok('rs-01', 'units.find', { text: '新起的院' });
  expect(found.map(({ grid }) => grid?.id)).toEqual([to]);
  const { entries } = await cloud.ok(MANAGER, 'units.journal', { orgId: 'cm-xinmin', about: from });
  expect(entries.map(({ what }) => what).sort()).toEqual(['unit.change', 'unit.merge']);
  const { agents: rows, grids: open } = await cloud.ok(MANAGER, 'roster.list', { orgId: 'cm-xinmin' });
  expect(open.map((grid) => grid.id)).not.toContain(from);
  expect(rows).toHaveLength(3);
});

it('is refused for a grid of another community, a day gone by, and by who does not oversee it', async () => {
  const [from, to] = await two();
  const ask = (person: string, input: Partial<Input<'units.regrid'>>) =>
    cloud.call(person, 'units.regrid', { from: TODAY, moves: [{ grid: from, to }], dryRun: false, ...input });
  const before = cloud.stored();
  expect(await ask('ad-st-1', { moves: [{ grid: from, to: 'g-zd-1' }] })).toMatchObject({
    code: 'GRID_NOT_THEIRS',
    fields: { 'moves.0': '请都选同一个社区的网格。' },
  });
  expect(await ask(MANAGER, { from: '2026-11-22' })).toMatchObject({
    code: 'RANGE_BACKWARDS',
    fields: { from: expect.any(String) },
  });
  expect(await ask('ad-cm-2', {})).toMatchObject({ code: 'UNIT_NOT_YOURS' });
  expect(await ask(MANAGER, { moves: [] })).toMatchObject({ code: 'BAD_INPUT' });
  expect(cloud.stored()).toEqual(before);
});
