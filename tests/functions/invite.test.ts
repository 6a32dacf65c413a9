import type { Input, Output, Reply } from '../../contract/actions';
import { MONDAY, type TestCloud, freshId, startTestCloud } from '../support/cloud';

/** Agents and managers are invited: the card, the digits, and everything that must not be let in by them. */
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.close());

const dayMs = 86_400_000;
const MANAGER = 'ad-cm-1';
const orgId = 'cm-xinmin';
const NOBODY = 'nobody';
const phone = '15500000101';
const consent = true as const;
const offer = { role: 'agent', orgId, name: '小吴', phone } as const;

const invite = (input: Partial<Input<'people.invite'>> = {}, person = MANAGER, requestId?: string) =>
  cloud.ok(person, 'people.invite', { ...offer, ...input }, requestId);
const accept = (input: Omit<Input<'account.accept'>, 'consent'>, person = NOBODY, requestId?: string) =>
  cloud.call(person, 'account.accept', { ...input, consent }, requestId);
const view = (input: Input<'account.invitation'>, person = NOBODY) =>
  cloud.call(person, 'account.invitation', input);
const open = async (of = orgId, person = MANAGER) =>
  (await cloud.ok(person, 'people.invitations', { orgId: of })).invitations;
const codeFor = async (person: string, number?: string) =>
  (await cloud.local<{ code: string }>('phone-code', { person, phone: number })).code;
const as = async <T>(openid: string, name: string, input: object) => {
  const [fn = '', action] = name.split('.');
  return (await cloud.post(fn, { action, requestId: freshId(), input }, cloud.tokenOf(openid))) as Reply<T>;
};
const deeds = async (of = orgId) =>
  (await cloud.ok('ad-ds-1', 'units.journal', { orgId: of })).entries.map(({ what }) => what);

describe('inviting', () => {
  it('tells the card and six digits once, and shows the open invitation masked', async () => {
    const { id, invitation, digits, until } = await invite();
    expect(invitation).toMatch(/^[0-9a-z]{32}$/);
    expect(digits).toMatch(/^\d{6}$/);
    expect(until).toBe(MONDAY + 7 * dayMs);
    expect(await open()).toEqual([
      {
        id,
        role: 'agent',
        orgId,
        orgName: '新民社区',
        name: '小吴',
        phone: '155****0101',
        by: expect.any(String),
        at: MONDAY,
        until,
      },
    ]);
    const kept = JSON.stringify(cloud.stored());
    expect(kept).not.toContain(invitation);
    expect(kept).not.toContain(`"${digits}"`);
    expect(await deeds()).toEqual(['person.invite']);
  });

  it('shows who invites to what before it is accepted, by card and by digits', async () => {
    const { invitation, digits, until } = await invite();
    const { person } = await cloud.ok(MANAGER, 'account.session', {});
    const seen = {
      role: 'agent',
      orgName: '新民社区',
      tier: 'community',
      by: person.name,
      name: '小吴',
      phone: '155****0101',
      until,
    };
    expect(await view({ invitation })).toMatchObject({ data: seen });
    expect(
      await view({ digits: ` ${digits.slice(0, 3)} ${digits.slice(3)}`, phone: '155 0000 0101' }),
    ).toMatchObject({ data: seen });
  });

  it.each<[string, string, Partial<Input<'people.invite'>>, string]>([
    ['a manager of the street', MANAGER, { role: 'manager', orgId: 'st-longhua' }, 'UNIT_NOT_YOURS'],
    ['an agent of another community', MANAGER, { orgId: 'cm-zhongdong' }, 'UNIT_NOT_YOURS'],
    ['an agent of a street', 'ad-st-1', { orgId: 'st-longhua' }, 'POST_NOT_HERE'],
    ['a manager of a grid', MANAGER, { role: 'manager', orgId: 'g-xm-1' }, 'POST_NOT_HERE'],
    ['to a unit that is none', MANAGER, { orgId: 'nowhere' }, 'UNIT_NOT_FOUND'],
    ['for grids of others', MANAGER, { agent: { gridIds: ['g-zd-1'] } }, 'GRID_NOT_THEIRS'],
    ['without a number', MANAGER, { phone: '1' }, 'BAD_INPUT'],
  ])('is refused: %s', async (_, person, input, code) => {
    const before = cloud.stored();
    expect(await cloud.call(person, 'people.invite', { ...offer, ...input })).toMatchObject({
      ok: false,
      code,
    });
    expect(cloud.stored()).toEqual(before);
  });

  it('sending again kills the old card and the old digits', async () => {
    const old = await invite();
    const next = await invite();
    expect(next.id).toBe(old.id);
    expect(await open()).toHaveLength(1);
    expect(await view({ invitation: old.invitation })).toMatchObject({ code: 'INVITATION_NOT_FOUND' });
    expect(await view({ invitation: next.invitation })).toMatchObject({ ok: true });
  });

  it('the same request again gives a card that is good, and one entry of the journal', async () => {
    const id = freshId();
    await invite({}, MANAGER, id);
    const again = await invite({}, MANAGER, id);
    expect(await view({ invitation: again.invitation })).toMatchObject({ ok: true });
    expect(await deeds()).toEqual(['person.invite']);
  });

  it('is taken back at any time, by who oversees the unit, and twice is once', async () => {
    const { id, invitation } = await invite();
    expect(await cloud.call('ad-cm-2', 'people.revoke', { id })).toMatchObject({
      code: 'INVITATION_NOT_FOUND',
    });
    for (let i = 0; i < 2; i += 1) await cloud.ok('ad-st-1', 'people.revoke', { id });
    expect(await open()).toEqual([]);
    expect(await accept({ invitation, phoneCode: await codeFor(NOBODY) })).toMatchObject({
      code: 'INVITATION_OVER',
    });
    expect((await deeds()).sort()).toEqual(['person.invite', 'person.revoke']);
  });
});

describe('accepting', () => {
  it('by the card and WeChat’s number: an agent of all grids and categories of the community, in office hours', async () => {
    const { invitation } = await invite();
    const reply = await accept({ invitation, phoneCode: await codeFor(NOBODY) });
    expect(reply).toMatchObject({
      data: { person: { name: '小吴', phone, roles: ['agent'], verified: 'platform', posts: [{ orgId }] } },
    });
    const { agents, grids, categories } = await cloud.ok(MANAGER, 'roster.list', { orgId });
    const mine = agents.find(({ name }) => name === '小吴');
    expect(mine).toMatchObject({
      phone,
      gridIds: grids.map(({ id }) => id),
      dutyWeekdays: [1, 2, 3, 4, 5],
      dutyHours: ['08:30', '17:00'],
      active: true,
    });
    expect([...(mine?.skills ?? [])].sort()).toEqual([...categories].sort());
    expect((await cloud.ok(NOBODY, 'roster.today', {})).isOnDuty).toBe(true);
    expect(await open()).toEqual([]);
    expect((await deeds()).sort()).toEqual(['person.accept', 'person.invite']);
  });

  it('by the digits that were read out to the number, without any card', async () => {
    const { digits } = await invite({ agent: { gridIds: ['g-xm-1'], skills: ['残疾人服务'] } });
    expect(await accept({ digits, phone: '155-0000-0101' })).toMatchObject({
      data: { person: { roles: ['agent'], verified: 'staff' } },
    });
    const { agents } = await cloud.ok(MANAGER, 'roster.list', { orgId });
    expect(agents.find(({ name }) => name === '小吴')).toMatchObject({
      gridIds: ['g-xm-1'],
      skills: ['残疾人服务'],
    });
  });

  it('the card with a typed number needs the digits as well', async () => {
    const { invitation, digits } = await invite();
    expect(await accept({ invitation, phone })).toMatchObject({
      code: 'DIGITS_NEEDED',
      fields: { digits: expect.any(String) },
    });
    expect(await accept({ invitation, phone, digits })).toMatchObject({ ok: true });
  });

  it('makes a manager who is named among those of the unit', async () => {
    const { invitation } = await invite({ role: 'manager' });
    await accept({ invitation, phoneCode: await codeFor(NOBODY) });
    const { units } = await cloud.ok('ad-ds-1', 'admin.units', {});
    const named = units.find(({ id }) => id === orgId)?.managers.map(({ name }) => name);
    expect(named).toContain('小吴');
    expect(named).toHaveLength(2);
    await cloud.ok(NOBODY, 'cases.board', { orgId });
    expect(await cloud.call(NOBODY, 'cases.board', { orgId: 'st-longhua' })).toMatchObject({
      code: 'UNIT_NOT_YOURS',
    });
  });

  it('gives a resident the post besides, and keeps them one person', async () => {
    const before = cloud.stored().people?.length;
    const { invitation } = await invite({ name: '赵一示' });
    const phoneCode = await codeFor('rs-01', phone);
    expect(await accept({ invitation, phoneCode }, 'rs-01')).toMatchObject({ ok: true });
    const { person } = await cloud.ok('rs-01', 'account.session', {});
    expect([...person.roles].sort()).toEqual(['agent', 'resident']);
    expect(cloud.stored().people?.length).toBe(before);
  });

  it('refuses the wrong person: another number of WeChat, another typed number', async () => {
    const { invitation, digits } = await invite();
    const before = cloud.stored();
    const phoneCode = await codeFor('rs-02', '15500000777');
    expect(await accept({ invitation, phoneCode }, 'rs-02')).toMatchObject({
      code: 'INVITATION_NOT_YOURS',
      fields: { phone: expect.any(String) },
    });
    expect(await accept({ invitation, digits, phone: '15500000777' })).toMatchObject({
      code: 'INVITATION_NOT_YOURS',
    });
    expect(cloud.stored()).toEqual(before);
    expect(await accept({ invitation, phoneCode: await codeFor(NOBODY) })).toMatchObject({ ok: true });
  });

  it('is once: the same person twice at once and later, nobody else afterwards', async () => {
    const { invitation, digits } = await invite({ role: 'manager' });
    const answers = await Promise.all(Array.from({ length: 4 }, () => accept({ invitation, digits, phone })));
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true]);
    expect(await accept({ invitation, digits, phone })).toMatchObject({ ok: true });
    const { units } = await cloud.ok('ad-ds-1', 'admin.units', {});
    expect(units.find(({ id }) => id === orgId)?.managers).toHaveLength(2);
    expect((await cloud.ok(NOBODY, 'account.session', {})).person.posts).toHaveLength(1);
    expect((await deeds()).filter((what) => what === 'person.accept')).toHaveLength(1);
    const theirs = { invitation, digits, phone, consent };
    expect(await as('o-other', 'account.accept', theirs)).toMatchObject({ code: 'INVITATION_OVER' });
  });

  it('by two who share the number at once makes one of them the agent', async () => {
    const { invitation, digits } = await invite();
    const input = { invitation, digits, phone, consent };
    const answers = await Promise.all([
      as<Output<'account.accept'>>('o-one', 'account.accept', input),
      as<Output<'account.accept'>>('o-two', 'account.accept', input),
    ]);
    expect(answers.map((one) => one.ok || one.code).sort()).toEqual(['INVITATION_OVER', true]);
    const { agents } = await cloud.ok(MANAGER, 'roster.list', { orgId });
    expect(agents.filter(({ name }) => name === '小吴')).toHaveLength(1);
  });

  it('goes on where a function died that had taken the invitation and not yet given the post', async () => {
    const { invitation, digits } = await invite();
    await cloud.local('kill', { function: 'account', after: 3 });
    expect(await accept({ invitation, digits, phone })).toMatchObject({ ok: false });
    expect(await open()).toEqual([]);
    expect(await accept({ invitation, digits, phone })).toMatchObject({ ok: true });
    expect((await cloud.ok(NOBODY, 'account.session', {})).person.roles).toEqual(['agent']);
  });

  it('is too late after seven days', async () => {
    const { invitation, digits } = await invite();
    await cloud.setClock(MONDAY + 7 * dayMs);
    expect(await view({ invitation })).toMatchObject({ code: 'INVITATION_OVER' });
    expect(await accept({ digits, phone })).toMatchObject({ code: 'INVITATION_OVER' });
    expect(await open()).toEqual([]);
  });

  it('is over where the unit was closed meanwhile, by card and by digits, and nothing is written', async () => {
    const { orgId: closed } = await cloud.ok('ad-st-1', 'units.change', {
      do: 'add',
      above: 'st-longhua',
      name: '新设社区',
    });
    const { invitation, digits } = await cloud.ok('ad-st-1', 'people.invite', {
      role: 'agent',
      orgId: closed,
      name: '小吴',
      phone,
    });
    await cloud.ok('ad-st-1', 'units.change', { do: 'close', orgId: closed });
    const [before, phoneCode] = [cloud.stored(), await codeFor(NOBODY)];
    for (const how of [
      { invitation, phoneCode },
      { digits, phone },
    ])
      expect(await accept(how)).toMatchObject({
        code: 'INVITATION_OVER',
        fields: { invitation: '新设社区已经撤并了。' },
      });
    expect(cloud.stored().people).toEqual(before.people);
    expect(cloud.stored().invitations).toEqual(before.invitations);
  });

  it('does not let digits be guessed: five wrong ones, then only the card is left', async () => {
    const { invitation, digits } = await invite();
    const wrong = digits === '000000' ? '000001' : '000000';
    for (let i = 0; i < 5; i += 1)
      expect(await accept({ digits: wrong, phone })).toMatchObject({ code: 'INVITATION_NOT_FOUND' });
    expect(await accept({ digits, phone })).toMatchObject({
      code: 'DIGITS_DEAD',
      fields: { digits: '请邀请您的人再发一份。' },
    });
    expect(await accept({ invitation, digits, phone })).toMatchObject({ code: 'DIGITS_DEAD' });
    expect(await accept({ invitation, phoneCode: await codeFor(NOBODY) })).toMatchObject({ ok: true });
  });

  it('says the same of a number that nobody invited as of wrong digits', async () => {
    await invite();
    const [first, second] = [
      await accept({ digits: '000000', phone: '15500000999' }),
      await accept({ digits: '000000', phone }),
    ];
    expect(first).toMatchObject({ code: 'INVITATION_NOT_FOUND' });
    expect({ ...first, requestId: '', at: 0 }).toEqual({ ...second, requestId: '', at: 0 });
  });

  it('who is an agent elsewhere is told to end that first', async () => {
    const { invitation } = await invite();
    const home = (await cloud.ok('ag-07', 'account.session', {})).community;
    expect(home?.id).not.toBe(orgId);
    const phoneCode = await codeFor('ag-07', phone);
    expect(await accept({ invitation, phoneCode }, 'ag-07')).toMatchObject({
      code: 'AGENT_ELSEWHERE',
      fields: { invitation: `您已经是${home?.name}的代办员。` },
    });
  });
});
