import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { readKeys, withNewKey, writeKeys } from '../../localcloud/keys';
import { digestOf } from '../../cloudfunctions/kit/repeat';
import { type TestCloud, freshId, startTestCloud } from '../support/cloud';
import { viewOf } from './finished';

/** 身份证号: encrypted in the database, opened by a tap that is written down, and gone with its key. Rules: docs/decisions/0072. */
const RESIDENT = 'rs-01';
const NUMBER = '230200195405061220';
const OTHER = '230200195405061239';
let cloud: TestCloud;
let caseId = '';
let agent = '';
let keyFile = '';

const view = (who: string) => viewOf(cloud, who, caseId);
const stored = () => JSON.stringify(cloud.stored());
const keyOf = (): number => {
  const kept = cloud.stored().cases as { id: string; text: string }[];
  const found = kept.find(({ id }) => id === caseId);
  return (JSON.parse(found?.text ?? '{}') as { idNumber?: { key: number } }).idNumber?.key ?? 0;
};

beforeAll(async () => {
  cloud = await startTestCloud();
  keyFile = join(cloud.dataDir, 'keys');
  ({ caseId } = await cloud.ok(RESIDENT, 'cases.submit', {
    serviceCode: 'resident-medical-insurance',
    mode: 'counter',
    note: '想交医保',
  }));
  agent = (await view(RESIDENT)).assignment?.agentId ?? '';
});
afterAll(() => cloud.close());

it('is asked for where the item needs it, and refused where it does not', async () => {
  expect(await view(RESIDENT)).toMatchObject({ idNumber: 'asked' });
  const { caseId: other } = await cloud.ok('rs-02', 'cases.submit', {
    serviceCode: 'disability-certificate',
    mode: 'counter',
    note: '想办残疾证',
  });
  expect(await viewOf(cloud, 'rs-02', other)).not.toHaveProperty('idNumber');
  expect(await cloud.call('rs-02', 'cases.identify', { caseId: other, idNumber: NUMBER })).toMatchObject({
    code: 'ID_NUMBER_NOT_NEEDED',
  });
  const typo = { caseId, idNumber: '230200195405061221' };
  expect(await cloud.call(RESIDENT, 'cases.identify', typo)).toMatchObject({
    code: 'BAD_INPUT',
    fields: { idNumber: expect.stringContaining('18位') },
  });
});

it('is in the database as cipher text alone, and whoever is only offered the case opens nothing', async () => {
  const written = { caseId, idNumber: '２３０２００ 19540506 1220' };
  const id = freshId();
  await cloud.ok(RESIDENT, 'cases.identify', written, id);
  const before = stored();
  await cloud.ok(RESIDENT, 'cases.identify', written, id);
  expect(await cloud.call(RESIDENT, 'cases.identify', { caseId, idNumber: OTHER }, id)).toMatchObject({
    code: 'REQUEST_REUSED',
  });
  expect(stored()).toBe(before);
  expect(await view(RESIDENT)).toMatchObject({ idNumber: 'given' });
  expect(stored()).not.toContain(NUMBER);
  // Nor a digest of it: of all numbers with one birthday it is found in a second.
  expect(stored()).not.toContain(digestOf('cases.identify', { caseId, idNumber: NUMBER }));
  expect(await view(agent)).not.toHaveProperty('idNumber');
  expect(await cloud.call(agent, 'cases.reveal', { caseId })).toMatchObject({ ok: false });
});

it('is opened by the agent who has the case, and the resident reads that it was', async () => {
  await cloud.ok(agent, 'cases.accept', { caseId });
  expect(await cloud.ok(agent, 'cases.reveal', { caseId })).toEqual({ idNumber: NUMBER });
  expect(await cloud.call(RESIDENT, 'cases.reveal', { caseId })).toMatchObject({ ok: false });
  const { events } = await view(RESIDENT);
  expect(events.at(-1)).toMatchObject({
    do: 'reveal',
    says: expect.stringMatching(/^代办员.+打开看了身份证号$/),
  });
  const { readings } = await cloud.ok(RESIDENT, 'privacy.readers', {});
  expect(readings).toContainEqual(expect.objectContaining({ how: 'idNumber', part: 'agent' }));
  expect(stored()).not.toContain(NUMBER);
});

it('goes over to a new key by itself, and then the old one can be dropped', async () => {
  const keys = (...words: string[]) =>
    execFileSync(process.execPath, ['--import', 'tsx', 'demo/keys.ts', ...words], {
      cwd: join(__dirname, '../..'),
      env: { ...process.env, DATA_DIR: cloud.dataDir },
      encoding: 'utf8',
      stdio: 'pipe',
    });
  const first = keyOf();
  expect([...readKeys(keyFile).keys()]).toEqual([first]);
  writeKeys(keyFile, withNewKey(readKeys(keyFile)));
  expect(() => keys('drop', String(first))).toThrow(`还有1个号码是用第${first}把存的`);
  expect(await cloud.timer('sweep')).toMatchObject({ rekeyed: 1 });
  expect(keyOf()).toBe(first + 1);
  expect(keys('drop', String(first))).toContain(`第${first}把删了`);
  expect([...readKeys(keyFile).keys()]).toEqual([first + 1]);
  expect(await cloud.ok(agent, 'cases.reveal', { caseId })).toEqual({ idNumber: NUMBER });
});

it('says so where the key is lost, takes a number anew with another, and none without any', async () => {
  const [first] = [...readKeys(keyFile)];
  const strange = new Map([[3, 'ab'.repeat(32)]]);
  writeKeys(keyFile, strange);
  const events = (await view(RESIDENT)).events.length;
  expect(await cloud.call(agent, 'cases.reveal', { caseId })).toMatchObject({ code: 'KEY_LOST' });
  expect((await view(RESIDENT)).events).toHaveLength(events);
  writeKeys(keyFile, new Map());
  expect(await cloud.call(RESIDENT, 'cases.identify', { caseId, idNumber: NUMBER })).toMatchObject({
    code: 'KEY_MISSING',
  });
  writeKeys(keyFile, new Map([...(first ? [first] : []), ...strange]));
  expect(await cloud.ok(agent, 'cases.reveal', { caseId })).toEqual({ idNumber: NUMBER });
});

it('goes with the photos of a case that has ended', async () => {
  await cloud.ok(agent, 'cases.complete', { caseId, result: '交好了' });
  const { endedAt = 0 } = await view(RESIDENT);
  await cloud.setClock(endedAt + 181 * 86_400_000);
  await cloud.timer('sweep');
  expect(await view(RESIDENT)).not.toHaveProperty('idNumber');
  expect(keyOf()).toBe(0);
});
