import { BEGIN_BYTES, newBegin } from '../../cloudfunctions/domain/begin';
import type { Input, Output, Reply } from '../../contract/actions';
import { emptyOptions } from '../../demo/cloud';
import { MONDAY, type TestCloud, freshId, startTestCloud } from '../support/cloud';

/** Who comes in by themselves: the first manager of an installation, and residents. */
let cloud: TestCloud;
afterEach(() => cloud.close());

const minutes = 60_000;
const NOBODY = 'nobody';
const orgId = 'cm-xinmin';
const consent = true as const;

const codeFor = async (person: string, phone?: string) =>
  (await cloud.local<{ code: string }>('phone-code', { person, phone })).code;
/** A visitor of whom only the openid is known calls an action. */
const as = async <T>(openid: string, name: string, input: object, requestId = freshId()) => {
  const [fn = '', action] = name.split('.');
  return (await cloud.post(fn, { action, requestId, input }, cloud.tokenOf(openid))) as Reply<T>;
};
const journal = async (of = orgId) =>
  (await cloud.ok('ad-cm-1', 'units.journal', { orgId: of })).entries.map(({ what, about, changes }) => ({
    what,
    name: about.name,
    changes: Object.fromEntries(changes.map(({ field, before, after }) => [field, [before, after]])),
  }));
const people = () => cloud.stored().people?.length ?? 0;

describe('the first manager', () => {
  const bytes = new Uint8Array(BEGIN_BYTES).map((_, i) => i);
  const { code, doc } = newBegin(bytes, MONDAY);
  const me = { name: '周大姐', phone: '15500000101', district: '铁锋区' };
  const start = async (put = true) => {
    cloud = await startTestCloud(emptyOptions());
    if (put) await cloud.console.put('installation', { ...doc });
  };
  const begin = (person: string, input: Partial<Input<'account.begin'>> = {}, requestId?: string) =>
    cloud.call(person, 'account.begin', { code, ...me, ...input }, requestId);

  it('names the district and is its manager; the same request again is the same', async () => {
    await start();
    const id = freshId();
    const first = await begin(NOBODY, {}, id);
    expect(first).toMatchObject({
      ok: true,
      data: {
        person: { name: '周大姐', roles: ['manager'], posts: [{ tier: 'district', orgName: '铁锋区' }] },
      },
    });
    expect(await begin(NOBODY, {}, id)).toMatchObject({ data: first.ok && first.data });
    const { person } = await cloud.ok(NOBODY, 'account.session', {});
    expect(person.roles).toEqual(['manager']);
    const { units } = await cloud.ok(NOBODY, 'admin.units', {});
    expect(units).toEqual([
      {
        id: person.posts[0]?.orgId,
        name: '铁锋区',
        tier: 'district',
        managers: [{ id: person.id, name: '周大姐' }],
      },
    ]);
  });

  it('is one alone: another person with the same code is refused, also at the same moment', async () => {
    await start();
    const answers = await Promise.all([begin(NOBODY), begin('nobody-2')]);
    expect(answers.map((one) => one.ok || one.code).sort()).toEqual(['BEGIN_CLOSED', true]);
    expect(people()).toBe(1);
    expect(await begin('nobody-3')).toMatchObject({
      code: 'BEGIN_CLOSED',
      fields: { code: '已经有管理员了，请让管理员邀请您。' },
    });
  });

  it('takes the code as it is read: with hyphens, blanks and small letters', async () => {
    await start();
    const read = code.toLowerCase().replace(/(.{4})/g, '$1- ');
    expect(await begin(NOBODY, { code: read })).toMatchObject({ ok: true });
  });

  it('is asked for name, number and district, and the code stays good meanwhile', async () => {
    await start();
    expect(await cloud.call(NOBODY, 'account.begin', { code })).toMatchObject({
      code: 'BAD_INPUT',
      fields: { name: expect.any(String), phone: expect.any(String), district: expect.any(String) },
    });
    expect(await begin(NOBODY)).toMatchObject({ ok: true });
  });

  it('has thirty minutes, then another code is needed', async () => {
    await start();
    await cloud.setClock(MONDAY + 30 * minutes);
    expect(await begin(NOBODY)).toMatchObject({ code: 'BEGIN_CLOSED' });
    await cloud.console.put('installation', { ...newBegin(bytes, MONDAY + 30 * minutes).doc });
    expect(await begin(NOBODY)).toMatchObject({ ok: true });
  });

  it('does not guess: five tries a person, twenty in all', async () => {
    await start();
    const wrong = { code: '2'.repeat(12) };
    for (let i = 0; i < 5; i += 1) expect(await begin(NOBODY, wrong)).toMatchObject({ code: 'BEGIN_WRONG' });
    expect(await begin(NOBODY)).toMatchObject({
      code: 'TOO_OFTEN',
      fields: { code: '11月23日 周一 10:30以后可以再来。' },
    });
    for (const person of ['nobody-2', 'nobody-3', 'nobody-4'])
      for (let i = 0; i < 5; i += 1) await begin(person, wrong);
    expect(await begin('nobody-5')).toMatchObject({
      code: 'BEGIN_CLOSED',
      fields: { code: '输错的次数太多了。' },
    });
  });

  it('cannot be where no code was made, nor where there is a manager', async () => {
    await start(false);
    expect(await begin(NOBODY)).toMatchObject({ code: 'BEGIN_CLOSED' });
    await cloud.close();
    cloud = await startTestCloud();
    await cloud.console.put('installation', { ...doc });
    expect(await begin(NOBODY)).toMatchObject({ code: 'BEGIN_CLOSED' });
  });
});

describe('a resident', () => {
  beforeEach(async () => {
    cloud = await startTestCloud();
  });
  const wish = { serviceCode: 'disability-certificate', mode: 'counter', note: '想办残疾证' } as const;
  const join = (input: Partial<Input<'account.join'>> = {}, requestId?: string) =>
    cloud.call(
      NOBODY,
      'account.join',
      { orgId, name: '何老太', phone: '15500000001', address: '晴川里小区3号楼2单元501', consent, ...input },
      requestId,
    );
  const joined = async (input: Partial<Input<'account.join'>> = {}): Promise<Output<'account.join'>> => {
    const reply = await join(input);
    if (!reply.ok) throw new Error(JSON.stringify(reply));
    return reply.data;
  };
  const intake = { ...wish, channel: 'phone', name: '何老太', phone: '155 0000 0001' } as const;

  it('joins a community of the list with a typed number, which is not verified, and asks for an agent at once', async () => {
    expect(await cloud.call(NOBODY, 'account.session', {})).toMatchObject({ code: 'UNKNOWN_PERSON' });
    expect(await joined()).toMatchObject({
      person: { name: '何老太', phone: '15500000001', roles: ['resident'], posts: [{ orgId }] },
      community: { id: orgId, name: '新民社区' },
      claimed: false,
      shares: false,
    });
    const { person } = await cloud.ok(NOBODY, 'account.session', {});
    expect(person.verified).toBeUndefined();
    expect(await cloud.ok(NOBODY, 'cases.submit', wish)).toMatchObject({ existing: false });
    expect(await journal()).toContainEqual({
      what: 'person.join',
      name: '何**',
      changes: {
        name: [undefined, '何**'],
        phone: [undefined, '155****0001'],
        address: [undefined, '***'],
        role: [undefined, '新民社区居民'],
      },
    });
  });

  it('is told whom a call reaches, also where the station has no name of its own', async () => {
    await cloud.ok('ad-cm-1', 'units.change', { do: 'edit', orgId, station: '' });
    expect((await joined()).community).toMatchObject({ name: '新民社区', station: '新民社区' });
  });

  it('has a number of WeChat that is verified', async () => {
    const phoneCode = await codeFor(NOBODY);
    const { person } = await joined({ phone: undefined, phoneCode });
    expect(person).toMatchObject({ phone: '15500000101', verified: 'platform' });
  });

  it('joins once, however often and in how many requests at once', async () => {
    const before = people();
    const answers = await Promise.all(Array.from({ length: 6 }, () => joined()));
    expect(new Set(answers.map(({ person }) => person.id)).size).toBe(1);
    expect(await joined({ name: '别的名字', orgId: 'cm-donghu' })).toMatchObject({
      person: { name: '何老太', posts: [{ orgId }] },
    });
    expect(people()).toBe(before + 1);
  });

  it('uses a code of WeChat once: the same request again has the answer, another person has none', async () => {
    const phoneCode = await codeFor(NOBODY);
    const id = freshId();
    await join({ phone: undefined, phoneCode }, id);
    expect(await join({ phone: undefined, phoneCode }, id)).toMatchObject({ ok: true });
    const other = { orgId, name: '别人', phoneCode, consent };
    expect(await as('o-other', 'account.join', other)).toMatchObject({ code: 'PHONE_CODE_DEAD' });
  });

  it('is refused a code of somebody else, and one older than five minutes', async () => {
    const before = cloud.stored();
    const theirs = await codeFor('rs-01', '15500000002');
    expect(await join({ phone: undefined, phoneCode: theirs })).toMatchObject({
      code: 'PHONE_CODE_DEAD',
      fields: { phoneCode: '请再点一次，或自己填电话。' },
    });
    const old = await codeFor(NOBODY);
    await cloud.setClock(MONDAY + 5 * minutes);
    expect(await join({ phone: undefined, phoneCode: old })).toMatchObject({ code: 'PHONE_CODE_DEAD' });
    expect(cloud.stored()).toEqual(before);
  });

  it.each([
    ['the quota is used up', 45011],
    ['the day’s quota is', 45009],
    ['the account may not ask', -604101],
    ['WeChat is down', -1],
  ])('types the number where %s', async (_, errcode) => {
    await cloud.local('faults', { api: 'phonenumber.getPhoneNumber', errcode, times: 1 });
    const phoneCode = await codeFor(NOBODY);
    expect(await join({ phone: undefined, phoneCode })).toMatchObject({
      code: 'PHONE_CODE_DOWN',
      fields: { phone: expect.stringContaining('自己填') },
    });
    expect(await join()).toMatchObject({ ok: true });
  });

  it('is refused a number that nobody in China can call, in words', async () => {
    const phoneCode = await codeFor(NOBODY, '+12025550123');
    expect(await join({ phone: undefined, phoneCode })).toMatchObject({
      code: 'PHONE_CODE_DOWN',
      fields: { phone: '微信的号码不是国内的号码，请填一个打得通的。' },
    });
  });

  it.each<[string, object, string, string]>([
    ['no consent', { consent: false }, 'BAD_INPUT', 'consent'],
    ['no number', { phone: undefined }, 'BAD_INPUT', 'phone'],
    ['no community', { orgId: undefined }, 'PLACE_NEEDED', 'orgId'],
    ['a street', { orgId: 'st-longhua' }, 'PLACE_NOT_A_COMMUNITY', 'orgId'],
    ['a unit that nobody knows', { orgId: 'nowhere' }, 'UNIT_NOT_FOUND', 'orgId'],
    ['a code that was guessed', { orgId: undefined, code: 'ABCDEFGH' }, 'PLACE_CODE_UNKNOWN', 'code'],
    ['half a code', { orgId: undefined, code: 'ABC' }, 'BAD_INPUT', 'code'],
    ['a blank name', { name: '\u200B' }, 'BAD_INPUT', 'name'],
  ])('is told what is missing: %s', async (_, input, code, field) => {
    const before = cloud.stored();
    expect(await join(input as object)).toMatchObject({ code, fields: { [field]: expect.any(String) } });
    expect(cloud.stored()).toEqual(before);
  });

  it('cannot guess codes for long', async () => {
    const guess = () => join({ orgId: undefined, code: 'ABCDEFGH' });
    for (let i = 0; i < 20; i += 1) expect(await guess()).toMatchObject({ code: 'PLACE_CODE_UNKNOWN' });
    expect(await guess()).toMatchObject({ code: 'TOO_OFTEN', fields: { action: expect.any(String) } });
  });

  it('keeps a name of forty characters with a middle dot as it was written', async () => {
    const name = `${'阿卜杜热西提'.repeat(6)}·艾力江`;
    expect([...name]).toHaveLength(40);
    expect((await joined({ name })).person.name).toBe(name);
  });

  describe('whom staff wrote down before', () => {
    let caseId = '';
    beforeEach(async () => {
      ({ caseId } = await cloud.ok('ag-01', 'cases.intake', intake));
    });
    const mine = async () => (await cloud.ok(NOBODY, 'cases.mine', {})).cases.map((one) => one.caseId);

    it('finds their case once WeChat has said the number', async () => {
      const before = people();
      const phoneCode = await codeFor(NOBODY, '15500000001');
      expect(await joined({ phone: undefined, phoneCode, name: '何 老太' })).toMatchObject({
        claimed: true,
        shares: false,
        person: { verified: 'platform', address: '晴川里小区3号楼2单元501' },
      });
      expect(await mine()).toEqual([caseId]);
      expect(people()).toBe(before);
    });

    it('does not by a typed number, and is not told who else has it: staff are asked to look at both', async () => {
      expect(await joined()).toMatchObject({ claimed: false, shares: false });
      expect(await mine()).toEqual([]);
      const { people: found } = await cloud.ok('ad-cm-1', 'people.find', { orgId, text: '何老太' });
      expect(found.map(({ shares }) => shares).sort()).toEqual([true, undefined]);
    });

    it('does not as another of the household who has the same number', async () => {
      const phoneCode = await codeFor(NOBODY, '15500000001');
      expect(await joined({ phone: undefined, phoneCode, name: '何小弟' })).toMatchObject({
        claimed: false,
        shares: true,
      });
      expect(await mine()).toEqual([]);
    });

    it('is claimed once: a second person of that name and number is another entry', async () => {
      await joined({ phone: undefined, phoneCode: await codeFor(NOBODY, '15500000001') });
      const typed = { orgId, name: '何老太', phone: '15500000001', consent };
      expect(await as('o-second', 'account.join', typed)).toMatchObject({
        data: { claimed: false, shares: false },
      });
      expect(await mine()).toEqual([caseId]);
    });
  });

  it('who works here and lives elsewhere has both posts: their own request goes to where they live', async () => {
    const own = { name: '不算数', phone: '15500000009', consent, address: '东湖小区5号楼' };
    const home = (await cloud.ok('ag-01', 'account.session', {})).community?.id;
    const { person } = await cloud.ok('ag-01', 'account.join', { ...own, orgId: 'cm-donghu' });
    expect([...person.roles].sort()).toEqual(['agent', 'resident']);
    expect(person.name).not.toBe('不算数');
    expect((await cloud.ok('ag-01', 'account.session', {})).community?.id).toBe(home);
    const { caseId } = await cloud.ok('ag-01', 'cases.submit', wish);
    expect((await cloud.ok('ad-cm-3', 'cases.detail', { caseId })).case.serviceCode).toBe(wish.serviceCode);
  });
});

describe('a resident who changes', () => {
  beforeEach(async () => {
    cloud = await startTestCloud();
    const phoneCode = await codeFor(NOBODY);
    await cloud.ok(NOBODY, 'account.join', { orgId, name: '何老太', phoneCode, consent });
  });

  it('a typed number is not verified any more; one of WeChat is', async () => {
    const typed = await cloud.ok(NOBODY, 'account.change', { phone: '15500000002' });
    expect(typed.person).toMatchObject({ phone: '15500000002' });
    expect(typed.person.verified).toBeUndefined();
    const phoneCode = await codeFor(NOBODY, '15500000003');
    const told = await cloud.ok(NOBODY, 'account.change', { phoneCode });
    expect(told.person).toMatchObject({ phone: '15500000003', verified: 'platform' });
    const entry = (verified: (string | undefined)[]) => ({
      what: 'person.change',
      name: '何**',
      changes: { phone: [expect.any(String), expect.any(String)], verified },
    });
    expect(await journal()).toEqual(
      expect.arrayContaining([entry(['微信已核实', undefined]), entry([undefined, '微信已核实'])]),
    );
  });

  it('moves to another community; the open case stays with the one that has it', async () => {
    const wish = { serviceCode: 'disability-certificate', mode: 'counter', note: '想办残疾证' } as const;
    const { caseId } = await cloud.ok(NOBODY, 'cases.submit', wish);
    const moved = await cloud.ok(NOBODY, 'account.change', { orgId: 'cm-donghu', address: '东湖小区5号楼' });
    expect(moved).toMatchObject({
      community: { id: 'cm-donghu' },
      person: { posts: [{ orgId: 'cm-donghu' }] },
    });
    expect((await cloud.ok('ad-cm-1', 'cases.detail', { caseId })).case.no).toMatch(/^\d+$/);
    const { person } = await cloud.ok(NOBODY, 'account.session', {});
    expect(person).toMatchObject({ address: '东湖小区5号楼', verified: 'platform' });
  });

  it('is refused a code that is used up, and keeps what was', async () => {
    const phoneCode = await codeFor(NOBODY, '15500000004');
    await cloud.ok(NOBODY, 'account.change', { phoneCode });
    expect(await cloud.call(NOBODY, 'account.change', { phoneCode, address: '东湖小区6号楼' })).toMatchObject(
      {
        code: 'PHONE_CODE_DEAD',
      },
    );
    expect((await cloud.ok(NOBODY, 'account.session', {})).person.address).toBeUndefined();
  });

  it('whose new number somebody has whom staff wrote down: staff are asked to look at both', async () => {
    const told = {
      serviceCode: 'disability-certificate',
      mode: 'counter',
      note: '想办残疾证',
      channel: 'phone',
    } as const;
    await cloud.ok('ag-01', 'cases.intake', { ...told, name: '何老太', phone: '15500000001' });
    const phoneCode = await codeFor(NOBODY, '15500000001');
    const { person } = await cloud.ok(NOBODY, 'account.change', { phoneCode });
    const { people: found } = await cloud.ok('ad-cm-1', 'people.find', { orgId, text: '15500000001' });
    expect(found.map(({ id, shares }) => [id === person.id, shares])).toEqual(
      expect.arrayContaining([
        [true, true],
        [false, undefined],
      ]),
    );
  });
});
