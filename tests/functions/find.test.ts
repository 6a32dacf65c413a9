import { limits } from '../../contract/limits';
import { spokenNo } from '../../contract/case-no';
import type { Call } from '../../localcloud/server';
import { type TestCloud, MONDAY, startTestCloud } from '../support/cloud';
import { AGENT, DISTRICT, MANAGER, STREET, finish, viewOf } from './finished';

/** A manager finds a case by its number, by whom it is for, by who has it: in their own unit, as much as the board shows. */
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.close());

const XINMIN = 'cm-xinmin';
const submit = (resident: string, over: object = {}) =>
  cloud.ok(resident, 'cases.submit', {
    serviceCode: 'disability-certificate',
    mode: 'counter',
    note: '想办残疾证',
    ...over,
  });
const rows = async (text: string, manager = MANAGER, orgId = XINMIN) =>
  (await cloud.ok(manager, 'cases.find', { orgId, text })).cases;
const ids = async (...asked: Parameters<typeof rows>) => (await rows(...asked)).map(({ caseId }) => caseId);
const told = {
  channel: 'phone',
  name: '买买提·艾力',
  phone: '15500000001',
  serviceCode: 'disability-certificate',
  mode: 'counter',
  note: '想办残疾证',
} as const;

describe('what finds a case', () => {
  it('its number, as it is read over the phone', async () => {
    const { caseId, no } = await submit('rs-01');
    await submit('rs-02');
    const fullWidth = [...no].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
    for (const text of [no, spokenNo(no), fullWidth, no.slice(2), `编号 ${spokenNo(no)}`])
      expect([text, await ids(text)]).toEqual([text, [caseId]]);
    for (const text of [no.slice(-4), `${no}0`, '没有这个人'])
      expect([text, await ids(text)]).toEqual([text, []]);
  });

  it('the name and the phone of a resident who asked themselves', async () => {
    const { caseId } = await submit('rs-01');
    await submit('rs-02');
    for (const text of [
      '赵一示',
      '赵 一 示',
      '趙一示',
      '0452-555-0124',
      '０４５２５５５０１２４',
      '+86 452 5550124',
    ])
      expect([text, await ids(text)]).toEqual([text, [caseId]]);
  });

  it('the phone that was given for this case', async () => {
    const { caseId } = await submit('rs-01', { phone: '15400000456转802' });
    expect(await ids('154 0000 0456')).toEqual([caseId]);
  });

  it('the name and the phone of whom staff wrote down, however both are written', async () => {
    const { caseId } = await cloud.ok(MANAGER, 'cases.intake', told);
    for (const text of ['买买提·艾力', '买买提・艾力', '買買提 艾力', '155 0000 0001'])
      expect([text, await ids(text)]).toEqual([text, [caseId]]);
  });

  it('the agent who has it, and no longer who passed it on', async () => {
    const { caseId } = await submit('rs-01');
    const holder = await viewOf(cloud, MANAGER, caseId);
    const { agentId = '', agentName = '' } = holder.assignment ?? {};
    expect(await ids(agentName)).toEqual([caseId]);
    await cloud.ok(agentId, 'cases.decline', { caseId, reason: '手头忙不过来' });
    expect(await ids(agentName)).toEqual([]);
  });

  it('also after it has ended, the newest first and page by page', async () => {
    const first = await finish(cloud, 'rs-01');
    const found: string[] = [first];
    for (let i = 0; i < limits.page; i += 1) {
      await cloud.setClock(MONDAY + (i + 1) * 3 * 86_400_000);
      found.unshift(
        (await cloud.ok(MANAGER, 'cases.intake', { ...told, name: '赵一示', phone: `155000001${i + 10}` }))
          .caseId,
      );
    }
    const page = await cloud.ok(MANAGER, 'cases.find', { orgId: XINMIN, text: '赵一示' });
    expect(page.cases.map(({ caseId }) => caseId)).toEqual(found.slice(0, limits.page));
    const { cursor } = page;
    const rest = await cloud.ok(MANAGER, 'cases.find', { orgId: XINMIN, text: '赵一示', cursor });
    expect(rest).toMatchObject({ cases: [{ caseId: first, state: 'completed' }] });
    expect(rest.cursor).toBeUndefined();
  });
});

describe('what it keeps to', () => {
  it('the unit and all under it, nothing of other units', async () => {
    const { caseId, no } = await submit('rs-01');
    const [agent = ''] = (await rows(no)).flatMap(({ agentName }) => agentName ?? []);
    for (const text of [no, '赵一示', '04525550124', agent]) {
      expect(await ids(text, STREET, 'st-longhua')).toContain(caseId);
      expect(await ids(text, DISTRICT, 'ds-tiefeng')).toContain(caseId);
      expect(await ids(text, 'ad-cm-3', 'cm-donghu')).toEqual([]);
    }
    expect(await cloud.call('ad-cm-3', 'cases.find', { orgId: XINMIN, text: no })).toMatchObject({
      ok: false,
      code: 'UNIT_NOT_YOURS',
    });
    await cloud.ok(MANAGER, 'cases.move', { caseId, orgId: 'cm-donghu', reason: '居民住在那边' });
    expect(await ids('赵一示')).toEqual([]);
    expect(await ids('赵一示', 'ad-cm-3', 'cm-donghu')).toEqual([caseId]);
  });

  it('the rows of the board: a name that was typed whole stays masked', async () => {
    await submit('rs-01');
    const [onBoard] = (await cloud.ok(MANAGER, 'cases.board', { orgId: XINMIN })).cases;
    for (const text of ['赵一示', '04525550124']) {
      const found = await rows(text);
      expect(found).toEqual([onBoard]);
      expect(JSON.stringify(found)).not.toMatch(/赵一示|5550124|601/);
    }
  });

  it('those who oversee: of a bad review they read what the board says, and an agent finds nothing', async () => {
    const caseId = await finish(cloud, 'rs-01');
    await cloud.ok('rs-01', 'reviews.submit', { caseId, level: 'dissatisfied', text: '白跑三趟' });
    expect(await rows('赵一示')).toMatchObject([{ caseId, reviewed: true, rectify: { state: 'verifying' } }]);
    expect(await cloud.call(AGENT, 'cases.find', { orgId: XINMIN, text: '赵一示' })).toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('one call of the database, besides the one that knows the caller', async () => {
    const { no } = await submit('rs-01');
    for (const text of [no, '赵一示', '04525550124', '没有这个人', '8176']) {
      await rows(text);
      const before = (await cloud.local<Call[]>('calls')).length;
      await rows(text);
      const [call] = (await cloud.local<Call[]>('calls')).slice(before);
      expect([text, (call?.reads ?? 9) <= 2, call?.writes]).toEqual([text, true, 0]);
    }
  });

  it.each([
    ['nothing to look for', { text: ' \u200B' }, ['text']],
    ['more than anybody types', { text: '赵'.repeat(limits.sought + 1) }, ['text']],
    ['a cursor made up', { text: '赵一示', cursor: 'zzz' }, ['cursor']],
  ])('refuses %s', async (_, over, fields) => {
    const reply = await cloud.call(MANAGER, 'cases.find', { orgId: XINMIN, ...over });
    expect(reply).toMatchObject({ ok: false, code: 'BAD_INPUT' });
    expect(Object.keys((!reply.ok && reply.fields) || {})).toEqual(fields);
  });
});
