import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, instantOf } from '../../contract/time';
import type {
  CaseDoc,
  ChainDoc,
  HeadDoc,
  JournalDoc,
  SegmentDoc,
} from '../../cloudfunctions/domain/documents';
import { nobodies } from '../../demo/documents';
import { bundle } from '../../scripts/bundle';
import { root } from '../../scripts/stamp';
import { type PrintedHead, checkChain, checkProof, readHead } from '../../scripts/verify/check.mjs';
import { type TestCloud, startTestCloud } from '../support/cloud';

/** 每日封存, told from its first day to a person's leaving: each test goes on where the one before ended. */
const MANAGER = 'ad-cm-1';
const AGENT = 'ag-01';
const DISTRICT = 'ad-ds-1';
const XINMIN = 'cm-xinmin';
const minute = 60_000;
const functionsDir = mkdtempSync(join(tmpdir(), 'linli-chain-'));
let cloud: TestCloud;
let caseId = '';
let complaintId = '';

beforeAll(async () => {
  cpSync(join(root, 'dist/cloudfunctions'), functionsDir, { recursive: true });
  await bundle(join(root, 'tests/support/forget/index.ts'), join(functionsDir, 'forget/index.js'));
  writeFileSync(join(functionsDir, 'forget/config.json'), '{ "permissions": { "openapi": [] } }');
  cloud = await startTestCloud({ functionsDir });
  await cloud.timer('beat');
});
afterAll(async () => {
  await cloud.close();
  rmSync(functionsDir, { recursive: true });
});

const ask = (person: string, serviceCode = 'disability-certificate') =>
  cloud.ok(person, 'cases.submit', { serviceCode, mode: 'counter', note: '请帮忙办一下' });
const nightAfter = (day: string) => instantOf(addDays(day, 1), '00:55');
async function night(day: string): Promise<void> {
  const now = nightAfter(day);
  await cloud.setClock(now);
  // A run has its time; what it is too short for is the next one's.
  do expect(await cloud.timer('beat')).toMatchObject({ failed: 0 });
  while ((await docs<ChainDoc>('chains')).some(({ dueAt }) => dueAt <= now));
}
const docs = async <T>(name: string, filter: object = {}) => (await cloud.console.find(name, filter)) as T[];
const headsOf = async (orgId: string): Promise<HeadDoc[]> =>
  (await docs<HeadDoc>('heads', { orgId })).sort((a, b) => a.n - b.n);
const printed = ({ orgId, n, hash, day }: HeadDoc): PrintedHead | undefined =>
  readHead(`linli-daiban/${orgId}\n${n}\n${hash}\n${day}`);
/** The newest printed head of a unit, as somebody has it at home. */
const newest = async (orgId: string) => printed((await headsOf(orgId)).at(-1) as HeadDoc);
async function exported(orgId: string, person = DISTRICT, from = '2026-11-01'): Promise<string> {
  const { url } = await cloud.ok(person, 'units.chain', { orgId, from });
  return (await fetch(url)).text();
}
interface Line {
  n?: number;
  why?: string;
  entry?: Record<string, unknown>;
}
const linesOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => JSON.parse(line) as Line);
const units = [XINMIN, 'st-longhua', 'ds-tiefeng'];
/** Each chain, held against the newest head that was printed of it. */
async function verified(): Promise<void> {
  for (const orgId of units)
    expect([orgId, checkChain(await exported(orgId), await newest(orgId))]).toMatchObject([
      orgId,
      { isWhole: true, faults: [] },
    ]);
}
/** What lies in all chains: each event of a case, each entry of a journal, and how often. */
async function leaves(): Promise<Map<string, number>> {
  const counted = new Map<string, number>();
  for (const segment of await docs<SegmentDoc>('segments'))
    for (const { of, seq } of segment.leaves)
      counted.set(`${of} ${seq}`, (counted.get(`${of} ${seq}`) ?? 0) + 1);
  return counted;
}
/** Everything that was written before an instant lies in the chains once. */
async function eachOnce(before: number): Promise<void> {
  const counted = await leaves();
  const cases = (await docs<CaseDoc>('cases')).flatMap(({ _id, events }) =>
    events.flatMap(({ at, seq }) => (at < before ? `case:${_id} ${seq}` : [])),
  );
  const journal = (await docs<JournalDoc>('journal')).flatMap(({ _id, at }) =>
    at < before ? `journal:${_id} 0` : [],
  );
  expect([...cases, ...journal].filter((one) => counted.get(one) !== 1)).toEqual([]);
}

it('begins with the day, and seals nothing before it is over', async () => {
  ({ caseId } = await ask('rs-01'));
  ({ caseId: complaintId } = await cloud.ok('rs-02', 'cases.complain', {
    about: 'words',
    whom: '小区物业',
    note: '态度不好',
  }));
  await cloud.ok(MANAGER, 'people.look', { personId: 'rs-01' });
  await cloud.ok(MANAGER, 'cases.contact', { caseId, why: '打电话回访' });
  await cloud.ok(MANAGER, 'metrics.export', { orgId: XINMIN, table: 'cases', format: 'csv' });
  await cloud.setClock(instantOf('2026-11-23', '23:58'));
  await cloud.timer('beat');
  expect((await docs<ChainDoc>('chains')).map(({ n }) => n)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(await cloud.call(MANAGER, 'units.chain', { orgId: XINMIN, from: '2026-11-01' })).toMatchObject({
    code: 'NOTHING_SEALED',
  });
});

it('ends the same however often a run is killed, and however often it comes', async () => {
  await cloud.setClock(nightAfter('2026-11-23'));
  // After the first portion, and twice before anything; never while a transaction is open: one that is stays until its time is over, here as in the cloud.
  for (const after of [23, 5, 9]) {
    await cloud.local('kill', { function: 'rollup', after });
    await cloud.local('timers/beat', {});
  }
  await Promise.all([cloud.timer('rollup'), cloud.timer('beat')]);
  await night('2026-11-23');
  const before = JSON.stringify([await docs('chains'), await docs('heads'), await docs('segments')]);
  await cloud.timer('beat');
  expect(JSON.stringify([await docs('chains'), await docs('heads'), await docs('segments')])).toBe(before);
  for (const orgId of units) expect(await headsOf(orgId)).toMatchObject([{ day: '2026-11-23' }]);
  await eachOnce(instantOf('2026-11-24'));
  await verified();
});

it('has the journal, what was taken away and who looked; the head is in the chain above, and in the storage', async () => {
  const whats = linesOf(await exported(XINMIN, MANAGER)).map(({ entry }) => entry?.what ?? entry?.do);
  expect(whats).toEqual(expect.arrayContaining(['submit', 'contact', 'person.look', 'unit.export']));
  const [own] = await headsOf(XINMIN);
  const [street] = await headsOf('st-longhua');
  const head = (one?: HeadDoc) => ({
    kind: 'head',
    unit: one?.orgId,
    day: one?.day,
    n: one?.n,
    hash: one?.hash,
  });
  expect(linesOf(await exported('st-longhua')).map(({ entry }) => entry)).toContainEqual(head(own));
  expect(linesOf(await exported('ds-tiefeng')).map(({ entry }) => entry)).toContainEqual(head(street));
  const folder = join(cloud.dataDir, 'storage');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => readFileSync(join(one.parentPath, one.name), 'utf8'));
  expect(files).toContain(`linli-daiban/${XINMIN}\n${own?.n}\n${own?.hash}\n2026-11-23\n`);
});

it('tells nobody of a complaint: it is in the district’s chain, closed for every reader', async () => {
  expect([...(await exported(XINMIN)), await exported('st-longhua')].join('')).not.toContain(complaintId);
  const district = await exported('ds-tiefeng');
  expect(district).not.toContain(complaintId);
  const closed = linesOf(district).filter(({ why }) => why === 'closed');
  const [complaint] = await docs<CaseDoc>('cases', { _id: complaintId });
  expect(closed).toHaveLength(
    complaint?.events.filter(({ at }) => at < instantOf('2026-11-24')).length ?? -1,
  );
});

it('shows the heads to anybody, and gives the file to those above alone', async () => {
  const [stranger] = nobodies(1);
  const seen = await cloud.ok(stranger?.id ?? 'rs-03', 'units.heads', { orgId: XINMIN });
  const [own] = await headsOf(XINMIN);
  const { n = 0, hash } = own ?? {};
  expect(seen).toMatchObject({
    name: '新民社区',
    above: { id: 'st-longhua', taken: n },
    day: '2026-11-23',
    heads: [{ unit: XINMIN, n, hash }],
  });
  // A printed head that fits, and one after so many entries as there never was one.
  expect(await cloud.ok('rs-03', 'units.heads', { orgId: XINMIN, n })).toMatchObject({ asked: { n, hash } });
  expect((await cloud.ok('rs-03', 'units.heads', { orgId: XINMIN, n: n + 1 })).asked).toBeUndefined();
  for (const person of ['rs-01', AGENT, 'ad-cm-2'])
    expect(await cloud.call(person, 'units.chain', { orgId: XINMIN, from: '2026-11-01' })).toMatchObject({
      code: person === 'ad-cm-2' ? 'UNIT_NOT_YOURS' : 'FORBIDDEN',
    });
});

it('gives a resident the proof of their own case, and of a complaint to who complained', async () => {
  for (const [person, id, orgId] of [
    ['rs-01', caseId, XINMIN],
    ['rs-02', complaintId, 'ds-tiefeng'],
  ] as const) {
    const proof = await cloud.ok(person, 'cases.proof', { caseId: id });
    expect(proof.days[0]?.entries.map(({ entry }) => entry.do)).toContain('submit');
    expect(checkProof(JSON.stringify(proof), await newest(orgId))).toMatchObject({
      isWhole: true,
      faults: [],
    });
    expect(checkProof(JSON.stringify(proof), await newest('st-longhua')).faults).toMatchObject([
      { kind: 'unit' },
    ]);
    expect(JSON.stringify(proof).length).toBeLessThan(16_000);
  }
  // Word for word where their page says it all: what they asked for, who looked and why.
  const saved = await cloud.ok('rs-01', 'cases.proof', { caseId });
  const opened = saved.days.flatMap(({ entries }) =>
    entries.flatMap(({ entry, words }) => (words ? [`${entry.do} ${words.rest}`] : [])),
  );
  expect(opened.join('\n')).toMatch(/^submit .*"赵一示"[^]*contact .*"白露澄".*"打电话回访"/);
  const byManager = await cloud.ok(MANAGER, 'cases.proof', { caseId });
  const [own, others] = [true, false].map((isOwn) =>
    byManager.days.flatMap(({ entries }) =>
      entries.filter(({ entry }) => (entry.by === 'manager') === isOwn),
    ),
  );
  expect(own?.every(({ words }) => words?.rest.includes('白露澄'))).toBe(true);
  expect(others?.some(({ words }) => words)).toBe(false);
  expect(await cloud.call('rs-03', 'cases.proof', { caseId })).toMatchObject({ code: 'NOT_YOUR_CASE' });
  expect(await cloud.call(AGENT, 'cases.proof', { caseId })).toMatchObject({ code: 'FORBIDDEN' });
});

it('shows what was changed in the database since, by its number', async () => {
  const [kase] = await docs<CaseDoc & { _id: string }>('cases', { _id: caseId });
  if (!kase) throw new Error('unreachable');
  const events = kase.events.map((event) =>
    event.do === 'contact' ? { ...event, text: '没有打过' } : event,
  );
  await cloud.console.put('cases', { ...kase, events });
  const found = checkChain(await exported(XINMIN), await newest(XINMIN));
  expect(found.faults).toMatchObject([{ kind: 'changed' }]);
  await cloud.console.put('cases', {
    ...kase,
    events: kase.events.filter((event) => event.do !== 'contact'),
  });
  expect(checkChain(await exported(XINMIN), await newest(XINMIN)).faults).toMatchObject([{ kind: 'gone' }]);
  // A segment of the chain itself that was cut.
  await cloud.console.put('cases', { ...kase });
  const [segment] = await docs<SegmentDoc>('segments', { orgId: XINMIN });
  if (!segment) throw new Error('unreachable');
  await cloud.console.put('segments', { ...segment, leaves: segment.leaves.slice(1) });
  expect(checkChain(await exported(XINMIN), await newest(XINMIN)).isWhole).toBe(false);
  await cloud.console.put('segments', { ...segment });
  await verified();
});

it('closes each day of a week without a timer by itself, with what came late and what was moved', async () => {
  const held = JSON.stringify(await headsOf(XINMIN));
  for (const day of ['2026-11-24', '2026-11-26', '2026-11-27']) {
    await cloud.setClock(instantOf(day, '10:00'));
    await cloud.ok(MANAGER, 'people.look', { personId: 'rs-03' });
    if (day === '2026-11-26')
      await cloud.ok(MANAGER, 'cases.move', { caseId, orgId: 'cm-zhongdong', reason: '搬家了' });
  }
  await night('2026-12-01');
  const days = (await headsOf(XINMIN)).map(({ day }) => day);
  expect(days).toEqual(['2026-11-23', '2026-11-24', '2026-11-26', '2026-11-27']);
  expect((await docs<ChainDoc>('chains')).map(({ day }) => day)).toEqual(Array(6).fill('2026-12-01'));
  expect(JSON.stringify((await headsOf(XINMIN)).slice(0, 1))).toBe(held);
  const taken = linesOf(await exported('st-longhua')).flatMap(({ entry }) =>
    entry?.kind === 'head' && entry.unit === XINMIN ? [entry.day] : [],
  );
  expect(taken).toEqual(days);
  await eachOnce(instantOf('2026-12-02'));
  await verified();
  // Both parts of the case are proven, each by the community that it was in.
  const proof = await cloud.ok('rs-01', 'cases.proof', { caseId });
  expect([...new Set(proof.days.map(({ unit }) => unit))]).toEqual([XINMIN, 'cm-zhongdong']);
  expect(checkProof(JSON.stringify(proof), await newest('cm-zhongdong'))).toMatchObject({ isWhole: true });
});

it('goes on where the clock went back: what is written then is sealed, and no head changes', async () => {
  const before = await docs<HeadDoc>('heads');
  const back = instantOf('2026-11-28', '09:00');
  await cloud.setClock(back);
  await cloud.timer('beat');
  const { caseId: early } = await ask('rs-03', 'temporary-relief');
  await cloud.ok(MANAGER, 'people.look', { personId: 'rs-02' });
  await night('2026-11-28');
  expect((await headsOf(XINMIN)).at(-1)).toMatchObject({ day: '2026-11-28' });
  expect((await leaves()).get(`case:${early} 0`)).toBe(1);
  // Set right again.
  await night('2026-12-02');
  await eachOnce(instantOf('2026-12-02'));
  const after = new Map((await docs<HeadDoc>('heads')).map((head) => [head._id, head]));
  for (const head of before) expect(after.get(head._id)).toEqual(head);
  await verified();
});

it('forgets what one person did in the case of another, and leaves the rest of it', async () => {
  await cloud.setClock(instantOf('2026-12-03', '10:00'));
  const { caseId: own } = await ask('rs-03', 'destitute-support');
  await night('2026-12-03');
  const count = async () =>
    (await cloud.ok('rs-03', 'cases.proof', { caseId: own })).days[0]?.entries.length ?? 0;
  const before = await count();
  await cloud.post('forget', { event: { caseId: own, seq: 0 } }, cloud.token('rs-01'));
  await verified();
  const proof = await cloud.ok('rs-03', 'cases.proof', { caseId: own });
  expect([await count(), proof.erased]).toEqual([before - 1, 1]);
  expect(checkProof(JSON.stringify(proof), await newest(proof.days[0]?.unit ?? ''))).toMatchObject({
    isWhole: true,
  });
});

it('forgets a person: salts are destroyed, the chain verifies, no head changes', async () => {
  const before = JSON.stringify(await docs('heads'));
  const whole = await exported(XINMIN);
  const call = (asked: object) => cloud.post('forget', asked, cloud.token('rs-01'));
  const forget = () => call({ people: ['rs-01'], cases: [caseId] });
  expect(await forget()).toMatchObject({ ok: true, data: { forgotten: 2 } });
  await forget();
  const text = await exported(XINMIN);
  const found = checkChain(text, await newest(XINMIN));
  expect(found).toMatchObject({ isWhole: true, faults: [] });
  expect(found.says.join()).toContain('已经依法删除');
  const [was, now] = [linesOf(whole), linesOf(text)];
  const gone = now.filter(({ why }) => why === 'erased').map(({ n }) => n);
  expect(gone).toEqual(
    was.flatMap(({ n, entry, why }) => {
      const isLook = entry?.about === 'resident' && entry.at === instantOf('2026-11-23', '10:00');
      return why === 'erased' || entry?.id === caseId || isLook ? [n] : [];
    }),
  );
  expect(text).not.toContain(caseId);
  expect(JSON.stringify(await docs('heads'))).toBe(before);
  expect(await cloud.ok('rs-01', 'cases.proof', { caseId })).toMatchObject({ days: [] });
  // What is written later has salts of its own.
  await cloud.ok(MANAGER, 'people.look', { personId: 'rs-01' });
  await cloud.setClock(instantOf('2026-12-04', '10:00') + minute);
  await cloud.ok('rs-01', 'cases.urge', { caseId });
  await night('2026-12-04');
  await verified();
  const [day] = (await cloud.ok('rs-01', 'cases.proof', { caseId })).days;
  expect(day?.entries.map(({ entry }) => entry.do)).toEqual(expect.arrayContaining(['urge']));
});
