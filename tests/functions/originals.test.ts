import type { ActionName, Reply } from '../../contract/actions';
import { instantOf } from '../../contract/time';
import { type TestCloud, freshId, startTestCloud } from '../support/cloud';
import { point } from '../support/photo';
import { upload } from '../support/upload';
import { AGENT, MANAGER, STREET, titlesOf, viewOf } from './finished';

/** 原件: taken, at the window, back; who says so, and what cannot be done while one is out. */
let cloud: TestCloud;
const RESIDENT = 'rs-01';

beforeEach(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.close());

const raw = async (person: string, name: string, input: unknown, id = freshId()): Promise<Reply<unknown>> => {
  const [fn = '', action] = name.split('.');
  return cloud.post(fn, { action, requestId: id, input }, cloud.token(person));
};
const item = { serviceCode: 'disability-certificate', mode: 'counter', note: '想办残疾证' } as const;

/** In the hands of 立春晓, who has taken the 户口簿. */
async function kept(caseId: string): Promise<string> {
  const { assignment } = await viewOf(cloud, STREET, caseId);
  if (assignment?.agentId !== AGENT) await cloud.ok(STREET, 'cases.assign', { caseId, agentId: AGENT });
  await cloud.ok(AGENT, 'cases.accept', { caseId });
  await cloud.ok(AGENT, 'cases.keep', { caseId, what: '户口簿', where: '居民家里' });
  return caseId;
}
const ofResident = async () => kept((await cloud.ok(RESIDENT, 'cases.submit', item)).caseId);
/** Of a resident who rang, and has no WeChat. */
const written = async () =>
  kept(
    (
      await cloud.ok(MANAGER, 'cases.intake', {
        channel: 'phone',
        name: '何老太',
        phone: '15500000001',
        ...item,
      })
    ).caseId,
  );
const stateOf = async (person: string, caseId: string) =>
  (await viewOf(cloud, person, caseId)).originals?.[0]?.state;

it('goes to the agent, to the window and back, each side saying so; until then the case does not end', async () => {
  const caseId = await ofResident();
  await cloud.timer('notify');
  expect(await titlesOf(cloud, RESIDENT)).toContain('您的原件交给代办员了，请认一下');
  await cloud.ok(RESIDENT, 'cases.confirm', { caseId, custody: 'o0' });
  await cloud.ok(AGENT, 'cases.lodge', { caseId, custody: 'o0', where: '政务大厅3号窗' });
  const ends: [string, ActionName, object][] = [
    [AGENT, 'cases.complete', { result: '办好了' }],
    [AGENT, 'cases.terminate', { reason: '不符合办理条件' }],
    [MANAGER, 'cases.terminate', { reason: '不符合办理条件' }],
    [MANAGER, 'cases.cancel', {}],
    [RESIDENT, 'cases.cancel', {}],
  ];
  const refused = async () => {
    const before = await viewOf(cloud, RESIDENT, caseId);
    for (const [person, name, input] of ends)
      expect([name, await raw(person, name, { caseId, ...input })]).toMatchObject([
        name,
        { code: 'ORIGINAL_OUT', fields: { caseId: expect.stringMatching(/户口簿/) } },
      ]);
    expect(await viewOf(cloud, RESIDENT, caseId)).toEqual(before);
  };
  await refused();
  await cloud.ok(AGENT, 'cases.giveBack', { caseId, custody: 'o0', to: '赵一示', where: '居民家里' });
  // Said by the agent alone: it is not back yet.
  await refused();
  await cloud.ok(RESIDENT, 'cases.deny', { caseId, custody: 'o0', text: '没见到' });
  expect(await stateOf(AGENT, caseId)).toBe('lodged');
  await cloud.timer('notify');
  expect(await titlesOf(cloud, MANAGER)).toContain('居民说原件的事不是这样');
  await refused();
  await cloud.ok(AGENT, 'cases.giveBack', { caseId, custody: 'o0', to: '赵一示', where: '居民家里' });
  await cloud.ok(RESIDENT, 'cases.confirm', { caseId, custody: 'o0' });
  await cloud.ok(AGENT, 'cases.complete', { caseId, result: '办好了' });
  expect((await viewOf(cloud, RESIDENT, caseId)).originals).toMatchObject([
    { state: 'returned', back: { to: '赵一示', confirmed: { how: 'phone' } } },
  ]);
});

it('is said once by one request, however often it comes', async () => {
  const caseId = await ofResident();
  const steps: [string, ActionName, object][] = [
    [AGENT, 'cases.keep', { what: '身份证', where: '居民家里' }],
    [RESIDENT, 'cases.confirm', { custody: 'o0' }],
    [AGENT, 'cases.lodge', { custody: 'o0', where: '大厅' }],
    [AGENT, 'cases.giveBack', { custody: 'o0', to: '赵一示', where: '家里' }],
    [RESIDENT, 'cases.deny', { custody: 'o0', text: '没有' }],
  ];
  for (const [person, name, input] of steps) {
    const id = freshId();
    const first = await raw(person, name, { caseId, ...input }, id);
    expect(first).toMatchObject({ ok: true });
    expect(await raw(person, name, { caseId, ...input }, id)).toMatchObject({ ok: true });
  }
  const view = await viewOf(cloud, AGENT, caseId);
  expect(view.originals?.map(({ what }) => what)).toEqual(['户口簿', '身份证']);
  expect(view.events.slice(-5).map((event) => event.do)).toEqual([
    'keep',
    'confirm',
    'lodge',
    'giveBack',
    'deny',
  ]);
});

describe('for a resident without WeChat', () => {
  it('the agent shows the slip that was signed, and a manager sees it', async () => {
    const caseId = await written();
    const confirm = { caseId, custody: 'o0' };
    expect(await raw(AGENT, 'cases.confirm', confirm)).toMatchObject({ code: 'SLIP_NEEDED' });
    const slip = await upload(cloud, AGENT, `papers/${caseId}/${AGENT}/slip.png`, point);
    const other = await upload(cloud, 'ag-02', `papers/${caseId}/ag-02/slip.png`, point);
    expect(await raw(AGENT, 'cases.confirm', { ...confirm, slip: other })).toMatchObject({
      code: 'BAD_INPUT',
    });
    await cloud.ok(AGENT, 'cases.confirm', { ...confirm, slip });
    expect((await viewOf(cloud, MANAGER, caseId)).originals).toMatchObject([
      { state: 'held', slips: 1, given: { confirmed: { how: 'slip' } } },
    ]);
    const { papers } = await cloud.ok(MANAGER, 'cases.inspect', { caseId, why: '核对收条' });
    expect(papers).toMatchObject([{ paper: 'o0', photos: [{ key: 'slip.png' }] }]);
  });

  it('or a manager asks them and says how', async () => {
    const caseId = await written();
    expect(await raw(MANAGER, 'cases.confirm', { caseId, custody: 'o0' })).toMatchObject({
      code: 'BAD_INPUT',
    });
    await cloud.ok(MANAGER, 'cases.confirm', { caseId, custody: 'o0', text: '打电话问过何老太' });
    expect(await stateOf(AGENT, caseId)).toBe('held');
  });
});

it('refuses what does not belong, with a sentence', async () => {
  const caseId = await ofResident();
  const slip = await upload(cloud, AGENT, `papers/${caseId}/${AGENT}/slip.png`, point);
  const table: [string, ActionName, object, string][] = [
    [AGENT, 'cases.confirm', { custody: 'o0', slip }, 'CONFIRMS_THEMSELVES'],
    ['rs-02', 'cases.confirm', { custody: 'o0' }, 'NOT_YOUR_CASE'],
    [RESIDENT, 'cases.confirm', { custody: 'o4' }, 'ORIGINAL_NOT_FOUND'],
    [RESIDENT, 'cases.keep', { what: '户口簿', where: '家里' }, 'FORBIDDEN'],
    ['ag-02', 'cases.keep', { what: '户口簿', where: '家里' }, 'CASE_TAKEN'],
    [AGENT, 'cases.keep', { what: '', where: '家里' }, 'BAD_INPUT'],
    [AGENT, 'cases.lodge', { custody: 'x', where: '大厅' }, 'BAD_INPUT'],
    [AGENT, 'cases.deny', { custody: 'o0', text: '没有' }, 'FORBIDDEN'],
  ];
  for (const [person, name, input, code] of table)
    expect([name, await raw(person, name, { caseId, ...input })]).toMatchObject([name, { code }]);
  expect(await stateOf(AGENT, caseId)).toBe('giving');
});

it('is an alarm above when it is not back within ten working days, and keeps its case from nobody else', async () => {
  const caseId = await ofResident();
  await cloud.ok(RESIDENT, 'cases.confirm', { caseId, custody: 'o0' });
  const due = instantOf('2026-12-07', '17:00');
  expect((await viewOf(cloud, RESIDENT, caseId)).originals).toMatchObject([{ dueAt: due }]);
  await cloud.setClock(due);
  await cloud.timer('sweep');
  await cloud.timer('notify');
  expect(await titlesOf(cloud, AGENT)).toContain('红牌：原件没按时还');
  const view = await viewOf(cloud, MANAGER, caseId);
  expect(view.escalations).toContainEqual(expect.objectContaining({ cause: 'custody' }));
  expect(view.originals).toMatchObject([{ card: 'red' }]);
});

describe('证件 that the office made', () => {
  const owed = async (isOfPhone = false) => {
    const caseId = isOfPhone ? await written() : await ofResident();
    if (isOfPhone) {
      await cloud.ok(MANAGER, 'cases.deny', { caseId, custody: 'o0', text: '没交过' });
    } else await cloud.ok(RESIDENT, 'cases.deny', { caseId, custody: 'o0', text: '没交过' });
    await cloud.ok(AGENT, 'cases.complete', { caseId, result: '证办好了', hands: '残疾人证' });
    return caseId;
  };
  const handed = { custody: 'r1', to: '赵一示', where: '居民家里' };

  it('are the resident’s once they say so; until then the agent has them on the list, with the door', async () => {
    const caseId = await owed();
    expect(await viewOf(cloud, RESIDENT, caseId)).toMatchObject({
      owed: 'held',
      next: expect.stringContaining('还没交到您手上') as string,
    });
    const before = await cloud.ok(AGENT, 'cases.queue', {});
    expect(before.owed).toMatchObject([{ caseId, owed: 'held' }]);
    const seen = await viewOf(cloud, AGENT, caseId);
    expect(seen.originals?.map(({ id }) => id)).toEqual(['r1']);
    expect(seen.contact.phone).not.toContain('*');
    expect(seen.papers).toBeUndefined();
    // Papers and their photos are not for after the end.
    expect(await raw(AGENT, 'cases.photos', { caseId })).toMatchObject({ code: 'NOT_YOUR_CASE' });

    expect(await raw(AGENT, 'cases.giveBack', { caseId, ...handed, way: 'post' })).toMatchObject({
      code: 'BAD_INPUT',
      fields: { courier: '请写快递公司。' },
    });
    const sent = { ...handed, way: 'post', courier: '顺丰', number: 'SF1234567' } as const;
    await cloud.ok(AGENT, 'cases.giveBack', { caseId, ...sent });
    expect((await viewOf(cloud, RESIDENT, caseId)).originals).toMatchObject([
      {},
      { isResult: true, state: 'returning', back: { way: 'post', courier: '顺丰', number: 'SF1234567' } },
    ]);
    expect(await raw(AGENT, 'cases.giveBack', { caseId, ...sent })).toMatchObject({
      code: 'ORIGINAL_NOT_NOW',
    });
    await cloud.ok(RESIDENT, 'cases.deny', { caseId, custody: 'r1', text: '没收到' });
    expect(await titlesOf(cloud, MANAGER)).toContain('居民说没收到证件');
    expect(await titlesOf(cloud, AGENT)).toContain('居民说没收到证件');
    await cloud.ok(AGENT, 'cases.giveBack', { caseId, ...handed, way: 'other', to: '赵小妹' });
    await cloud.ok(RESIDENT, 'cases.confirm', { caseId, custody: 'r1' });
    // Confirmed twice is said to be there already.
    expect(await raw(RESIDENT, 'cases.confirm', { caseId, custody: 'r1' })).toMatchObject({
      code: 'ORIGINAL_NOT_NOW',
      fields: { custody: '残疾人证现在是：居民收到了。' },
    });
    expect((await cloud.ok(AGENT, 'cases.queue', {})).owed).toBeUndefined();
    const after = await viewOf(cloud, AGENT, caseId);
    expect(after.contact.phone).toContain('*');
    expect(after.state).toBe('completed');
  });

  it('of a resident without WeChat are signed for on a slip, or asked about by a manager', async () => {
    const caseId = await owed(true);
    await cloud.ok(AGENT, 'cases.giveBack', { caseId, ...handed, to: '何老太', way: 'self' });
    expect(await raw(AGENT, 'cases.confirm', { caseId, custody: 'r1' })).toMatchObject({
      code: 'SLIP_NEEDED',
    });
    await cloud.ok(MANAGER, 'cases.deny', { caseId, custody: 'r1', text: '打电话问过，没拿到' });
    await cloud.ok(MANAGER, 'cases.giveBack', { caseId, ...handed, to: '何老太' });
    const slip = await upload(cloud, AGENT, `papers/${caseId}/${AGENT}/slip.png`, point);
    await cloud.ok(AGENT, 'cases.confirm', { caseId, custody: 'r1', slip });
    expect((await viewOf(cloud, MANAGER, caseId)).originals).toMatchObject([
      {},
      { state: 'returned', back: { confirmed: { how: 'slip' } } },
    ]);
  });

  it('can be thought of a week after the end, not later', async () => {
    const caseId = await ofResident();
    await cloud.ok(RESIDENT, 'cases.deny', { caseId, custody: 'o0', text: '没交过' });
    await cloud.ok(AGENT, 'cases.complete', { caseId, result: '证办好了' });
    await cloud.ok(AGENT, 'cases.keep', { caseId, what: '残疾人证', where: '办结以后' });
    expect(await titlesOf(cloud, RESIDENT)).toContain('有证件要交给您');
    await cloud.setClock(instantOf('2026-12-02', '10:00'));
    expect(await raw(AGENT, 'cases.keep', { caseId, what: '钥匙', where: '家里' })).toMatchObject({
      code: 'STATE_NOT_ALLOWED',
    });
  });
});
