import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Instances } from '../../localcloud/functions/instances';
import { openBench } from './probe';
import type { Bench, Kit } from './probe';

const greeter = `
  const cloud = require('wx-server-sdk');
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
  exports.main = async (event) => ({ hello: event.name, openid: cloud.getWXContext().OPENID, source: cloud.getWXContext().SOURCE });`;
/** Writes down which hosts it asks by HTTP, from before the SDK is loaded. */
const watched = `
  const { ClientRequest } = require('http');
  exports.main = async () => {
    const real = ClientRequest.prototype.onSocket;
    const hosts = new Set();
    ClientRequest.prototype.onSocket = function (...given) {
      hosts.add(this.getHeader('host'));
      return real.apply(this, given);
    };
    try {
      const cloud = require('wx-server-sdk');
      cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
      await cloud.database().collection('things').count();
      await cloud.uploadFile({ cloudPath: 'a.txt', fileContent: Buffer.from('a') });
      await cloud.callFunction({ name: 'greeter', data: {} });
      await cloud.openapi.subscribeMessage.send({ touser: 'x', templateId: 'x', data: {} }).catch(() => undefined);
      return [...hosts];
    } finally {
      ClientRequest.prototype.onSocket = real;
    }
  };`;
/** Takes steps of the tests, which are in its own process. */
const stepper = `
  const cloud = require('wx-server-sdk');
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
  const db = cloud.database({ throwOnNotFound: false });
  exports.main = async ({ id }) => (await process.steps[id](db)) ?? {};`;
type Db = Kit<undefined>['db'];
type Step = (db: Db) => unknown;
const steps: Step[] = [];
const broken = `throw new Error('does not load');`;

let bench: Bench;
beforeAll(async () => {
  Object.assign(process, { steps });
  bench = await openBench({
    functions: {
      probe: {},
      greeter: { source: greeter },
      broken: { source: broken },
      watched: { source: watched },
      stepper: { source: stepper },
    },
    looking: { stepper: ['look'] },
  });
});
afterAll(() => bench.close());

it('asks the cloud alone: what the SDK brings for other hosts never runs (docs/decisions/0037)', async () => {
  const reply = await bench.post('/v1/functions/watched', {}, bench.cloud.identity.tokenOf('o-x'));
  expect(reply.body).toEqual([new URL(bench.cloud.url).host]);
});

it('shows each of forty callers at once their own OPENID', async () => {
  const people = Array.from({ length: 40 }, (_, index) => `o-person-${index}`);
  const seen = await Promise.all(
    people.map((openid) =>
      bench.run(
        async ({ db, cloud }) => {
          const before = cloud.getWXContext().OPENID;
          await db.collection('things').count();
          return [before, cloud.getWXContext().OPENID];
        },
        undefined,
        openid,
      ),
    ),
  );
  expect(seen).toEqual(people.map((openid) => [openid, openid]));
});

it('gives an instance one request at a time, starts a few more when busy, and keeps them for later', async () => {
  const visit = () =>
    bench.run(async ({ db, state }) => {
      state.name ??= Math.random();
      state.inside = Number(state.inside ?? 0) + 1;
      await db.collection('things').count();
      const inside = state.inside;
      state.inside = Number(state.inside) - 1;
      return { name: state.name, inside };
    });
  const visits = await Promise.all(Array.from({ length: 40 }, visit));
  expect(visits.every(({ inside }) => inside === 1)).toBe(true);
  const names = new Set(visits.map(({ name }) => name));
  expect(names.size).toBe(8);
  expect(names).toContain((await visit()).name);
});

describe('an action that only looks', () => {
  const look = (step: Step) => {
    const id = steps.push(step) - 1;
    const token = bench.cloud.identity.tokenOf('o-looker');
    return bench.post('/v1/functions/stepper', { action: 'look', id }, token);
  };
  const refused = { code: 'INTERNAL' };

  it('reads', async () => {
    expect((await look((db) => db.collection('things').doc('none').get())).body).toMatchObject({
      data: null,
    });
  });

  it.each<[string, Step]>([
    ['write', (db) => db.collection('things').add({ data: { s: 'seen' } })],
    ['begin a transaction', (db) => db.runTransaction(async () => undefined)],
  ])('cannot %s', async (_, step) => {
    expect((await look(step)).body).toMatchObject(refused);
  });
});

it('serves next who has the fewest running, and among those who came first', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'linli-instances-'));
  const file = join(dir, 'index.js');
  writeFileSync(file, 'exports.main = (work) => work();');
  const instances = new Instances(file, { clock: bench.cloud.clock, console, platform: {} });
  const order: string[] = [];
  let open = () => {};
  const gate = new Promise<void>((resolve) => (open = resolve));
  const visit = (who: string) => instances.run(() => (order.push(who), gate), {}, {}, who.slice(0, 1));
  const many = Array.from({ length: 20 }, (_, i) => `a${i}`);
  const visits = [...many, 'b0', 'c0', 'b1'].map(visit);
  open();
  await Promise.all(visits);
  rmSync(dir, { recursive: true });
  expect(order.slice(0, 10)).toEqual([...many.slice(0, 8), 'b0', 'c0']);
  expect(order).toHaveLength(23);
});

it('hands an instance on to the next cloud of this process, which it has nothing to tell of the last', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'linli-instances-'));
  const around = { clock: bench.cloud.clock, console, platform: {} };
  const loaded = 'process.loads.push(__filename); let seen = []; exports.main = (who) => seen.push(who);';
  const loads: string[] = [];
  Object.assign(process, { loads });
  const twice = async (name: string, source: string) => {
    const file = join(dir, name);
    writeFileSync(file, source);
    const one = new Instances(file, around);
    await one.run('a', {}, {});
    one.close();
    const next = await new Instances(file, { ...around, clock: { now: () => 5 } }).run('b', {}, {});
    return { next, loads: loads.splice(0).length };
  };
  expect(await twice('forgets.js', `${loaded} exports.forget = () => (seen = []);`)).toEqual({
    next: 1,
    loads: 1,
  });
  expect(await twice('cannot.js', loaded)).toEqual({ next: 1, loads: 2 });
  const clocked = `process.loads.push(0); exports.main = () => Date.now(); exports.forget = () => {};`;
  expect(await twice('clocked.js', clocked)).toEqual({ next: 5, loads: 1 });
  rmSync(dir, { recursive: true });
});

it('gives functions the local clock as their Date', async () => {
  bench.cloud.clock.set(Date.UTC(2030, 0, 1), true);
  const seen = await bench.run(({ Date }) => {
    const now = new Date();
    return [
      Date.now(),
      now.getTime(),
      new Date(5).getTime(),
      now instanceof Date,
      typeof Date(),
      Date.UTC(1970, 0),
    ];
  });
  bench.cloud.clock.set(Date.now());
  expect(seen).toEqual([Date.UTC(2030, 0, 1), Date.UTC(2030, 0, 1), 5, true, 'string', 0]);
});

it('lets a function call another, which sees no person', async () => {
  const reply = await bench.run(({ cloud }) => cloud.callFunction({ name: 'greeter', data: { name: 'x' } }));
  expect(reply.result).toEqual({ hello: 'x', source: 'wx_client,scf' });
});

it('counts what each call asked of the database', async () => {
  await fetch(`${bench.cloud.url}/_local/calls`, { method: 'DELETE' });
  await bench.run(async ({ db }) => {
    await db.collection('things').count();
    await db.collection('things').where({ n: 1 }).get();
    await db.collection('things').add({ data: { n: 1 } });
    await db.runTransaction(async (transaction) => {
      await transaction
        .collection('things')
        .doc('a')
        .set({ data: { n: 2 } });
    });
    await db.runTransaction((transaction) => transaction.rollback()).catch(() => undefined);
  });
  const counts = { reads: 2, writes: 2, begins: 2, commits: 1, aborts: 1 };
  const call = {
    function: 'probe',
    action: 'probe',
    requestId: expect.any(String),
    ms: expect.any(Number),
    ...counts,
  };
  expect(await bench.get('/_local/calls')).toEqual([call]);
});

it('serves the database to running invocations only', async () => {
  const request = { action: 'database.getDocument', collectionName: 'things', wxCloudApiToken: 'somebody' };
  const { body } = await bench.post('/admin', request);
  expect(body).toMatchObject({ code: 'SIGN_PARAM_INVALID' });
});

it('fails every call of a function that does not load, and keeps serving the others', async () => {
  const token = bench.cloud.identity.tokenOf('o-tester');
  for (let time = 0; time < 10; time++) {
    const { body } = await bench.post('/v1/functions/broken', {}, token);
    expect(body).toMatchObject({ ok: false, code: 'INTERNAL' });
  }
  expect((await bench.post('/v1/functions/greeter', { name: 'y' }, token)).body).toMatchObject({
    hello: 'y',
    openid: 'o-tester',
  });
});
