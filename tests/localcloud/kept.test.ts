import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backup, restore } from '../../localcloud/backup';
import { LogFiles } from '../../localcloud/log-files';
import { startLocalCloud } from '../../localcloud/server';
import { bundle, collections, openBench, spawnCloud } from './probe';

/** What a clerk relies on: a copy while it runs, a folder for one server alone, and an end that answers what was begun. */
let functionsDir: string;
let home: string;
let dataDir: string;
beforeAll(() => {
  functionsDir = bundle({
    probe: {},
    slow: {
      source: `
        const cloud = require('wx-server-sdk');
        cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
        exports.main = async ({ input }) => {
          const things = cloud.database().collection('things');
          for (let i = 0; i < 20; i++) await things.add({ data: { _id: input.id + i, n: i } });
          return { done: input.id };
        };`,
    },
  });
});
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'linli-kept-'));
  dataDir = join(home, 'data');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));
afterAll(() => rmSync(functionsDir, { recursive: true }));

it('says what it says in files that do not grow: a full one is turned, the oldest goes, and a new start goes on in the newest', () => {
  const files = new LogFiles(home, 20, 2);
  for (const line of ['one', 'two', 'three', 'four']) files.write(`${line.padEnd(11)}\n`);
  new LogFiles(home, 20, 2).write('five\n');
  const has = (name: string) => readFileSync(join(home, name), 'utf8').replace(/ +/g, '');
  expect(readdirSync(home).toSorted()).toEqual(['linli.1.log', 'linli.2.log', 'linli.log']);
  expect(['linli.2.log', 'linli.1.log', 'linli.log'].map(has)).toEqual(['two\n', 'three\n', 'four\nfive\n']);
});

const options = () => ({
  dataDir,
  functionsDir,
  port: 0,
  database: { collections },
  timers: false,
  quiet: true,
});
const add = `async ({ db, args }) => { await db.collection('things').add({ data: { _id: args, n: 1 } }); return args; }`;

describe('a backup', () => {
  it('is made while many write, and has all that was acknowledged before, with the files and the keys', async () => {
    const bench = await openBench({ dataDir, functionsDir });
    const token = bench.cloud.identity.tokenOf('o-x');
    const link = await bench.run(async ({ cloud }) => {
      const { fileID } = await cloud.uploadFile({
        cloudPath: 'a/b.png',
        fileContent: Buffer.from('picture'),
      });
      return fileID;
    });
    const acknowledged: string[] = [];
    let isOver = false;
    const writer = async (id: number) => {
      for (let n = 0; !isOver; n += 1) {
        const body = { input: { script: add, args: `${id}-${n}` } };
        const { body: said } = await bench.post('/v1/functions/probe', body, token);
        acknowledged.push(String(said.value));
      }
    };
    const writers = Array.from({ length: 8 }, (_, id) => writer(id));
    while (acknowledged.length < 50) await new Promise((go) => setImmediate(go));
    const before = [...acknowledged];
    const made = await backup(dataDir, join(home, 'copy'));
    isOver = true;
    await Promise.all(writers);
    await bench.close();
    // A file, and the key that signs links.
    expect(made).toMatchObject({ folder: join(home, 'copy'), files: 2 });

    await restore(join(home, 'copy'), join(home, 'again'));
    const again = await openBench({ dataDir: join(home, 'again'), functionsDir });
    expect(again.cloud.identity.openidOf(token)).toBe('o-x');
    const kept = await again.run(async ({ db, args }) => {
      const found: unknown[] = [];
      for (let at = 0; at < args.length; at += 50) {
        const part = args.slice(at, at + 50);
        const { data } = await db
          .collection('things')
          .where({ _id: db.command.in(part) })
          .get();
        found.push(...data.map(({ _id }) => _id));
      }
      return found;
    }, before);
    expect(new Set(kept)).toEqual(new Set(before));
    const [file] = await again.run(
      async ({ cloud, args }) => (await cloud.getTempFileURL({ fileList: [args] })).fileList,
      link,
    );
    expect(await (await fetch(file?.tempFileURL ?? '')).text()).toBe('picture');
    await again.close();
  });

  it('writes nothing over, and says what to do', async () => {
    await (await startLocalCloud(options())).close();
    mkdirSync(join(home, 'there'));
    await expect(backup(dataDir, join(home, 'there'))).rejects.toThrow('is there already');
    await expect(backup(join(home, 'nowhere'), join(home, 'copy'))).rejects.toThrow('holds no data');
    await backup(dataDir, join(home, 'copy'));
    await expect(restore(join(home, 'copy'), dataDir)).rejects.toThrow('rename it first');
    await expect(restore(join(home, 'there'), join(home, 'new'))).rejects.toThrow('is no backup');
    const running = await startLocalCloud(options());
    await expect(restore(join(home, 'copy'), dataDir)).rejects.toThrow('another server has');
    await running.close();
    const file = join(home, 'copy', 'database.sqlite');
    writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from('x')]));
    await expect(restore(join(home, 'copy'), join(home, 'new'))).rejects.toThrow('is damaged');
    expect(existsSync(join(home, 'new'))).toBe(false);
  });
});

it('is one server’s folder: a second is told, and has it once the first has ended, also by a kill', async () => {
  const first = await startLocalCloud(options());
  await expect(startLocalCloud(options())).rejects.toThrow('another server has');
  await first.close();
  const { child } = await spawnCloud(dataDir, functionsDir);
  await expect(startLocalCloud(options())).rejects.toThrow('another server has');
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
  await (await startLocalCloud(options())).close();
});

it.each([true, false])(
  'answers what was begun before it stops, with a reader in front: %s',
  async (reader) => {
    const cloud = await startLocalCloud({ ...options(), reader, looking: {} });
    const call = fetch(`${cloud.url}/v1/functions/slow`, {
      method: 'POST',
      headers: { authorization: `Bearer ${cloud.identity.tokenOf('o-x')}` },
      body: JSON.stringify({ action: 'go', requestId: 'r', input: { id: 'a' } }),
    });
    // It has begun once its first write is there.
    while ((await cloud.console.find('things', {})).length === 0) await new Promise((go) => setImmediate(go));
    expect((await fetch(`${cloud.url}/ready`)).status).toBe(200);
    const closed = cloud.close();
    expect(await (await call).json()).toEqual({ done: 'a' });
    await closed;
    await expect(fetch(`${cloud.url}/health`)).rejects.toThrow();
  },
);

it('says that it is alive, and whether it can be given work, to whoever watches', async () => {
  const bench = await openBench({ functionsDir, dataDir });
  expect(await bench.get('/health')).toEqual({ ok: true });
  expect(await bench.get('/ready')).toEqual({ ok: true });
  await bench.close();
});
