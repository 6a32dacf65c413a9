import { type TestCloud, freshId, startTestCloud } from '../support/cloud';

/** 代录: what a resident asked for by phone, at the counter or at the door, written down by staff. */
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

it('is added to the open case where it says more, and both sides read it', async () => {
  const first = await cloud.ok('ag-01', 'cases.intake', asked);
  const holder = (await openDetail(first.caseId)).assignment?.agentId ?? '';
  const more = { ...asked, channel: 'counter', note: '带了旧证来' } as const;
  expect(await cloud.ok('ad-cm-1', 'cases.intake', more)).toMatchObject({
    caseId: first.caseId,
    existing: true,
  });
  expect(await cloud.ok('ad-cm-1', 'cases.intake', more)).toMatchObject({ caseId: first.caseId });
  const { events } = (await cloud.ok(holder, 'cases.detail', { caseId: first.caseId })).case;
  expect(events.filter((event) => event.do === 'add')).toMatchObject([
    { says: '白露澄替居民补了几句', text: '带了旧证来' },
  ]);
  const { notices } = await cloud.ok(holder, 'account.inbox', {});
  expect(notices[0]).toMatchObject({ title: '居民又说了几句' });
});

it('is another case for each report of another matter, with its own kind and clock', async () => {
  const report = { serviceCode: 'report-issue', mode: 'online' } as const;
  const light = await cloud.ok('rs-01', 'cases.submit', {
    ...report,
    subtype: 'streetlight',
    note: '路灯不亮',
  });
  const hole = await cloud.ok('rs-01', 'cases.submit', { ...report, subtype: 'manhole', note: '井盖没了' });
  expect(hole.existing).toBe(false);
  expect(hole.caseId).not.toBe(light.caseId);
  expect(await openDetail(hole.caseId)).toMatchObject({ subtype: 'manhole', note: '井盖没了' });
  const again = await cloud.ok('rs-01', 'cases.submit', { ...report, subtype: 'manhole', note: '井盖没了' });
  expect(again).toMatchObject({ caseId: hole.caseId, existing: true });
});

it('is no agent’s where it complains of one: the street holds it and answers', async () => {
  const complaint = {
    serviceCode: 'policy-consultation',
    mode: 'online',
    note: '我要投诉代办员立春晓',
  } as const;
  const found = await cloud.ok('rs-01', 'catalog.search', { text: complaint.note });
  expect(found.isComplaint).toBe(true);
  const { caseId, state } = await cloud.ok('rs-01', 'cases.submit', complaint);
  expect(state).toBe('submitted');
  await cloud.timer('sweep');
  for (const agent of ['ag-01', 'ag-02', 'ag-03']) {
    expect(await cloud.call(agent, 'cases.detail', { caseId })).toMatchObject({ code: 'NOT_YOUR_CASE' });
    expect((await cloud.ok(agent, 'cases.pool', {})).cases).toEqual([]);
    expect((await cloud.ok(agent, 'cases.queue', {})).offers).toEqual([]);
  }
  expect(await cloud.call('ad-cm-1', 'cases.detail', { caseId })).toMatchObject({ code: 'NOT_YOUR_CASE' });
  expect(await cloud.call('ad-st-1', 'cases.assign', { caseId, agentId: 'ag-02' })).toMatchObject({
    code: 'AGENT_CANNOT',
  });
  const { notices } = await cloud.ok('ad-st-1', 'account.inbox', {});
  expect(notices[0]).toMatchObject({ title: '有投诉要您单位查', caseId });
  // What else this resident asks is another case, and comes to an agent.
  const other = await cloud.ok('rs-01', 'cases.submit', { ...complaint, note: '想问问能享受什么政策' });
  expect(other).toMatchObject({ existing: false, state: 'offered' });
  expect(await cloud.call('ad-st-1', 'cases.reply', { caseId: other.caseId, result: '好' })).toMatchObject({
    code: 'SOURCE_NEEDED',
  });
  await cloud.ok('ad-st-1', 'cases.reply', { caseId, result: '查过了，向您道歉' });
  const view = (await cloud.ok('rs-01', 'cases.detail', { caseId })).case;
  expect(view).toMatchObject({ state: 'completed', result: '查过了，向您道歉', isComplaint: true });
  expect(await cloud.call('rs-01', 'cases.reopen', { caseId, reason: '没说清楚' })).toMatchObject({
    code: 'STATE_NOT_ALLOWED',
  });
  await cloud.ok('rs-01', 'cases.contest', { caseId, reason: '没说清楚' });
  await cloud.ok('ad-ds-1', 'cases.reply', { caseId, result: '当面说清楚了' });
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

describe('a person who is known by phone and name, however both are written', () => {
  const uyghur = '阿卜杜热西提·买买提艾力江·吐尔逊尼亚孜·艾合买提';
  const before = { ...asked, name: uyghur, phone: '15400000456' };
  /** Name and phone as the agent gets them, who has taken the case. */
  const contactOf = async (caseId: string) => {
    const holder = (await openDetail(caseId)).assignment?.agentId ?? '';
    await cloud.ok(holder, 'cases.accept', { caseId });
    return (await cloud.ok(holder, 'cases.detail', { caseId })).case.contact;
  };

  it.each([
    [uyghur, '+8615400000456'],
    [uyghur, '＋８６　１５４－００００－０４５６'],
    [uyghur, '0086 154 0000 0456'],
    [uyghur, '8615400000456'],
    [uyghur, '\u202D154\u200B0000\u200B0456\u202C'],
    [uyghur, '（+86）154.0000.0456'],
    [uyghur, '015400000456'],
    [uyghur.replaceAll('·', '•'), '154—0000—0456'],
    [uyghur.replaceAll('·', '・'), '15400000456'],
    [uyghur.replaceAll('·', '‧'), '15400000456'],
    [uyghur.replaceAll('·', ' '), '15400000456'],
    [uyghur.replaceAll('·', '　'), '15400000456'],
    [uyghur.replaceAll('·', '·\u200B'), '15400000456'],
    [` ${uyghur.replaceAll('·', '．')}\n`, '15400000456'],
  ])('%j at %j is the same', async (name, phone) => {
    const { caseId } = await cloud.ok('ag-01', 'cases.intake', before);
    const again = await cloud.ok('ag-01', 'cases.intake', { ...asked, name, phone });
    expect(again).toMatchObject({ caseId, existing: true });
    expect(await contactOf(caseId)).toMatchObject({ name: uyghur, phone: '15400000456' });
  });

  it('is found among as many as share the phone', async () => {
    const phone = '0452-555-0124';
    for (const name of '甲乙丙丁戊己庚辛壬癸') {
      const { existing } = await cloud.ok('ag-01', 'cases.intake', { ...asked, name, phone });
      expect(existing).toBe(false);
    }
    const { caseId } = await cloud.ok('ag-01', 'cases.intake', { ...asked, name: '赵一示', phone });
    expect((await cloud.ok('rs-01', 'cases.mine', {})).cases).toMatchObject([{ caseId }]);
  });

  it.each([
    ['(0452)5550177', '04525550177'],
    ['0452-5550177转802', '04525550177转802'],
    ['０４５２－５５５０１７７', '04525550177'],
    ['400-800-1234', '4008001234'],
    ['010 65550177', '01065550177'],
  ])('keeps %s as it is dialled', async (phone, as) => {
    const { caseId } = await cloud.ok('ag-01', 'cases.intake', { ...asked, phone });
    expect(await contactOf(caseId)).toMatchObject({ phone: as });
  });

  it.each(['\u200B', '\u3164', '\u2800', '\u200D', '\u0001', '\u00AD'])(
    'is nobody when the name or the words only look like something: %j',
    async (blank) => {
      const refusal = await cloud.call('ag-01', 'cases.intake', { ...asked, name: blank, note: blank });
      expect(refusal).toMatchObject({
        code: 'BAD_INPUT',
        fields: { name: '请填写姓名。', note: '请填写要办的事。' },
      });
    },
  );

  it('has a name on one line', async () => {
    const { caseId } = await cloud.ok('ag-01', 'cases.intake', { ...asked, name: '张\n三' });
    expect(await contactOf(caseId)).toMatchObject({ name: '张 三' });
  });
});
