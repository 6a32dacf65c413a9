import { type TestCloud, freshId, startTestCloud } from '../support/cloud';

/** 代录: what somebody asked for by phone, at the counter or at the door, written down by staff. */
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.close());

const asked = {
  channel: 'phone',
  name: '白大爷',
  phone: '0452-5550 199',
  serviceCode: 'disability-certificate',
  mode: 'counter',
  note: '打电话来说想办残疾证',
} as const;
const openDetail = async (caseId: string) => (await cloud.ok('ad-cm-1', 'cases.detail', { caseId })).case;

it('opens a case for somebody who is in no register, and says who wrote it down', async () => {
  const { caseId, state } = await cloud.ok('ag-01', 'cases.intake', asked);
  expect(state).toBe('offered');
  const kase = await openDetail(caseId);
  expect(kase.channel).toBe('phone');
  expect(kase.events[0]?.says).toBe('立春晓替居民登记了请求');
});

it('is the same case twice: repeated, or asked for again by somebody else', async () => {
  const requestId = freshId();
  const first = await cloud.ok('ag-01', 'cases.intake', asked, requestId);
  expect(await cloud.ok('ag-01', 'cases.intake', asked, requestId)).toEqual(first);
  const again = await cloud.ok('ad-cm-1', 'cases.intake', { ...asked, channel: 'counter' });
  expect(again).toMatchObject({ caseId: first.caseId, existing: true });
});

it('is theirs when name and phone are known: they see it themselves, and hear of it', async () => {
  await cloud.saysYes('rs-01', ['progress']);
  const { caseId } = await cloud.ok('ag-01', 'cases.intake', {
    ...asked,
    name: '赵一示',
    phone: '04525550124',
  });
  expect((await cloud.ok('rs-01', 'cases.mine', {})).cases).toMatchObject([{ caseId }]);
  expect(await cloud.timer('notify')).toMatchObject({ sent: 1 });
  const [notice] = (await cloud.ok('rs-01', 'account.inbox', {})).notices;
  expect(notice?.text).toContain('立春晓替您登记好了');
});

it('has somebody call whoever has no WeChat, once there is news', async () => {
  const { caseId } = await cloud.ok('ag-01', 'cases.intake', asked);
  await cloud.timer('notify');
  const holder = (await openDetail(caseId)).assignment?.agentId ?? '';
  expect((await cloud.ok(holder, 'cases.calls', {})).calls).toEqual([]);
  await cloud.ok(holder, 'cases.accept', { caseId });
  await cloud.timer('notify');
  expect((await cloud.ok(holder, 'cases.calls', {})).calls).toMatchObject([
    { name: '白大爷', phone: '04525550199' },
  ]);
  const { deliveries } = await cloud.ok('ad-cm-1', 'admin.deliveries', { orgId: 'cm-xinmin' });
  expect(deliveries.find(({ title }) => title === '代办员已接单')).toMatchObject({
    state: 'inbox_only',
    why: '请代办员打电话告知',
  });
});

it.each([
  ['a resident', 'rs-01', {}, { code: 'FORBIDDEN' }],
  ['who answers for a district, not a community', 'ad-ds-1', {}, { code: 'FORBIDDEN' }],
  [
    'a phone that is none',
    'ag-01',
    { phone: '110' },
    { code: 'BAD_INPUT', fields: { phone: expect.any(String) as string } },
  ],
  ['nobody', 'ag-01', { name: '  ' }, { code: 'BAD_INPUT', fields: { name: '请填写姓名。' } }],
  [
    'no way of asking',
    'ag-01',
    { channel: 'self' },
    { code: 'BAD_INPUT', fields: { channel: '请选是怎么来说的。' } },
  ],
  ['a visit without a door', 'ag-01', { mode: 'home-visit' }, { code: 'ADDRESS_NEEDED' }],
])('refuses %s', async (_, person, change, refusal) => {
  expect(await cloud.call(person, 'cases.intake', { ...asked, ...change } as typeof asked)).toMatchObject(
    refusal,
  );
});
