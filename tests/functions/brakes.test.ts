import { ofCase, ofRequests, ofWrites } from '../../contract/brakes';
import type { Call } from '../../localcloud/server';
import { type TestCloud, MONDAY, startTestCloud } from '../support/cloud';
import { AGENT, MANAGER, finish, viewOf } from './finished';

/** How often one person may do what: the code, from when on it is possible again, and that it costs no call. */
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.close());

const RESIDENT = 'rs-01';
const wish = { serviceCode: 'disability-certificate', mode: 'counter', note: '想办残疾证' } as const;
const dayMs = 86_400_000;

describe('a resident who asks and takes back, over and over', () => {
  const pairs = async () => {
    for (let i = 0; i < ofRequests.most; i += 1) {
      const { caseId } = await cloud.ok(RESIDENT, 'cases.submit', wish);
      await cloud.ok(RESIDENT, 'cases.cancel', { caseId });
    }
  };

  it('is told from when on they can ask again, and others are not touched', async () => {
    await pairs();
    const before = cloud.stored();
    for (const serviceCode of [wish.serviceCode, 'temporary-relief'])
      expect(await cloud.call(RESIDENT, 'cases.submit', { ...wish, serviceCode })).toMatchObject({
        code: 'TOO_OFTEN',
        message: expect.stringContaining('请到时间再来'),
        fields: { serviceCode: '11月24日 周二 10:00以后可以再来。' },
      });
    expect(cloud.stored()).toEqual(before);
    const told = { ...wish, channel: 'phone', name: '赵一示', phone: '04525550124' } as const;
    await cloud.ok(MANAGER, 'cases.intake', told);
    await cloud.ok('rs-02', 'cases.submit', wish);
    await cloud.setClock(MONDAY + dayMs);
    await cloud.ok(RESIDENT, 'cases.submit', wish);
  });

  it('still gets the case that is open, and the answer of a request that was lost', async () => {
    const first = await cloud.ok(
      RESIDENT,
      'cases.submit',
      { ...wish, serviceCode: 'temporary-relief' },
      'lost',
    );
    for (let i = 1; i < ofRequests.most; i += 1) {
      const { caseId } = await cloud.ok(RESIDENT, 'cases.submit', wish);
      await cloud.ok(RESIDENT, 'cases.cancel', { caseId });
    }
    const again = { ...wish, serviceCode: 'temporary-relief' };
    expect(await cloud.ok(RESIDENT, 'cases.submit', again, 'lost')).toEqual(first);
    expect(await cloud.ok(RESIDENT, 'cases.submit', again)).toMatchObject({
      caseId: first.caseId,
      existing: true,
    });
  });
});

it('says of one case only so often that it is not done', async () => {
  const caseId = await finish(cloud, RESIDENT);
  const { most = 0 } = ofCase['cases.reopen'] ?? {};
  const reopen = () => cloud.call(RESIDENT, 'cases.reopen', { caseId, reason: '事情还没办成' });
  for (let i = 0; i < most; i += 1) {
    expect(await reopen()).toMatchObject({ ok: true });
    await cloud.ok(AGENT, 'cases.complete', { caseId, result: '办好了' });
  }
  expect(await reopen()).toMatchObject({
    code: 'TOO_OFTEN',
    fields: { caseId: '11月24日 周二 10:00以后可以再来。' },
  });
  expect((await viewOf(cloud, RESIDENT, caseId)).state).toBe('completed');
  await cloud.setClock(MONDAY + dayMs);
  expect(await reopen()).toMatchObject({ ok: true });
});

it('takes from one person so many writes of a kind, and from another as before', async () => {
  const settings = { quiet: true, muted: [] };
  for (let i = 0; i < ofWrites.most; i += 1) await cloud.ok(RESIDENT, 'account.setNotices', settings);
  const reads = async () => {
    const [call] = (await cloud.local<Call[]>('calls')).slice(-1);
    return call && call.reads + call.writes + call.begins;
  };
  expect(await cloud.call(RESIDENT, 'account.setNotices', settings)).toMatchObject({
    code: 'TOO_OFTEN',
    fields: { action: '11月23日 周一 10:10以后可以再来。' },
  });
  expect(await reads()).toBe(0);
  await cloud.ok(RESIDENT, 'account.notices', {});
  await cloud.ok('rs-02', 'account.setNotices', settings);
  await cloud.setClock(MONDAY + ofWrites.withinMs);
  await cloud.ok(RESIDENT, 'account.setNotices', settings);
});
