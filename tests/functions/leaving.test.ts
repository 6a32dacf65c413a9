import { readdirSync } from 'node:fs';
import { join as path } from 'node:path';
import type { ChainDoc, DataRequestDoc } from '../../cloudfunctions/domain/documents';
import type { Input } from '../../contract/actions';
import { instantOf } from '../../contract/time';
import { checkChain } from '../../scripts/verify/check.mjs';
import type { Call } from '../../localcloud/server';
import { type TestCloud, MONDAY, freshId, startTestCloud } from '../support/cloud';
import { point } from '../support/photo';
import { upload } from '../support/upload';
import { AGENT, DISTRICT, MANAGER, STREET, finish, viewOf } from './finished';

/** 注销: what goes, what stays, what stands in its way, and that it goes on where it was cut off. Rules: docs/decisions/0065. */
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.close());

const ME = 'nobody';
const name = '闻笛响';
const phone = '15500010001';
const address = '灯塔院77号楼7单元707';
const dayMs = 86_400_000;
/** Nothing of these may be found anywhere once the person has left. */
const planted = [
  name,
  phone,
  '77号楼',
  '77-7-707',
  '膝盖疼',
  '墙角的钥匙',
  '跑前跑后',
  '王姨的闺女',
  '送到了她家',
  // An event's hash stays, and is of these too: whoever had them could try names against it.
  'drawn-of-case',
  'drawn-of-words',
  'drawn-of-mother',
  'drawn-of-adding',
  'drawn-of-naming',
];

const join = async () =>
  (await cloud.ok(ME, 'account.join', { orgId: 'cm-xinmin', name, phone, address, consent: true })).person.id;
const submit = async (over: Partial<Input<'cases.submit'>> = {}, id = freshId()) =>
  (
    await cloud.ok(
      ME,
      'cases.submit',
      {
        serviceCode: 'disability-certificate',
        mode: 'counter',
        note: '膝盖疼得走不动',
        ...over,
      },
      id,
    )
  ).caseId;
const give = async (caseId: string) => {
  const { assignment } = await viewOf(cloud, STREET, caseId);
  if (assignment?.agentId !== AGENT) await cloud.ok(STREET, 'cases.assign', { caseId, agentId: AGENT });
  await cloud.ok(AGENT, 'cases.accept', { caseId });
};
const leave = (goOn = false, id?: string) => cloud.call(ME, 'privacy.ask', { kind: 'leave', goOn }, id);
/** What lies in the storage: a photo, and the two files of a copy. */
const files = () => readdirSync(path(cloud.dataDir, 'storage')).filter((file) => file !== 'secret');
const dump = () => JSON.stringify(cloud.stored());
const found = () => planted.filter((word) => dump().includes(word));
const requests = () =>
  (cloud.stored().dataRequests as { text: string }[]).map(({ text }) => JSON.parse(text) as DataRequestDoc);

const chain = async (orgId = 'cm-xinmin') =>
  (await cloud.console.find('chains', { _id: orgId }))[0] as unknown as ChainDoc;
const exported = async (orgId = 'cm-xinmin') =>
  (await fetch((await cloud.ok(DISTRICT, 'units.chain', { orgId, from: '2026-11-01' })).url)).text();

/** A life here: a case that was done, with photos, messages and a rating; a case of a relative; a neighbour's report; family on both sides. */
async function lived(): Promise<{ personId: string; caseId: string; photo: string }> {
  const personId = await join();
  const caseId = await submit({}, 'drawn-of-case');
  const photo = await upload(cloud, ME, `papers/${caseId}/${personId}/a.png`, point);
  await cloud.ok(ME, 'cases.paper', { caseId, paper: 'm0', add: [photo] });
  await give(caseId);
  await cloud.ok(ME, 'cases.say', { caseId, text: '墙角的钥匙' }, 'drawn-of-words');
  await cloud.ok(MANAGER, 'cases.contact', { caseId, why: `${name}问的` });
  await cloud.ok(AGENT, 'cases.complete', { caseId, result: `证送到了她家，${name}收了` });
  await cloud.ok(ME, 'reviews.submit', { caseId, level: 'satisfied', text: '跑前跑后', wall: true });
  await cloud.ok('rs-04', 'account.setFamily', {
    relation: 'parent',
    name,
    phone,
    orgId: 'cm-xinmin',
    asked: true,
  });
  const { familyId } = await cloud.ok(ME, 'account.setFamily', {
    relation: 'parent',
    name: '周五例',
    phone: '04525550128',
    orgId: 'cm-zhongdong',
    asked: true,
  });
  const wish = { serviceCode: 'disability-certificate', mode: 'counter', familyId } as const;
  const { caseId: mothers } = await cloud.ok(
    ME,
    'cases.submit',
    { ...wish, note: '替妈妈办' },
    'drawn-of-mother',
  );
  await cloud.ok(ME, 'cases.submit', { ...wish, note: '她不识字' }, 'drawn-of-adding');
  await cloud.ok('ad-cm-2', 'cases.contact', { caseId: mothers, why: `${name}问的` }, 'drawn-of-naming');
  await cloud.ok(ME, 'privacy.copy', {});
  await cloud.timer('notify');
  await cloud.ok(ME, 'privacy.ask', { kind: 'correct', text: '王姨的闺女改过名' });
  return { personId, caseId, photo };
}

it('leaves nothing of the person anywhere, and of the case what the archive needs', async () => {
  await cloud.timer('rollup');
  const { personId, caseId, photo } = await lived();
  const before = await viewOf(cloud, MANAGER, caseId);
  const view = await cloud.ok(ME, 'privacy.leaving', {});
  expect(view).toMatchObject({ blocked: [], open: [], isStaff: false });
  expect(view.archived).toMatchObject([{ caseId, until: MONDAY + (30 * 365 + 8) * dayMs }]);
  const theirs = files();
  expect(theirs).toHaveLength(3);
  const asked = await leave();
  expect(asked).toMatchObject({ ok: true, data: { kind: 'leave', state: 'open' } });
  expect(await leave()).toMatchObject({ code: 'LEAVING_ASKED' });
  // Carried out on the day that was promised, with nobody's hand.
  const { dueAt } = requests().find(({ kind }) => kind === 'leave') ?? { dueAt: 0 };
  expect(dueAt).toBe(instantOf('2026-12-14', '17:00'));
  await cloud.setClock(dueAt - 1);
  await cloud.timer('beat');
  expect(found()).toEqual(planted);
  while ((await chain()).dueAt < dueAt) await cloud.timer('rollup');
  const head = await chain();
  expect(await exported()).toContain(caseId);
  await cloud.setClock(dueAt);
  await cloud.timer('beat');
  expect(found()).toEqual([]);
  // What was sealed of them is not told any more, in their own case and in that of the mother, and nothing else is.
  const text = await exported();
  expect(text).not.toContain(caseId);
  expect(text).toContain('"why":"erased"');
  expect(
    checkChain(text, { origin: 'linli-daiban/cm-xinmin', day: head.day, n: head.n, hash: head.hash }),
  ).toMatchObject({
    isWhole: true,
    faults: [],
  });
  expect(checkChain(await exported('cm-zhongdong'))).toMatchObject({ isWhole: true, faults: [] });
  const person = (await cloud.console.find('people', { _id: personId }))[0];
  expect(person).toMatchObject({ name: '已注销', phone: '', posts: [], erasedAt: dueAt });
  expect(Object.keys(person ?? {}).sort()).toEqual(
    ['_id', 'erasedAt', 'goneAt', 'name', 'phone', 'posts', 'unit'].sort(),
  );
  // Whoever calls with that WeChat identity is a stranger, and can join anew.
  expect(await cloud.call(ME, 'account.session', {})).toMatchObject({ code: 'UNKNOWN_PERSON' });
  const after = await viewOf(cloud, MANAGER, caseId);
  expect(after).toMatchObject({ no: before.no, state: 'completed', contact: { name: '已注销' }, note: '' });
  expect(after.events.map((one) => one.do)).toEqual(before.events.map((one) => one.do));
  expect(after.assignment?.agentName).toBe('立春晓');
  expect(await cloud.call(MANAGER, 'cases.reopen', { caseId, reason: '没办成' })).toMatchObject({
    code: 'PERSON_LEFT',
  });
  // A relative does not keep them any more; their own case goes on without who asked.
  expect((await cloud.ok('rs-04', 'account.family', {})).family).toEqual([]);
  expect((await cloud.ok('rs-05', 'account.family', {})).askers).toEqual([]);
  const [mother] = (await cloud.ok('rs-05', 'cases.mine', {})).cases;
  expect(await viewOf(cloud, 'rs-05', mother?.caseId ?? '')).toMatchObject({ note: '替妈妈办' });
  // The rating stays for its batch, without words and without whose it is.
  expect((await cloud.console.find('reviews', { _id: caseId }))[0]).toMatchObject({
    residentId: '',
    level: 'satisfied',
    photos: [],
    sealAt: expect.any(Number),
  });
  expect(dump()).not.toContain(photo);
  expect(files().filter((file) => theirs.includes(file))).toEqual([]);
  const again = await join();
  expect(again).not.toBe(personId);
  expect(await submit()).not.toBe(caseId);
});

it('can be taken back until then, and asked for anew', async () => {
  await join();
  const id = freshId();
  const asked = await leave(false, id);
  expect(await leave(false, id)).toEqual(asked);
  const [first] = requests();
  expect(await cloud.call('rs-02', 'privacy.takeBack', { id: first?._id ?? '' })).toMatchObject({
    code: 'REQUEST_NOT_FOUND',
  });
  expect(await cloud.ok(ME, 'privacy.takeBack', { id: first?._id ?? '' })).toMatchObject({
    state: 'takenBack',
  });
  await cloud.setClock(MONDAY + 60 * dayMs);
  await cloud.timer('sweep');
  expect(await cloud.ok(ME, 'account.session', {})).toMatchObject({ person: { name } });
  // Refused by a manager, with a ground of the law; then once more, and carried out by a manager at once.
  const second = await leave();
  if (!second.ok) throw new Error(second.code);
  const refusal = { id: second.data.id, yes: false, ground: 'dispute', why: '投诉还没查完' } as const;
  await cloud.ok(MANAGER, 'privacy.decide', refusal);
  expect((await cloud.ok(ME, 'account.inbox', {})).notices[0]).toMatchObject({ title: '注销没有照办' });
  const third = await leave();
  if (!third.ok) throw new Error(third.code);
  expect(await cloud.ok(MANAGER, 'privacy.decide', { id: third.data.id, yes: true })).toMatchObject({
    state: 'done',
  });
  expect(found()).toEqual([]);
  expect(await cloud.call(MANAGER, 'privacy.decide', { id: third.data.id, yes: true })).toMatchObject({
    code: 'REQUEST_CLOSED',
  });
});

it('waits for open cases by choice, is refused while an original is out, and is told where something came in its way', async () => {
  await join();
  const caseId = await submit();
  expect(await leave()).toMatchObject({
    code: 'LEAVING_CASES_OPEN',
    fields: { goOn: expect.stringMatching(/残疾/) },
  });
  await give(caseId);
  await cloud.ok(AGENT, 'cases.keep', { caseId, what: '户口簿', where: '居民家里' });
  expect(await leave(true)).toMatchObject({
    code: 'ORIGINAL_OUT',
    fields: { goOn: expect.stringContaining('户口簿') },
  });
  await cloud.ok(ME, 'cases.deny', { caseId, custody: 'o0', text: '没给过' });
  expect(await leave(true)).toMatchObject({ ok: true, data: { waits: true } });
  const [{ dueAt, _id }] = requests() as [DataRequestDoc];
  await cloud.setClock(dueAt);
  await cloud.timer('sweep');
  expect((await cloud.ok(ME, 'privacy.mine', {})).requests).toMatchObject([
    { state: 'open', stuck: expect.stringMatching(/^等这些办完：/) },
  ]);
  expect(await cloud.call(MANAGER, 'privacy.decide', { id: _id, yes: true })).toMatchObject({
    code: 'LEAVING_CASES_OPEN',
  });
  await cloud.ok(ME, 'cases.cancel', { caseId });
  // A clock that was set back carries nothing out before its day.
  await cloud.setClock(dueAt - 5 * dayMs);
  await cloud.timer('sweep');
  expect(await cloud.ok(ME, 'account.session', {})).toMatchObject({ person: { name } });
  await cloud.setClock(dueAt + dayMs);
  await cloud.timer('sweep');
  expect(found()).toEqual([]);
});

it('is refused to the last admin; who works here leaves as a resident alone', async () => {
  for (const person of [DISTRICT, AGENT])
    await cloud.ok(person, 'account.join', {
      orgId: 'cm-xinmin',
      name: '某某某',
      phone,
      address,
      consent: true,
    });
  const wish = { kind: 'leave' } as const;
  const others = (await cloud.console.find('orgs', { _id: 'ds-tiefeng' }))[0] as {
    managers: { id: string }[];
  };
  expect(others.managers.map(({ id }) => id)).toEqual([DISTRICT]);
  expect(await cloud.call(DISTRICT, 'privacy.ask', wish)).toMatchObject({
    code: 'LAST_ADMIN',
    fields: { goOn: expect.stringContaining('只有您这一位') },
  });
  const { caseId } = await cloud.ok(AGENT, 'cases.submit', {
    serviceCode: 'disability-certificate',
    mode: 'counter',
    note: '膝盖疼',
  });
  await cloud.ok(AGENT, 'cases.cancel', { caseId });
  expect(await cloud.ok(AGENT, 'privacy.leaving', {})).toMatchObject({ isStaff: true });
  const { id } = await cloud.ok(AGENT, 'privacy.ask', wish);
  expect(await cloud.ok(MANAGER, 'privacy.decide', { id, yes: true })).toMatchObject({ state: 'done' });
  const { person } = await cloud.ok(AGENT, 'account.session', {});
  expect(person).toMatchObject({ name: '立春晓', roles: ['agent'] });
  expect(person.address).toBeUndefined();
  expect(dump()).not.toContain('膝盖疼');
  // Asked again: there is nothing left that could leave.
  expect(await cloud.call(AGENT, 'privacy.ask', wish)).toMatchObject({ code: 'BAD_INPUT' });
});

it('is asked on paper for somebody without WeChat, whose two entries were made one, and goes on after a kill', async () => {
  const intake = async (called: string, note: string) =>
    (
      await cloud.ok(MANAGER, 'cases.intake', {
        channel: 'counter',
        name: called,
        phone,
        address,
        serviceCode: 'disability-certificate',
        mode: 'counter',
        note,
      })
    ).caseId;
  const idOf = async (called: string) =>
    (await cloud.ok(MANAGER, 'people.find', { text: called, orgId: 'cm-xinmin' })).people[0]?.id ?? '';
  for (const [called, note] of [
    [name, '膝盖疼'],
    ['闻笛晌', '墙角的钥匙'],
  ] as const)
    await cloud.ok(MANAGER, 'cases.cancel', { caseId: await intake(called, note) });
  const [from, into] = [await idOf('闻笛晌'), await idOf(name)];
  const paper = '11月23日本人签字';
  expect(await cloud.call(MANAGER, 'privacy.askFor', { personId: from, kind: 'leave', paper })).toMatchObject(
    { ok: true },
  );
  await cloud.ok(MANAGER, 'people.join', { from, into });
  const [{ dueAt, _id }] = requests() as [DataRequestDoc];
  await cloud.timer('notify');
  // Cut off after so many calls of the database: each run goes on where the one before was killed.
  for (const [run, after] of [3, 8, 14, 21, 30, 40].entries()) {
    await cloud.setClock(dueAt + run * 120_000);
    await cloud.local('kill', { function: 'sweep', after });
    await cloud.local('timers/sweep', {}).catch(() => undefined);
  }
  await cloud.setClock(dueAt + 20 * 60_000);
  await cloud.timer('sweep');
  await cloud.timer('sweep');
  expect(found()).toEqual([]);
  expect(dump()).not.toContain('闻笛晌');
  expect(requests().find((one) => one._id === _id)).toMatchObject({
    state: 'done',
    personId: into,
    isOpen: false,
  });
  const { entries } = await cloud.ok(MANAGER, 'units.journal', { orgId: 'cm-xinmin', about: into });
  expect(entries[0]).toMatchObject({ what: 'person.leave', by: '系统', about: { name: '闻**' } });
});

it('leaves a rating to its batch without words; what others hang on the wall is taken down by their own tap', async () => {
  await join();
  const mine = await finish(cloud, ME);
  await cloud.ok(ME, 'reviews.submit', { caseId: mine, level: 'dissatisfied', text: '跑前跑后', wall: true });
  const hung: string[] = [];
  for (const [i, resident] of ['rs-01', 'rs-02', 'rs-03', 'rs-04', 'rs-01'].entries()) {
    const caseId = await finish(cloud, resident);
    await cloud.ok(resident, 'reviews.submit', { caseId, level: 'satisfied', text: `第${i}句`, wall: true });
    await cloud.ok(MANAGER, 'reviews.moderate', { caseId, wall: 'shown' });
    hung.push(caseId);
  }
  // A bad rating is looked into first: the wish waits for that.
  expect(await leave()).toMatchObject({ code: 'LEAVING_CASES_OPEN' });
  await cloud.ok(MANAGER, 'cases.take', { caseId: mine });
  await cloud.ok(MANAGER, 'cases.verify', { caseId: mine, isUpheld: false, findings: '查过了，不属实' });
  await cloud.ok(MANAGER, 'cases.phone', { caseId: mine, result: 'reached', level: 'satisfied' });
  const asked = await leave();
  if (!asked.ok) throw new Error(JSON.stringify(asked));
  await cloud.ok(MANAGER, 'privacy.decide', { id: asked.data.id, yes: true });
  expect(found()).toEqual([]);
  await cloud.setClock(instantOf('2026-12-02', '10:00'));
  await cloud.timer('sweep');
  const [batch] = (await cloud.ok(AGENT, 'reviews.mine', {})).batches;
  expect(batch).toMatchObject({ denominator: 6, levels: { dissatisfied: 1, satisfied: 5 } });
  const wall = async () =>
    (await cloud.ok('rs-02', 'reviews.wall', {})).batches
      .flatMap(({ entries }) => entries.map(({ text }) => text))
      .sort();
  expect(await wall()).toEqual(['第0句', '第1句', '第2句', '第3句', '第4句']);
  const [first = ''] = hung;
  expect(await cloud.call('rs-02', 'privacy.unpublish', { caseId: first })).toMatchObject({
    code: 'NOT_YOUR_CASE',
  });
  await cloud.ok('rs-01', 'privacy.unpublish', { caseId: first });
  await cloud.ok('rs-01', 'privacy.unpublish', { caseId: first });
  expect(await wall()).toEqual(['第1句', '第2句', '第3句', '第4句']);
  expect((await cloud.ok(AGENT, 'reviews.mine', {})).batches).toEqual([batch]);
});

it('costs what the person has, whatever others have', async () => {
  await join();
  await cloud.ok(ME, 'cases.cancel', { caseId: await submit() });
  const asked = await leave();
  if (!asked.ok) throw new Error(asked.code);
  for (const resident of ['rs-01', 'rs-02', 'rs-03', 'rs-04']) await finish(cloud, resident);
  await cloud.timer('notify');
  await fetch(`${cloud.url}/_local/calls`, { method: 'DELETE' });
  await cloud.ok(MANAGER, 'privacy.decide', { id: asked.data.id, yes: true });
  const [{ reads, writes }] = (await cloud.local<Call[]>('calls')).filter(
    (call) => call.action === 'decide',
  ) as [Call];
  process.stdout.write(
    `\ndatabase calls for the erasure of one with one case: ${reads} reads, ${writes} writes\n`,
  );
  expect(reads).toBeLessThanOrEqual(45);
  expect(writes).toBeLessThanOrEqual(45);
  expect(found()).toEqual([]);
});

it('waits for a complaint that runs, and tells nobody who decides on it that there is one', async () => {
  await join();
  const { caseId } = await cloud.ok(ME, 'cases.complain', {
    about: 'person',
    id: MANAGER,
    note: '膝盖疼，说了三次都没人管',
  });
  expect(await leave()).toMatchObject({ code: 'LEAVING_CASES_OPEN' });
  await leave(true);
  const [asked] = (await cloud.ok(MANAGER, 'privacy.requests', { orgId: 'cm-xinmin', open: true })).requests;
  const id = asked?.id ?? '';
  expect(await cloud.ok(MANAGER, 'privacy.decide', { id, yes: true })).toMatchObject({ state: 'erasing' });
  expect(found()).toContain('膝盖疼');
  await cloud.setClock(MONDAY + dayMs + 1);
  await cloud.timer('sweep');
  expect(found()).toContain('膝盖疼');
  expect(JSON.stringify(requests())).not.toContain('投诉');
  await cloud.ok(ME, 'cases.cancel', { caseId });
  await cloud.setClock(MONDAY + 2 * dayMs + 2);
  await cloud.timer('sweep');
  expect(requests()).toMatchObject([{ state: 'done' }]);
  expect(found()).toEqual([]);
});
