import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { bundle, collections, openBench, spawnCloud } from './probe';
import { collectionSpec, type Store } from '../../localcloud/database/store';
import { openSqlite } from '../../localcloud/database/store.sqlite';
import { outageOf } from '../../localcloud/outage';
import { startLocalCloud } from '../../localcloud/server';

let functionsDir: string;
let dataDir: string;
beforeAll(() => {
  functionsDir = bundle();
});
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'linli-data-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));
afterAll(() => rmSync(functionsDir, { recursive: true }));

const script =
  'async ({ db, args }) => { await db.collection("things").add({ data: { _id: args, n: 1 } }); return args; }';

it('loses no acknowledged write when it is killed under sixteen writers, and goes on after a restart', async () => {
  const { child, url } = await spawnCloud(dataDir, functionsDir);
  const [{ token }] = await (await fetch(`${url}/_local/people`)).json();

  const acknowledged: string[] = [];
  const write = async (writer: number) => {
    for (let n = 0; ; n++) {
      const id = `${writer}-${n}`;
      const response = await fetch(`${url}/v1/functions/probe`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: JSON.stringify({ input: { script, args: id } }),
      });
      const { value } = await response.json();
      if (value === id) acknowledged.push(id);
      if (acknowledged.length === 300) child.kill('SIGKILL');
    }
  };
  const exit = once(child, 'exit');
  await Promise.allSettled(Array.from({ length: 16 }, (_, writer) => write(writer)));
  expect(await exit).toEqual([null, 'SIGKILL']);

  const bench = await openBench({ dataDir, functionsDir });
  const kept = await bench.run(async ({ db, args }) => {
    const found: unknown[] = [];
    for (let at = 0; at < args.length; at += 100) {
      const { data } = await db
        .collection('things')
        .where({ _id: db.command.in(args.slice(at, at + 100)) })
        .get();
      found.push(...data.map(({ _id }) => _id));
    }
    await db.collection('things').add({ data: { _id: 'after' } });
    return found;
  }, acknowledged);
  await bench.close();
  expect(acknowledged.length).toBeGreaterThanOrEqual(300);
  expect(new Set(kept)).toEqual(new Set(acknowledged));
});

it('keeps tokens, clock and messages over a restart', async () => {
  const options = { dataDir, functionsDir, port: 0, database: { collections }, timers: false, quiet: true };
  const first = await startLocalCloud(options);
  const token = first.identity.tokenOf('o-x');
  first.clock.set(1000, true);
  await first.close();
  const second = await startLocalCloud(options);
  expect([second.identity.openidOf(token), second.clock.now()]).toEqual(['o-x', 1000]);
  second.clock.set(Date.now() + 86_400_000);
  await second.close();
  const third = await startLocalCloud(options);
  expect(third.clock.now()).toBeGreaterThanOrEqual(Date.now() + 86_400_000 - 1);
  await third.close();
});

it('seeds an empty database once, wholly or not at all', async () => {
  const options = { dataDir, functionsDir, port: 0, database: { collections }, timers: false, quiet: true };
  const things = [{ _id: 'a', n: 1 }];
  const spoilt = {
    things,
    others: [
      { _id: 'x', code: 'same' },
      { _id: 'y', code: 'same' },
    ],
  };
  await expect(startLocalCloud({ ...options, seed: spoilt })).rejects.toThrow('E11000');
  await expect(startLocalCloud({ ...options, seed: { nowhere: [] } })).rejects.toThrow('nowhere');
  await (await startLocalCloud({ ...options, seed: { things } })).close();
  const bench = await openBench({ ...options, seed: { things: [{ _id: 'b', n: 2 }] } });
  const found = await bench.run(async ({ db }) => (await db.collection('things').get()).data);
  await bench.close();
  expect(found).toEqual([{ _id: 'a', n: 1 }]);
});

it.each(['secret', 'storage/secret'])('makes %s anew where a kill has left it empty', async (name) => {
  const options = { dataDir, functionsDir, port: 0, database: { collections }, timers: false, quiet: true };
  await (await startLocalCloud(options)).close();
  const file = join(dataDir, name);
  writeFileSync(file, '');
  await (await startLocalCloud(options)).close();
  expect(readFileSync(file, 'utf8')).toMatch(/^[0-9a-f]{64}$/);
});

describe('the database file', () => {
  const said: string[] = [];
  const things = v.parse(collectionSpec, collections[0]);
  const open = (folder: string) =>
    openSqlite(join(folder, 'database.sqlite'), [things], ({ event }) => said.push(event));
  const ids = async (store: Store): Promise<string[]> => {
    const found: string[] = [];
    await store.scan(things, { where: { all: [] } }, ({ id }) => void found.push(id));
    return found;
  };
  let copy: string;
  /** What a kill leaves: the files as they are while the server runs. */
  async function killed(files: string[]): Promise<void> {
    const store = open(dataDir);
    await store.commit([{ collection: things, id: 'a', rev: null, text: '{}' }]);
    for (const file of files) copyFileSync(join(dataDir, file), join(copy, file));
    await store.close();
  }
  beforeEach(() => {
    said.length = 0;
    copy = mkdtempSync(join(tmpdir(), 'linli-copy-'));
  });
  afterEach(() => rmSync(copy, { recursive: true }));

  it('has everything after a kill, with the log beside it', async () => {
    await killed(['database.sqlite', 'database.sqlite-wal']);
    const store = open(copy);
    expect([await ids(store), said]).toEqual([['a'], []]);
    await store.close();
  });

  it('says after a kill that writes are lost when the log is gone, and says so once', async () => {
    await killed(['database.sqlite']);
    const store = open(copy);
    expect([await ids(store), said]).toEqual([[], ['writes-lost']]);
    await store.close();
    await open(copy).close();
    expect(said).toEqual(['writes-lost']);
  });

  it('has everything in itself once the server was closed', async () => {
    await killed([]);
    copyFileSync(join(dataDir, 'database.sqlite'), join(copy, 'database.sqlite'));
    const store = open(copy);
    expect([await ids(store), said]).toEqual([['a'], []]);
    await store.close();
  });

  it('is not opened when it is damaged', async () => {
    const store = open(dataDir);
    const text = JSON.stringify({ s: 'x'.repeat(1000) });
    await store.commit(
      Array.from({ length: 100 }, (_, i) => ({ collection: things, id: `${i}`, rev: null, text })),
    );
    await store.close();
    const file = join(dataDir, 'database.sqlite');
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(7, bytes.length / 2));
    expect(() => open(dataDir)).toThrow('is damaged, put a copy back');
  });
});

it('says in the log, and to the function, that the disk takes no more, and still reads', async () => {
  // A file may have two megabytes: to SQLite that is a disk that takes no more.
  const child = spawn(
    'bash',
    [
      '-c',
      'ulimit -f 2048; exec "$@"',
      'bash',
      process.execPath,
      '--import',
      'tsx',
      join(__dirname, 'cloud.child.ts'),
      dataDir,
      functionsDir,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let logged = '';
  child.stderr.on('data', (chunk) => (logged += String(chunk)));
  const [chunk] = await once(child.stdout, 'data');
  const url = String(chunk);
  const [{ token }] = await (await fetch(`${url}/_local/people`)).json();
  const run = async (text: string) => {
    const response = await fetch(`${url}/v1/functions/probe`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ input: { script: text } }),
    });
    return response.json();
  };
  const filling = `async ({ db }) => {
    for (let n = 0; n < 100; n++) await db.collection("things").add({ data: { _id: "n" + n, s: "x".repeat(50000) } });
  }`;
  const reason = 'the disk takes no more: look at the data folder and its limits (SQLITE_IOERR_WRITE)';
  expect((await run(filling)).thrown.errMsg).toContain(reason);
  expect(
    (await run('async ({ db }) => (await db.collection("things").doc("n0").get()).data._id')).value,
  ).toBe('n0');
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
  expect(logged).toContain(`"event":"store-down","error":"${reason}"`);
});

it.each([
  ['SQLITE_FULL', 'the disk is full'],
  ['ENOSPC', 'the disk is full'],
  ['SQLITE_READONLY', 'the data folder is read-only'],
  ['EROFS', 'the data folder is read-only'],
  ['SQLITE_CONSTRAINT', undefined],
])('knows %s', (code, why) => {
  expect(outageOf(Object.assign(new Error('x'), { code }))?.split(':')[0]).toBe(why);
});

it('refuses a declaration that is none', async () => {
  const options = { dataDir, functionsDir, port: 0, timers: false, quiet: true };
  await expect(startLocalCloud({ ...options, database: { collections: [{ name: 'x' }] } })).rejects.toThrow();
});
