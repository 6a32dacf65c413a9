import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import { contract } from '../../contract/actions';
import { migrations } from '../../cloudfunctions/domain/migrations';
import { LATEST } from '../../cloudfunctions/domain/migrations/latest';
import type { Migration } from '../../cloudfunctions/domain/migrations/migration';
import { nameKey } from '../../cloudfunctions/domain/person-key';
import { type Client, connect } from '../../demo/client';
import { MONDAY, startDemoCloud } from '../../demo/cloud';
import type { LocalCloud } from '../../localcloud/server';

/**
 * A data folder of 22 November 2026 (commit 3f4aaa7: the demo, with the cases of the tests of pages played in it) is opened by the
 * code of today.
 */
const before = gunzipSync(readFileSync(join(__dirname, '../migrations/data-of-2026-11-22.sqlite.gz')));

type Doc = { _id: string } & Record<string, unknown>;
let dataDir: string;
let local: LocalCloud;
let cloud: Client;
async function open() {
  local = await startDemoCloud({ dataDir, port: 0, timers: false, quiet: true });
  local.clock.set(MONDAY, true);
  cloud = await connect(local.url);
}
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'linli-before-'));
  writeFileSync(join(dataDir, 'database.sqlite'), before);
  await open();
});
afterEach(async () => {
  await local.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const docsOf = async (name: string) => (await local.console.find(name, {})) as Doc[];
const beat = async () => {
  const { result } = await cloud.local<{ result: { data: Record<string, number> } }>('timers/beat', {});
  return result.data;
};
const migrate = async () => {
  const { result } = await cloud.local<{ result: { data: Record<string, number> } }>('timers/migrate', {});
  return result.data;
};
/** Documents that a migration would still change. */
const behind = async () => {
  const all = migrations.map(async (one) => {
    const migration = one as unknown as Migration<Doc>;
    return (await docsOf(migration.in)).filter((doc) => migration.change(doc) !== undefined).length;
  });
  return Promise.all(all);
};

it('goes with the beat, once, and is not asked for again', async () => {
  expect(await behind()).toEqual([28, 17, 27, 35, 0, 7, 27]);
  expect(await beat()).toMatchObject({ failed: 0 });
  expect(await behind()).toEqual([0, 0, 0, 0, 0, 0, 0]);
  await fetch(`${local.url}/_local/calls`, { method: 'DELETE' });
  await beat();
  expect((await cloud.local<{ function: string }[]>('calls')).map((call) => call.function)).not.toContain(
    'migrate',
  );
});

it('changes nothing where it runs again', async () => {
  expect(await migrate()).toEqual({ looked: 205, changed: 141, left: 0 });
  const whole = async () =>
    JSON.stringify(await Promise.all(['people', 'orgs', 'services', 'cases'].map(docsOf)));
  const after = await whole();
  await local.console.put('runs', { _id: 'migrate', until: 0, done: 0, after: '' });
  expect(await migrate()).toEqual({ looked: 205, changed: 0, left: 0 });
  expect(await whole()).toBe(after);
});

it('finds people, units and cases of before, and gives items as pages read them', async () => {
  const { items: rows } = await cloud.ok('rs-01', 'catalog.search', { text: '残疾证', orgId: 'cm-xinmin' });
  expect(rows[0]?.code).toBe('disability-certificate');
  await migrate();
  // The catalogue is remembered for a minute.
  await cloud.local('rest', {});
  const { people } = await cloud.ok('ad-cm-1', 'people.find', { orgId: 'cm-xinmin', text: '赵一示' });
  expect(people.map(({ name }) => name)).toEqual(['赵一示']);
  expect((await cloud.ok('rs-01', 'units.find', { text: '新民' })).units.length).toBeGreaterThan(0);
  const found = await cloud.ok('ad-cm-1', 'cases.find', { orgId: 'cm-xinmin', text: '赵一示' });
  expect(found.cases.length).toBeGreaterThan(5);
  for (const { code } of (await docsOf('services')) as unknown as { code: string }[]) {
    const detail = await cloud.ok('rs-01', 'catalog.detail', { code });
    expect(v.safeParse(contract.catalog.detail.output, detail).issues).toBeUndefined();
  }
});

it('is gone on with where a run was cut off, before any portion', async () => {
  for (let after = 1; (await behind()).some((count) => count > 0); after += 3) {
    await cloud.local('kill', { function: 'migrate', after });
    await migrate().catch(() => undefined);
    expect(after).toBeLessThan(600);
  }
  await migrate();
  expect(await behind()).toEqual([0, 0, 0, 0, 0, 0, 0]);
  const [run] = (await docsOf('runs')).filter(({ _id }) => _id === 'migrate');
  expect(run).toMatchObject({ done: LATEST, after: '' });
});

it('leaves what people change meanwhile as they changed it', async () => {
  const residents = ['rs-01', 'rs-02', 'rs-04', 'rs-06', 'rs-07'];
  const renames = residents.map((who, i) =>
    cloud.ok(who, 'account.change', { name: `赵新${'甲乙丙丁戊'[i]}` }),
  );
  await Promise.all([migrate(), ...renames]);
  await migrate();
  for (const { _id, name, nameKey: key } of await docsOf('people')) {
    expect(key).toBe(nameKey(String(name)));
    if (residents.includes(_id)) expect(name).toMatch(/^赵新/);
  }
});

it('numbers them without a gap, and says how the version before goes on', () => {
  expect(migrations).toHaveLength(LATEST);
  for (const { back } of migrations) expect(back).toMatch(/^The version before .+\.$/);
});

it('puts who has to be looked at into the list of staff', async () => {
  const [resident] = (await docsOf('people')).filter(({ _id }) => _id === 'rs-01');
  await local.console.put('people', { ...resident, _id: 'rs-01', joinedAt: MONDAY, verified: undefined });
  await migrate();
  const { people } = await cloud.ok('ad-cm-1', 'people.checks', { orgId: 'cm-xinmin', of: 'unproved' });
  expect(people.map(({ id }) => id)).toEqual(['rs-01']);
});
