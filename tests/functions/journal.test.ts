import { type Input, contract } from '../../contract/actions';
import type { JournalChoice } from '../../contract/models';
import { instantOf } from '../../contract/time';
import { demoDocuments } from '../../demo/documents';
import { itemOf } from '../support/world';
import { type TestCloud, MONDAY, freshId, startTestCloud } from '../support/cloud';

/** 台账: who changed what of a unit, before and after, readable by whoever oversees it. */
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.close());

const orgId = 'cm-xinmin';
const hours = { open: [['09:00', '17:00'] as [string, string]], saturday: [] };
const entries = async (person: string, of = orgId, more: { about?: string; cursor?: string } = {}) =>
  (await cloud.ok(person, 'units.journal', { orgId: of, ...more })).entries;

it('has one entry of hours that were set, with the sentences before and after, however often it was sent', async () => {
  const id = freshId();
  for (let i = 0; i < 2; i += 1) await cloud.ok('ad-cm-1', 'roster.setHours', { orgId, hours }, id);
  expect(await entries('ad-cm-1')).toEqual([
    {
      id: expect.any(String),
      at: MONDAY,
      by: expect.any(String),
      orgId,
      what: 'unit.hours',
      about: { kind: 'unit', id: orgId, name: '新民社区' },
      changes: [
        {
          field: 'hours',
          before: expect.stringContaining('工作日 8:30'),
          after: '工作日 9:00—17:00',
        },
      ],
    },
  ]);
  const other = { ...hours, saturday: [['09:00', '11:00'] as [string, string]] };
  expect(await cloud.call('ad-cm-1', 'roster.setHours', { orgId, hours: other }, id)).toMatchObject({
    code: 'REQUEST_REUSED',
  });
});

it('has no entry of what stayed as it was, nor of what was refused', async () => {
  await cloud.ok('ad-cm-1', 'roster.setHours', { orgId, hours });
  await cloud.ok('ad-cm-1', 'roster.setHours', { orgId, hours });
  await cloud.call('ad-cm-1', 'roster.setHours', { orgId, hours: { open: [], saturday: [] } });
  await cloud.call('ad-cm-1', 'admin.setPolicy', { orgId, version: 7, own: {} });
  expect(await entries('ad-cm-1')).toHaveLength(1);
});

it('tells a policy in words, the newest first', async () => {
  await cloud.ok('ad-cm-1', 'admin.setPolicy', { orgId, version: 0, own: { handovers: 1 } });
  await cloud.setClock(MONDAY + 60_000);
  await cloud.ok('ad-cm-1', 'admin.setPolicy', { orgId, version: 1, own: { handovers: 0 } });
  const changes = (await entries('ad-cm-1')).map((entry) => entry.changes.map((one) => one.after));
  expect(changes).toEqual([
    ['转手次数 0', '第2版'],
    ['转手次数 1', '第1版'],
  ]);
});

it('is read by who oversees the unit or one above it, and by nobody beside', async () => {
  await cloud.ok('ad-cm-1', 'roster.setHours', { orgId, hours });
  expect(await entries('ad-ds-1', 'ds-tiefeng')).toHaveLength(1);
  expect(await entries('ad-st-1', 'st-longhua', { about: orgId })).toHaveLength(1);
  expect(await entries('ad-st-1', 'st-longhua', { about: 'cm-zhongdong' })).toHaveLength(0);
  expect(await cloud.call('ad-cm-2', 'units.journal', { orgId })).toMatchObject({ code: 'UNIT_NOT_YOURS' });
  expect(await cloud.call('rs-01', 'units.journal', { orgId })).toMatchObject({ code: 'FORBIDDEN' });
});

it('is given page by page', async () => {
  for (let i = 0; i < 25; i += 1) {
    await cloud.setClock(MONDAY + i * 60_000);
    await cloud.ok('ad-cm-1', 'admin.setPolicy', { orgId, version: i, own: { handovers: i % 2 } });
  }
  const first = await cloud.ok('ad-cm-1', 'units.journal', { orgId });
  const second = await cloud.ok('ad-cm-1', 'units.journal', { orgId, cursor: first.cursor });
  expect([first.entries.length, second.entries.length, second.cursor]).toEqual([20, 5, undefined]);
});

describe('is read', () => {
  const read = async (more: Partial<Input<'units.journal'>>, of = orgId, person = 'ad-cm-1') =>
    (await cloud.ok(person, 'units.journal', { orgId: of, ...more })).entries.map(({ what }) => what);
  const fill = async () => {
    await cloud.ok('ad-cm-1', 'roster.setHours', { orgId, hours });
    await cloud.ok('ad-cm-1', 'people.look', { personId: 'rs-01' });
    await cloud.ok('ad-cm-1', 'people.change', { personId: 'rs-01', address: '灯塔院1号楼1单元101' });
    await cloud.setClock(MONDAY + 86_400_000);
    await cloud.ok('ad-cm-1', 'people.look', { personId: 'ag-01' });
    await cloud.ok('ad-cm-1', 'people.change', { personId: 'ag-01', name: '立春新' });
  };

  it.each<[JournalChoice, string[]]>([
    ['unit', ['unit.hours']],
    ['resident', ['person.change']],
    ['staff', ['person.change']],
    ['look', ['person.look', 'person.look']],
    ['item', []],
  ])('by kind: %s', async (kind, expected) => {
    await fill();
    expect(await read({ kind })).toEqual(expected);
    expect(await read({ kind }, 'ds-tiefeng', 'ad-ds-1')).toEqual(expected);
  });

  it('by day, and by both with what it is about', async () => {
    await fill();
    expect(await read({ day: '2026-11-23' })).toHaveLength(3);
    expect((await read({ day: '2026-11-24' })).sort()).toEqual(['person.change', 'person.look']);
    expect(await read({ day: '2026-11-24', kind: 'look', about: 'ag-01' })).toEqual(['person.look']);
    expect(await read({ day: '2026-11-22' })).toEqual([]);
    expect(await cloud.call('ad-cm-1', 'units.journal', { orgId, day: '2026-02-30' })).toMatchObject({
      code: 'BAD_INPUT',
    });
  });
});

/** Every action that changes people, units, the catalogue or a policy, done as managers do it, in an order that each can be done in. */
describe('has an entry of every change', () => {
  const rooms = ['people', 'units', 'catalog'] as const;
  const item = { ...itemOf('disability-certificate'), summary: '换了说法' };
  const { code } = item;
  const told = { serviceCode: code, mode: 'counter', note: '想办残疾证', channel: 'phone' } as const;
  const entryOf = async (name: string) =>
    (await cloud.ok('ad-cm-1', 'cases.intake', { ...told, name, phone: '15500000009' })).caseId;
  const idOf = async (name: string) =>
    (await cloud.ok('ad-cm-1', 'people.find', { orgId, text: name })).people[0]?.id ?? '';
  const changes: Record<string, (() => Promise<unknown>)[]> = {
    'people.invite': [
      () =>
        cloud.ok('ad-cm-1', 'people.invite', { role: 'agent', orgId, name: '小吴', phone: '15500000101' }),
    ],
    'people.revoke': [
      async () => {
        const { invitations } = await cloud.ok('ad-cm-1', 'people.invitations', { orgId });
        await cloud.ok('ad-cm-1', 'people.revoke', { id: invitations[0]?.id ?? '' });
      },
    ],
    'people.look': [() => cloud.ok('ad-cm-1', 'people.look', { personId: 'rs-01' })],
    'people.change': [
      () => cloud.ok('ad-cm-1', 'people.change', { personId: 'rs-01', name: '赵一新' }),
      () => cloud.ok('ad-cm-1', 'people.change', { personId: 'rs-01', verified: true }),
      () => cloud.ok('ad-cm-1', 'people.change', { personId: 'rs-01', orgId: 'cm-zhongdong' }),
    ],
    'people.join': [
      async () => {
        await entryOf('何老太');
        await entryOf('何大妈');
        await cloud.ok('ad-cm-1', 'people.join', { from: await idOf('何大妈'), into: await idOf('何老太') });
      },
    ],
    'people.unjoin': [
      async () => {
        const { merged } = await cloud.ok('ad-cm-1', 'people.look', { personId: await idOf('何老太') });
        await cloud.ok('ad-cm-1', 'people.unjoin', { from: merged?.[0]?.id ?? '' });
      },
    ],
    'people.deactivate': [() => cloud.ok('ad-cm-1', 'people.deactivate', { personId: 'ag-01' })],
    'units.change': [
      () => cloud.ok('ad-ds-1', 'units.change', { do: 'add', above: 'st-donghu', name: '新设社区' }),
      () => cloud.ok('ad-ds-1', 'units.change', { do: 'edit', orgId: 'cm-xinmin', name: '新民里社区' }),
      async () => {
        const { units } = await cloud.ok('ad-ds-1', 'units.tree', {});
        const made = units.find(({ name }) => name === '新设社区')?.id ?? '';
        await cloud.ok('ad-ds-1', 'units.change', { do: 'close', orgId: made });
        await cloud.ok('ad-ds-1', 'units.change', { do: 'reopen', orgId: made });
        await cloud.ok('ad-ds-1', 'units.change', { do: 'move', orgId: made, above: 'st-longhua' });
        await cloud.ok('ad-ds-1', 'units.change', { do: 'merge', orgId: made, into: 'cm-xinmin' });
      },
    ],
    'units.regrid': [
      () =>
        cloud.ok('ad-cm-1', 'units.regrid', {
          from: '2026-11-25',
          moves: [{ grid: 'g-xm-1', to: 'g-xm-2' }],
          dryRun: false,
        }),
    ],
    'units.unplan': [
      async () => {
        const { regrids } = await cloud.ok('ad-cm-1', 'units.regrids', { orgId });
        await cloud.ok('ad-cm-1', 'units.unplan', { id: regrids[0]?.id ?? '' });
      },
    ],
    'units.chain': [
      async () => {
        await cloud.timer('rollup');
        await cloud.ok('ad-cm-1', 'people.look', { personId: 'rs-01' });
        await cloud.setClock(instantOf('2026-11-24', '00:11'));
        await cloud.timer('rollup');
        await cloud.ok('ad-cm-1', 'units.chain', { orgId, from: '2026-11-01' });
      },
    ],
    'catalog.draft': [() => cloud.ok('ad-ds-1', 'catalog.draft', { code, item })],
    'catalog.drop': [() => cloud.ok('ad-ds-1', 'catalog.drop', { code })],
    'catalog.publish': [
      async () => {
        await cloud.ok('ad-ds-1', 'catalog.draft', { code, item });
        await cloud.ok('ad-ds-1', 'catalog.publish', { code });
      },
    ],
    'catalog.restore': [() => cloud.ok('ad-ds-1', 'catalog.restore', { code, version: 1 })],
    'catalog.reviewed': [() => cloud.ok('ad-ds-1', 'catalog.reviewed', { code })],
    'catalog.offer': [
      () => cloud.ok('ad-cm-1', 'catalog.offer', { code, orgId, own: { supervision: '12345' } }),
    ],
    'catalog.learn': [() => cloud.ok('ad-ds-1', 'catalog.learn', { code, words: ['红本本'] })],
    'catalog.start': [() => cloud.ok('ad-ds-1', 'catalog.start', { codes: ['daily-errand'] })],
    'admin.setPolicy': [
      () => cloud.ok('ad-cm-1', 'admin.setPolicy', { orgId, version: 0, own: { handovers: 1 } }),
    ],
    'roster.set': [
      async () => {
        const { agents } = await cloud.ok('ad-cm-1', 'roster.list', { orgId });
        const [agent] = agents;
        if (!agent) throw new Error('no agent');
        const { id: agentId, gridIds, skills, dutyWeekdays, dutyHours, onCallWeekdays, active } = agent;
        const { dailyCapacity, homeVisitCapacity } = agent;
        await cloud.ok('ad-cm-1', 'roster.set', {
          agentId,
          gridIds,
          skills,
          dutyWeekdays,
          dutyHours,
          onCallWeekdays,
          active,
          homeVisitCapacity,
          dailyCapacity: dailyCapacity + 1,
        });
      },
    ],
    'roster.setHours': [() => cloud.ok('ad-cm-1', 'roster.setHours', { orgId, hours })],
  };
  const said: Record<string, string[]> = {
    'people.invite': ['person.invite'],
    'people.revoke': ['person.revoke'],
    'people.look': ['person.look'],
    'people.change': ['person.change', 'person.verify', 'person.change'],
    'people.join': ['person.merge'],
    'people.unjoin': ['person.look', 'person.unmerge'],
    'people.deactivate': ['person.deactivate', 'person.roster'],
    'units.change': ['unit.add', 'unit.change', 'unit.close', 'unit.reopen', 'unit.move', 'unit.merge'],
    'units.regrid': ['unit.regrid'],
    'units.unplan': ['unit.unplan'],
    'units.chain': ['unit.export'],
    'catalog.draft': ['item.draft'],
    'catalog.drop': ['item.drop'],
    'catalog.publish': ['item.draft', 'item.publish'],
    'catalog.restore': ['item.restore'],
    'catalog.reviewed': ['item.review'],
    'catalog.offer': ['item.local'],
    'catalog.learn': ['item.learn'],
    'catalog.start': ['item.start'],
    'admin.setPolicy': ['unit.policy'],
    'roster.set': ['person.roster'],
    'roster.setHours': ['unit.hours'],
  };
  const before: Record<string, string[]> = {
    'people.revoke': ['people.invite'],
    'people.unjoin': ['people.join'],
    'units.unplan': ['units.regrid'],
    'catalog.drop': ['catalog.draft'],
    'catalog.restore': ['catalog.publish'],
  };

  it('knows every action that writes', () => {
    const writes = rooms.flatMap((room) =>
      Object.entries(contract[room])
        .filter(([, action]) => action.writes)
        .map(([name]) => `${room}.${name}`),
    );
    expect(Object.keys(changes).sort()).toEqual(expect.arrayContaining(writes.sort()));
    expect(Object.keys(said).sort()).toEqual(Object.keys(changes).sort());
  });

  it.each(Object.keys(changes))('%s', async (name) => {
    if (name === 'catalog.start') {
      await cloud.close();
      cloud = await startTestCloud({ seed: { ...demoDocuments(), services: [] } });
    }
    const all = async () => (await entries('ad-ds-1', 'ds-tiefeng')).map(({ id, what }) => `${id} ${what}`);
    for (const first of before[name] ?? []) for (const change of changes[first] ?? []) await change();
    const known = await all();
    for (const change of changes[name] ?? []) await change();
    const fresh = (await all()).filter((one) => !known.includes(one)).map((one) => one.split(' ')[1]);
    expect(fresh).toEqual(expect.arrayContaining(said[name] ?? []));
  });
});
