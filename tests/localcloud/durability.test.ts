import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle, collections, openBench } from './probe';
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
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(__dirname, 'durability.child.ts'), dataDir, functionsDir],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const [chunk] = await once(child.stdout, 'data');
  const url = String(chunk);
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

it('refuses a declaration that is none', async () => {
  const options = { dataDir, functionsDir, port: 0, timers: false, quiet: true };
  await expect(startLocalCloud({ ...options, database: { collections: [{ name: 'x' }] } })).rejects.toThrow();
});
