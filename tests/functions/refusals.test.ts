import type { Action, ActionName, Reply } from '../../contract/actions';
import { contract } from '../../contract/actions';
import type { Role } from '../../contract/models';
import { errors } from '../../contract/errors';
import { type TestCloud, MONDAY, freshId, startTestCloud } from '../support/cloud';

/** Bad input, missing rights and wrong moments: each has its own code, names the field and changes nothing. */
let cloud: TestCloud;
let caseId = '';
const request = { serviceCode: 'disability-certificate', mode: 'home-visit', note: '想办残疾证' } as const;

beforeAll(async () => {
  cloud = await startTestCloud();
  ({ caseId } = await cloud.ok('rs-01', 'cases.submit', request));
});
afterAll(() => cloud.close());

const raw = async (
  person: string,
  name: string,
  input: unknown,
  requestId: unknown = freshId(),
): Promise<Reply<unknown>> => {
  const [fn = '', action] = name.split('.');
  return cloud.post(fn, { action, requestId, input }, await cloud.token(person));
};

describe('input', () => {
  it.each<[string, string, unknown, string[]]>([
    ['a missing field', 'cases.submit', { serviceCode: 'x', mode: 'online' }, ['note']],
    ['an unknown field', 'cases.submit', { ...request, openid: 'me' }, ['openid']],
    ['a wrong type', 'cases.submit', { ...request, note: 5 }, ['note']],
    ['an empty text', 'cases.submit', { ...request, note: '  ' }, ['note']],
    ['a text of 501 characters', 'cases.submit', { ...request, note: '想'.repeat(501) }, ['note']],
    ['a text of 100,000 characters', 'cases.submit', { ...request, note: 'a'.repeat(100_000) }, ['note']],
    [
      'a text of 100,000 汉字， over the platform’s limit',
      'cases.submit',
      { ...request, note: '想'.repeat(100_000) },
      ['note'],
    ],
    ['a phone number of 10 digits', 'cases.submit', { ...request, phone: '1390000000' }, ['phone']],
    ['an address of one letter', 'cases.submit', { ...request, address: 'a' }, ['address']],
    ['a strange mode', 'cases.submit', { ...request, mode: 'by-drone' }, ['mode']],
    [
      'a date that is none',
      'cases.submit',
      { ...request, mode: 'appointment', appointment: 'tomorrow' },
      ['appointment'],
    ],
    ['two faults at once', 'cases.submit', { ...request, phone: '1', address: 'a' }, ['phone', 'address']],
    ['no object at all', 'cases.submit', 'hello', ['input']],
    ['an unknown level', 'reviews.submit', { caseId: 'x', level: 'great' }, ['level']],
    [
      'a tag that does not fit the level',
      'reviews.submit',
      { caseId: 'x', level: 'satisfied', tags: ['推来推去'] },
      ['tags'],
    ],
    ['a cursor made up', 'cases.mine', { cursor: 'zzz' }, ['cursor']],
    ['a number where a code belongs', 'catalog.detail', { code: 7 }, ['code']],
    ['an empty search', 'catalog.search', { text: ' ' }, ['text']],
    ['a limit of 1,000', 'catalog.search', { text: '低保', limit: 1000 }, ['limit']],
  ])('%s', async (_, name, input, fields) => {
    const before = await cloud.ok('rs-01', 'cases.mine', {});
    const reply = await raw('rs-01', name, input);
    if (reply.ok) throw new Error('it was taken');
    expect(['BAD_INPUT', 'INPUT_TOO_LONG']).toContain(reply.code);
    expect(Object.keys(reply.fields ?? {}).sort()).toEqual([...fields].sort());
    for (const sentence of [reply.message, ...Object.values(reply.fields ?? {})])
      expect(sentence).toMatch(/\p{Script=Han}/u);
    expect(await cloud.ok('rs-01', 'cases.mine', {})).toEqual(before);
  });

  it('asks for a request id where something is written', async () => {
    expect(await raw('rs-01', 'cases.cancel', { caseId }, '')).toMatchObject({
      code: 'BAD_INPUT',
      fields: { requestId: expect.any(String) },
    });
  });

  it.each<[string, object, string, string]>([
    ['an unknown service', { serviceCode: 'nothing' }, 'SERVICE_NOT_FOUND', 'serviceCode'],
    ['a sub-type of another service', { subtype: 'manhole' }, 'SUBTYPE_NOT_FOUND', 'subtype'],
    ['a mode the service does not have', { serviceCode: 'household-migration' }, 'MODE_NOT_OFFERED', 'mode'],
    [
      'a date gone by',
      { mode: 'appointment', appointment: '2026-11-20T09:00' },
      'APPOINTMENT_PAST',
      'appointment',
    ],
  ])('%s', async (_, over, code, field) => {
    const reply = await raw('rs-02', 'cases.submit', { ...request, ...over });
    expect(reply).toMatchObject({ ok: false, code, fields: { [field]: expect.any(String) } });
    expect((await cloud.ok('rs-02', 'cases.mine', {})).cases).toEqual([]);
  });
});

describe('identity and rights', () => {
  it.each([
    ['no token', undefined],
    ['a forged token', 'ZGVtby1ycy0wMQ.AAAA'],
    ['nonsense', 'x'],
  ])('%s', async (_, token) => {
    const reply = await cloud.post('cases', { action: 'mine', requestId: 'r', input: {} }, token);
    expect(reply).toMatchObject({ ok: false, code: 'UNAUTHENTICATED', requestId: 'r' });
  });

  it('somebody whom WeChat knows and the register does not: may read the catalogue, and learns what to have written down', async () => {
    const token = cloud.tokenOf('o-stranger');
    expect(
      await cloud.post('account', { action: 'session', requestId: 'r', input: {} }, token),
    ).toMatchObject({
      ok: false,
      code: 'UNKNOWN_PERSON',
      fields: { openid: 'o-stranger' },
    });
    expect(await cloud.post('catalog', { action: 'list', requestId: 'r', input: {} }, token)).toMatchObject({
      ok: true,
    });
  });

  it('an unknown function, an unknown action, and one that only an object would know', async () => {
    const token = await cloud.token('rs-01');
    expect(await cloud.post('nothing', { action: 'x', requestId: 'r', input: {} }, token)).toMatchObject({
      code: 'UNKNOWN_ACTION',
    });
    for (const action of ['fly', 'toString', '__proto__', '']) {
      expect(await cloud.post('cases', { action, requestId: 'r', input: {} }, token)).toMatchObject({
        code: 'UNKNOWN_ACTION',
      });
    }
  });

  it('a person may not fire a timer', async () => {
    const token = await cloud.token('ad-ds-1');
    for (const name of ['notify', 'sweep']) {
      expect(await cloud.post(name, { Type: 'Timer', TriggerName: name }, token)).toMatchObject({
        ok: false,
        code: 'FORBIDDEN',
      });
    }
  });

  it.each<[string, ActionName, object, string]>([
    ['rs-02', 'cases.detail', {}, 'NOT_YOUR_CASE'],
    ['rs-02', 'cases.cancel', {}, 'NOT_YOUR_CASE'],
    ['ag-05', 'cases.detail', {}, 'NOT_YOUR_CASE'],
    ['ag-05', 'cases.accept', {}, 'CASE_TAKEN'],
    ['ad-cm-2', 'cases.detail', {}, 'NOT_YOUR_CASE'],
    ['rs-02', 'reviews.submit', { level: 'satisfied' }, 'NOT_YOUR_CASE'],
    ['rs-01', 'cases.accept', {}, 'FORBIDDEN'],
    ['ag-01', 'cases.cancel', {}, 'FORBIDDEN'],
    ['ad-cm-2', 'cases.cancel', {}, 'NOT_YOUR_CASE'],
    ['ad-cm-2', 'cases.supply', { text: '给' }, 'NOT_YOUR_CASE'],
    ['ad-cm-1', 'cases.complete', { result: '好了' }, 'FORBIDDEN'],
  ])('%s may not %s', async (person, name, input, code) => {
    expect(await raw(person, name, { caseId, ...input })).toMatchObject({ ok: false, code });
  });

  it.each<[string, ActionName, string, string]>([
    ['rs-01', 'reviews.scores', 'cm-xinmin', 'FORBIDDEN'],
    ['ag-01', 'cases.board', 'cm-xinmin', 'FORBIDDEN'],
    ['ad-cm-1', 'reviews.scores', 'cm-zhongdong', 'UNIT_NOT_YOURS'],
    ['ad-cm-1', 'cases.board', 'st-longhua', 'UNIT_NOT_YOURS'],
    ['ad-st-1', 'cases.board', 'cm-donghu', 'UNIT_NOT_YOURS'],
    ['ad-ds-1', 'reviews.scores', 'nowhere', 'UNIT_NOT_FOUND'],
  ])('%s may not see %s of %s', async (person, name, orgId, code) => {
    expect(await raw(person, name, { orgId })).toMatchObject({ ok: false, code });
  });

  it('every action that has roles refuses everybody else', async () => {
    const people = { resident: 'rs-05', agent: 'ag-05', manager: 'ad-cm-2' } as const;
    for (const [fn, actions] of Object.entries(contract)) {
      for (const [name, action] of Object.entries<Action>(actions)) {
        for (const [role, person] of Object.entries(people)) {
          const has = action.roles.length === 0 || action.roles.some((one: Role) => one === role);
          const reply = await raw(person, `${fn}.${name}`, { bogus: true });
          expect([`${fn}.${name}`, role, !reply.ok && reply.code === 'FORBIDDEN']).toEqual([
            `${fn}.${name}`,
            role,
            !has,
          ]);
        }
      }
    }
  });
});

describe('the wrong moment', () => {
  it.each<[string, ActionName, object, string]>([
    ['ag-01', 'cases.ask', { text: '户口簿' }, 'STATE_NOT_ALLOWED'],
    ['ag-01', 'cases.complete', { result: '好了' }, 'STATE_NOT_ALLOWED'],
    ['rs-01', 'cases.supply', { text: '给' }, 'STATE_NOT_ALLOWED'],
    ['rs-01', 'reviews.submit', { level: 'satisfied' }, 'NOT_FINISHED'],
  ])('%s: %s of a case that is only offered', async (person, name, input, code) => {
    expect(await raw(person, name, { caseId, ...input })).toMatchObject({ ok: false, code });
  });

  it('a case that does not exist', async () => {
    expect(await raw('rs-01', 'cases.detail', { caseId: 'nothing' })).toMatchObject({
      code: 'NOT_YOUR_CASE',
      fields: { caseId: expect.any(String) },
    });
  });

  it('a range of days that runs backwards', async () => {
    const input = { orgId: 'cm-xinmin', from: '2026-12-01', to: '2026-11-01' };
    expect(await raw('ad-cm-1', 'reviews.scores', input)).toMatchObject({
      code: 'RANGE_BACKWARDS',
      fields: { from: expect.any(String) },
    });
  });
});

it('left the case as it was', async () => {
  const { case: view } = await cloud.ok('rs-01', 'cases.detail', { caseId });
  expect(view.state).toBe('offered');
  expect(view.events).toHaveLength(2);
  expect(view.submittedAt).toBe(MONDAY);
});

it('has a sentence for every code that says what to do', () => {
  for (const [code, sentence] of Object.entries(errors))
    expect([code, sentence]).toEqual([code, expect.stringMatching(/[,。].*。$|。$/)]);
});

it('says that nothing can be stored where the database is down, and takes it when it is up again', async () => {
  const id = freshId();
  const input = { ...request, serviceCode: 'policy-consultation', mode: 'counter' };
  for (const api of ['database.commitTransaction', 'database.getDocument']) {
    await cloud.local('faults', { api, errcode: 'SYS_ERR', times: 1 });
    expect(await raw('rs-03', 'cases.submit', input, id)).toMatchObject({
      ok: false,
      code: 'STORE_DOWN',
      message: expect.stringContaining('存不进去'),
    });
  }
  expect(await raw('rs-03', 'cases.submit', input, id)).toMatchObject({ ok: true });
});
