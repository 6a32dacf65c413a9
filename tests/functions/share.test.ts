import { limits } from '../../contract/limits';
import { type TestCloud, MONDAY, freshId, startTestCloud } from '../support/cloud';
import { viewOf } from './finished';

/** 分享进展: what a link shows and to whom, and what ends it. Rules: docs/decisions/0059. */
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.close());

const OWNER = 'rs-01';
const DAUGHTER = 'rs-04';
const NOBODY = 'nobody';
const dayMs = 86_400_000;
const over = { ok: false, code: 'SHARE_OVER' };
const wish = {
  serviceCode: 'disability-certificate',
  mode: 'home-visit',
  note: '老伴瘫痪想办残疾证',
} as const;

async function begun() {
  const { caseId } = await cloud.ok(OWNER, 'cases.submit', { ...wish, address: '灯塔院3号楼501' });
  const agentId = (await viewOf(cloud, OWNER, caseId)).assignment?.agentId ?? '';
  await cloud.ok(agentId, 'cases.accept', { caseId });
  return { caseId, agentId };
}
const look = (share: string, person = NOBODY) => cloud.call(person, 'cases.shared', { share });

it('shows the item, where it stands, by when and whom to ring, to whoever has it; and nobody and nothing else', async () => {
  const { caseId, agentId } = await begun();
  const { share, until } = await cloud.ok(OWNER, 'cases.share', { caseId });
  const kase = await viewOf(cloud, OWNER, caseId);
  const shown = await cloud.ok(NOBODY, 'cases.shared', { share });
  expect(shown).toEqual({
    serviceName: '残疾人证办理',
    state: 'in_progress',
    says: expect.stringMatching(/^代办员正在办，到“.+”这一步$/) as string,
    dueAt: kase.dueAt,
    community: { name: '新民社区', phone: '04525550102' },
    until,
  });
  const text = JSON.stringify(shown);
  const names = [
    kase.contact.name,
    kase.contact.phone,
    '灯塔院',
    wish.note,
    kase.no,
    kase.assignment?.agentName ?? '',
    agentId,
  ];
  for (const said of names) expect(text).not.toContain(said);
  expect(until).toBe(MONDAY + limits.shareDays * dayMs);
  // Of the link its hash alone is kept, and it opens nothing else.
  expect(JSON.stringify(cloud.stored())).not.toContain(share.split('.')[1]);
  expect(await cloud.call('rs-02', 'cases.detail', { caseId })).toMatchObject({ code: 'NOT_YOUR_CASE' });
});

it('sounds the same for a link that is wrong, cut, stopped or of no case', async () => {
  const { caseId } = await begun();
  const { share } = await cloud.ok(OWNER, 'cases.share', { caseId });
  await cloud.ok(OWNER, 'cases.unshare', { caseId });
  const wrong = `${caseId}.${'0'.repeat(26)}`;
  const said = new Set<string>();
  for (const one of [
    share,
    wrong,
    share.slice(0, -1),
    `${share}0`,
    `x.${share.split('.')[1]}`,
    '',
    '%',
    caseId,
  ]) {
    const {
      requestId: _,
      at: __,
      ...reply
    } = await cloud.post(
      'cases',
      { action: 'shared', requestId: freshId(), input: { share: one } },
      cloud.token(NOBODY),
    );
    expect(reply).toMatchObject(over);
    said.add(JSON.stringify(reply));
  }
  expect(said.size).toBe(1);
});

it.each<[string, number, boolean]>([
  ['runs to its last day', limits.shareDays * dayMs - 1, true],
  ['ends on it', limits.shareDays * dayMs, false],
])('%s', async (_, later, runs) => {
  const { caseId } = await begun();
  const { share } = await cloud.ok(OWNER, 'cases.share', { caseId });
  await cloud.setClock(MONDAY + later);
  expect((await look(share)).ok).toBe(runs);
});

it('tells the end for some days, and then no more', async () => {
  const { caseId, agentId } = await begun();
  const { share } = await cloud.ok(OWNER, 'cases.share', { caseId });
  await cloud.ok(agentId, 'cases.complete', { caseId, result: '证在家里的抽屉里' });
  const shown = await cloud.ok(NOBODY, 'cases.shared', { share });
  expect(shown).toMatchObject({
    says: '办好了',
    endedAt: MONDAY,
    until: MONDAY + limits.sharedAfterEnd * dayMs,
  });
  expect(JSON.stringify(shown)).not.toContain('抽屉');
  expect(await cloud.call(OWNER, 'cases.share', { caseId })).toMatchObject({ code: 'STATE_NOT_ALLOWED' });
  await cloud.setClock(MONDAY + limits.sharedAfterEnd * dayMs);
  expect(await look(share)).toMatchObject(over);
});

it('is for the resident and who asked for them, each stops what the other shared, and no agent reads of it', async () => {
  const { familyId } = await cloud.ok(DAUGHTER, 'account.setFamily', {
    relation: 'parent',
    name: '周五例',
    phone: '04525550128',
    orgId: 'cm-zhongdong',
    asked: true,
  });
  const { caseId } = await cloud.ok(DAUGHTER, 'cases.submit', { ...wish, mode: 'counter', familyId });
  const agentId = (await viewOf(cloud, DAUGHTER, caseId)).assignment?.agentId ?? '';
  const first = await cloud.ok(DAUGHTER, 'cases.share', { caseId });
  for (const person of [agentId, 'ad-cm-2', 'rs-02'])
    expect((await cloud.call(person, 'cases.share', { caseId })).ok).toBe(false);
  expect(await viewOf(cloud, 'rs-05', caseId)).toMatchObject({ sharing: { count: 1, until: first.until } });
  expect((await viewOf(cloud, 'rs-05', caseId)).events.at(-1)?.says).toContain('把进展分享给了家人');
  expect(JSON.stringify(await viewOf(cloud, agentId, caseId))).not.toMatch(/分享|sharing|"share"/);
  await cloud.ok('rs-05', 'cases.unshare', { caseId });
  expect(await look(first.share)).toMatchObject(over);
  // Without who asked, what they shared ends, too.
  const second = await cloud.ok(DAUGHTER, 'cases.share', { caseId });
  await cloud.ok('rs-05', 'cases.dismiss', { caseId });
  expect(await look(second.share)).toMatchObject(over);
});

it('five run at once; after a lost answer there is one, with another link, and the first is dead', async () => {
  const { caseId } = await begun();
  const id = freshId();
  const lost = await cloud.ok(OWNER, 'cases.share', { caseId }, id);
  const again = await cloud.ok(OWNER, 'cases.share', { caseId }, id);
  expect(await look(lost.share)).toMatchObject(over);
  expect((await look(again.share)).ok).toBe(true);
  expect((await viewOf(cloud, OWNER, caseId)).sharing?.count).toBe(1);
  for (let i = 1; i < limits.shares; i += 1) await cloud.ok(OWNER, 'cases.share', { caseId });
  expect(await cloud.call(OWNER, 'cases.share', { caseId })).toMatchObject({ code: 'SHARES_FULL' });
  await cloud.ok(OWNER, 'cases.unshare', { caseId });
  expect(await cloud.call(OWNER, 'cases.share', { caseId }, id)).toMatchObject(over);
});

it('is looked at sixty times an hour by one person, and no more', async () => {
  const tries = await Promise.all(Array.from({ length: 61 }, () => look('x.y')));
  expect(tries.filter((one) => !one.ok && one.code === 'TOO_OFTEN')).toHaveLength(1);
});
