import { LATEST } from '../../cloudfunctions/domain/migrations/latest';
import { type TestCloud, MONDAY, startTestCloud } from '../support/cloud';

/** 运行情况: what only the one who looks after the installation can mend. */
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.close());

const orgId = 'ds-tiefeng';
const health = () => cloud.ok('ad-ds-1', 'admin.health', { orgId });
const trouble = {
  words: 'TypeError: x of undefined\n    at home.js:1:200',
  page: 'pages/home/index',
  version: '0.1.0',
};
const broke = (person: string, more: Partial<typeof trouble> = {}) =>
  cloud.ok(person, 'account.broke', { ...trouble, ...more });

it('says whether the timer comes, and what is not yet of this version', async () => {
  expect(await health()).toMatchObject({ isLate: true, migrationsLeft: LATEST });
  await cloud.timer('beat');
  expect(await health()).toEqual({ roundAt: MONDAY, isLate: false, migrationsLeft: 0, troubles: [] });
  await cloud.setClock(MONDAY + 12 * 3_600_000 + 29 * 60_000);
  expect(await health()).toMatchObject({ isLate: false });
  await cloud.setClock(MONDAY + 12 * 3_600_000 + 31 * 60_000);
  expect(await health()).toMatchObject({ isLate: true });
});

it('writes a trouble down once, whoever has it, and counts; its numbers make no other trouble', async () => {
  await broke('rs-01');
  await cloud.setClock(MONDAY + 60_000);
  await broke('ag-01');
  await broke('rs-02', { words: trouble.words.replace('200', '977') });
  await broke('rs-02', { page: 'pages/me/index' });
  const { troubles } = await health();
  expect(troubles.map(({ page, count, firstAt, lastAt }) => [page, count, firstAt, lastAt])).toEqual(
    expect.arrayContaining([
      ['pages/home/index', 3, MONDAY, MONDAY + 60_000],
      ['pages/me/index', 1, MONDAY + 60_000, MONDAY + 60_000],
    ]),
  );
  expect(troubles).toHaveLength(2);
});

it('takes it from a stranger too, keeps no person, and hides numbers', async () => {
  const stranger = cloud.tokenOf('nobody-knows-me');
  const reply = await cloud.post(
    'account',
    {
      action: 'broke',
      requestId: 'r1',
      input: { ...trouble, words: '打不通 13800000001，身份证 230204194501010027' },
    },
    stranger,
  );
  expect(reply).toMatchObject({ ok: true });
  const [stored] = await cloud.console.find('troubles', {});
  expect(Object.keys(stored ?? {}).toSorted()).toEqual([
    '_id',
    'count',
    'firstAt',
    'lastAt',
    'page',
    'version',
    'words',
  ]);
  expect(JSON.stringify(stored)).not.toMatch(/13800000001|230204194501010027/);
});

it('stops listening to one who says too much, and to more kinds than anything has', async () => {
  for (let i = 0; i < 20; i += 1) await broke('rs-01', { page: `p${i}` });
  expect(await cloud.call('rs-01', 'account.broke', trouble)).toMatchObject({ ok: false, code: 'TOO_OFTEN' });
  for (let i = 0; i < 480; i += 1)
    await cloud.console.put('troubles', { ...trouble, _id: `t${i}`, count: 1, firstAt: 1, lastAt: 1 });
  await broke('rs-02', { page: 'one/more' });
  expect(await cloud.console.find('troubles', { page: 'one/more' })).toEqual([]);
});

it('shows a week of it, to managers of the district alone', async () => {
  await broke('rs-01');
  await cloud.setClock(MONDAY + 8 * 86_400_000);
  expect((await health()).troubles).toEqual([]);
  for (const person of ['ad-cm-1', 'ad-st-1'])
    expect(await cloud.call(person, 'admin.health', { orgId })).toMatchObject({ code: 'UNIT_NOT_YOURS' });
  expect(await cloud.call('ag-01', 'admin.health', { orgId })).toMatchObject({ code: 'FORBIDDEN' });
});

describe('a call that the cloud does not let a function make', () => {
  const alarms = async () => (await cloud.ok('ad-ds-1', 'admin.deliveries', { orgId })).alarms;
  const refused = (api: string, errcode = -604101) => cloud.local('faults', { api, errcode, times: 1 });

  it('is told to the district, once, with the function that lacks it', async () => {
    await refused('wxacode.getUnlimited');
    expect((await cloud.ok('ad-cm-1', 'units.code', { orgId: 'cm-xinmin' })).png).toBeUndefined();
    await refused('wxacode.getUnlimited');
    await cloud.ok('ad-cm-1', 'units.code', { orgId: 'cm-xinmin' });
    expect(await alarms()).toMatchObject([
      {
        kind: 'permission',
        function: 'units',
        code: -604101,
        why: '云函数 units 没有画小程序码的权限',
        count: 2,
        stops: false,
        canMend: true,
      },
    ]);
  });

  it('is an account that may not as well, and no other failure', async () => {
    await refused('phonenumber.getPhoneNumber', 45011);
    await cloud.call('rs-01', 'account.change', { phoneCode: 'a'.repeat(32) });
    expect(await alarms()).toEqual([]);
    await refused('phonenumber.getPhoneNumber', 48001);
    await cloud.call('rs-01', 'account.change', { phoneCode: 'a'.repeat(32) });
    expect(await alarms()).toMatchObject([{ function: 'account', why: '小程序没有开通取手机号' }]);
  });
});
