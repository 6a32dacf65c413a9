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
