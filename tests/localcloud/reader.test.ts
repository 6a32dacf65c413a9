import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os, { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalCloud } from '../../localcloud/server';
import { bundle, collections, spawnCloud } from './probe';

/** Reads and writes `things`, and can hold the whole thread that it runs in until a file is there. */
const holder = `
  const { existsSync, writeFileSync } = require('fs');
  const cloud = require('wx-server-sdk');
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
  const things = cloud.database({ throwOnNotFound: false }).collection('things');
  exports.main = async ({ action, add, held, free }) => {
    if (add) await things.add({ data: { _id: add } });
    if (held) {
      writeFileSync(held, '');
      while (!existsSync(free));
    }
    const { data } = await things.orderBy('_id', 'asc').limit(10).get();
    const { fileList } = await cloud.getTempFileURL({ fileList: ['cloud://none'] });
    return { ids: data.map(({ _id }) => _id), at: Date.now(), openid: cloud.getWXContext().OPENID, status: fileList[0].status };
  };`;

let cloud: Awaited<ReturnType<typeof spawnCloud>>;
let token: string;
const dataDir = mkdtempSync(join(tmpdir(), 'linli-data-'));
const functionsDir = bundle({ holder: { source: holder } });
const there = join(dataDir, 'held');
const free = join(dataDir, 'free');

beforeAll(async () => {
  cloud = await spawnCloud(dataDir, functionsDir);
  [{ token }] = await (await fetch(`${cloud.url}/_local/people`)).json();
});
afterAll(async () => {
  const exit = once(cloud.child, 'exit');
  cloud.child.kill('SIGKILL');
  await exit;
  rmSync(dataDir, { recursive: true });
  rmSync(functionsDir, { recursive: true });
});

async function call(event: object, as = token): Promise<Record<string, unknown>> {
  const response = await fetch(`${cloud.url}/v1/functions/holder`, {
    method: 'POST',
    headers: { authorization: `Bearer ${as}` },
    body: JSON.stringify(event),
  });
  return response.json();
}

it('answers what only looks while something else has the whole cloud behind it', async () => {
  const write = call({ action: 'write', held: there, free });
  for (let tries = 0; tries < 3; tries += 1)
    expect(await call({ action: 'look' })).toMatchObject({ openid: 'o-writer', ids: [] });
  writeFileSync(free, '');
  expect(await write).toMatchObject({ openid: 'o-writer' });
});

it('sees what has been written, once it was said to be', async () => {
  const added = Array.from({ length: 5 }, (_, i) => `thing-${i}`);
  for (const [i, add] of added.entries()) {
    await call({ action: 'write', add });
    expect(await call({ action: 'look' })).toMatchObject({ ids: added.slice(0, i + 1) });
  }
});

it('tells the time of the cloud, also when it was just set', async () => {
  for (const at of [Date.UTC(2030, 0, 1), Date.UTC(2026, 0, 1)]) {
    const body = JSON.stringify({ at, frozen: true });
    await fetch(`${cloud.url}/_local/clock`, { method: 'POST', body });
    expect(await call({ action: 'look' })).toMatchObject({ at });
  }
});

it('may not write, and refuses as the cloud does', async () => {
  expect(await call({ action: 'look', add: 'by-a-look' })).toMatchObject({ code: 'INTERNAL' });
  expect(await call({ action: 'look' })).not.toMatchObject({ ids: expect.arrayContaining(['by-a-look']) });
  expect(await call({ action: 'look' }, 'forged')).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await call({ action: 'look', deep: 'x'.repeat(101 * 1024) })).toMatchObject({
    code: 'INPUT_TOO_LONG',
  });
});

it('hands on everything else, as it came and as it is answered', async () => {
  const unknown = await fetch(`${cloud.url}/_local/nowhere`);
  expect([unknown.status, await unknown.json()]).toEqual([404, { ok: false, message: expect.any(String) }]);
  const put = await fetch(`${cloud.url}/storage/a.txt`, { method: 'PUT', body: Buffer.alloc(3_000_000) });
  expect([put.status, put.headers.get('content-type')]).toEqual([403, 'application/xml']);
  const foreign = await fetch(`${cloud.url}/_local/people`, {
    headers: { origin: 'http://elsewhere.example' },
  });
  expect(foreign.status).toBe(403);
  expect(foreign.headers.get('x-content-type-options')).toBe('nosniff');
});

it('writes down what a look cost beside all other calls', async () => {
  await call({ action: 'look', requestId: 'counted' });
  await call({ action: 'write', requestId: 'last' });
  const calls: { requestId: string; reads: number }[] = await (
    await fetch(`${cloud.url}/_local/calls`)
  ).json();
  expect(calls.find(({ requestId }) => requestId === 'counted')).toMatchObject({
    function: 'holder',
    reads: 1,
  });
});

it('says that its port is taken, has the cloud behind give way, and ends with it', async () => {
  // Whatever else is tried in this process later is not to give way, too: an ordinary user cannot take that back.
  const lowers = jest.spyOn(os, 'setPriority').mockImplementation(() => undefined);
  const kept = mkdtempSync(join(tmpdir(), 'linli-data-'));
  const options = {
    dataDir: kept,
    functionsDir,
    database: { collections },
    looking: { holder: ['look'] },
    reader: true,
    timers: false,
    quiet: true,
  };
  const taken = Number(new URL(cloud.url).port);
  await expect(startLocalCloud({ ...options, port: taken })).rejects.toThrow('EADDRINUSE');
  const own = await startLocalCloud({ ...options, port: 0 });
  if (process.platform === 'linux') expect(lowers.mock.calls).toContainEqual([process.pid, 19]);
  lowers.mockRestore();
  await own.close();
  await expect(fetch(own.url)).rejects.toThrow('fetch failed');
  rmSync(kept, { recursive: true });
});
