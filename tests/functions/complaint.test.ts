import { type Action, type ActionName, type Input, contract } from '../../contract/actions';
import { errors } from '../../contract/errors';
import { instantOf } from '../../contract/time';
import { shapeOf } from '../../scripts/released/shape';
import { MONDAY, type TestCloud, freshId, startTestCloud } from '../support/cloud';
import { board } from '../support/photo';
import { upload } from '../support/upload';
import { AGENT, DISTRICT, MANAGER, STREET, titlesOf, viewOf } from './finished';

/** 投诉建议: above everybody it is about, answered and closed by clocks of its own; those complained of learn nothing of it. */
const clouds: TestCloud[] = [];
const start = async () => {
  const cloud = await startTestCloud();
  clouds.push(cloud);
  return cloud;
};
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await start();
});
afterEach(async () => {
  await Promise.all(clouds.splice(0).map((one) => one.close()));
});

const RESIDENT = 'rs-01';
const errorCodes = Object.keys(errors);
/** Of other communities: made a second manager where one is needed. */
const OTHER_DISTRICT = 'ad-cm-3';
const COLLEAGUE = 'ad-cm-2';
type Said = Input<'cases.complain'>;
const complain = (said: Partial<Said>, person = RESIDENT, requestId?: string) =>
  cloud.ok(person, 'cases.complain', { about: 'words', note: '说话冲，推来推去', ...said }, requestId);
const refused = (said: Partial<Said>, person = RESIDENT) =>
  cloud.call(person, 'cases.complain', { about: 'words', note: '说话冲，推来推去', ...said });

/** Another manager where there is one: the demo has one for each unit. */
async function secondManager(to: TestCloud, orgId: string, id: string) {
  const [unit] = (await to.console.find('orgs', { _id: orgId })) as {
    managers: object[];
    tier: string;
    unit: object;
  }[];
  const [person] = (await to.console.find('people', { _id: id })) as object[];
  if (!unit) throw new Error(orgId);
  const { tier, unit: place, managers } = unit;
  await to.console.put('orgs', { ...unit, _id: orgId, managers: [...managers, { id, name: '谷雨生' }] });
  const posts = [{ role: 'manager', orgId, orgName: '', tier }];
  await to.console.put('people', { ...person, _id: id, name: '谷雨生', posts, unit: place });
}

describe('where it goes', () => {
  it('lists whom it can be about: own cases, the staff of these, the units of the home', async () => {
    const { caseId } = await cloud.ok(RESIDENT, 'cases.submit', {
      serviceCode: 'disability-certificate',
      mode: 'counter',
      note: '想办残疾证',
    });
    const holder = (await viewOf(cloud, RESIDENT, caseId)).assignment?.agentId ?? '';
    await cloud.ok(holder, 'cases.accept', { caseId });
    const { cases, people, units } = await cloud.ok(RESIDENT, 'cases.complainable', {});
    expect(cases).toMatchObject([{ id: caseId }]);
    expect(people.map(({ id }) => id)).toContain(holder);
    expect(units.map(({ tier }) => tier)).toEqual(['community', 'street', 'district']);
  });

  it('about an agent: their community looks into it', async () => {
    const { caseId, holder } = await complain({ about: 'person', id: AGENT });
    expect(holder).toBe('新民社区');
    expect((await viewOf(cloud, MANAGER, caseId)).complaint).toMatchObject({ about: '新民社区代办员立春晓' });
    expect(await titlesOf(cloud, MANAGER)).toContain('有投诉要您单位查');
  });

  it('about an agent, and the words name the community’s manager: the street', async () => {
    const { holder } = await complain({ about: 'person', id: AGENT, note: '跟白露澄说了也不管' });
    expect(holder).toBe('龙华街道');
  });

  it('about a case: above all who had a hand in it', async () => {
    const { caseId: about } = await cloud.ok(RESIDENT, 'cases.submit', {
      serviceCode: 'disability-certificate',
      mode: 'counter',
      note: '想办残疾证',
    });
    await cloud.ok(MANAGER, 'cases.terminate', { caseId: about, reason: '不符合办理条件' });
    expect((await complain({ about: 'case', id: about })).holder).toBe('龙华街道');
    expect(await refused({ about: 'case', id: about }, 'rs-02')).toMatchObject({ code: 'NOT_YOUR_CASE' });
  });

  it('about the whole community: the street', async () => {
    const { holder, caseId } = await complain({ about: 'unit', id: 'cm-xinmin' });
    expect(holder).toBe('龙华街道');
    expect(await cloud.call(MANAGER, 'cases.detail', { caseId })).toMatchObject({ code: 'NOT_YOUR_CASE' });
  });

  it('about the street’s manager: the district', async () => {
    expect((await complain({ about: 'person', id: STREET })).holder).toBe('铁锋区');
  });

  it('about the district’s only admin: told to call 12345, and nothing is kept', async () => {
    const before = cloud.stored();
    for (const said of [
      { about: 'person', id: DISTRICT },
      { about: 'unit', id: 'ds-tiefeng' },
      { about: 'words', whom: '区里的冬至阳' },
    ] as const) {
      const reply = await refused(said);
      expect(reply).toMatchObject({ code: 'NOBODY_ABOVE' });
      expect(!reply.ok && reply.message).toContain('12345');
    }
    expect(cloud.stored().cases).toEqual(before.cases);
  });

  it('about the district’s admin, where there is another: the other alone reads it', async () => {
    await secondManager(cloud, 'ds-tiefeng', OTHER_DISTRICT);
    const { caseId, holder } = await complain({ about: 'person', id: DISTRICT });
    expect(holder).toBe('铁锋区');
    expect((await viewOf(cloud, OTHER_DISTRICT, caseId)).state).toBe('submitted');
    expect(await cloud.call(DISTRICT, 'cases.detail', { caseId })).toMatchObject({ code: 'NOT_YOUR_CASE' });
    expect(await titlesOf(cloud, OTHER_DISTRICT)).toContain('有投诉要您单位查');
    expect(await titlesOf(cloud, DISTRICT)).not.toContain('有投诉要您单位查');
  });

  it('family of the agent answers for the community: the street', async () => {
    const address = '晴川里12号楼2单元501';
    for (const id of [AGENT, MANAGER]) {
      const [person] = (await cloud.console.find('people', { _id: id })) as object[];
      await cloud.console.put('people', { ...person, _id: id, address });
    }
    expect((await complain({ about: 'person', id: AGENT })).holder).toBe('龙华街道');
  });

  it.each<[string, Partial<Said>, object]>([
    ['nobody written', {}, { whom: '请写投诉谁、哪里。' }],
    ['a resident', { about: 'person', id: 'rs-02' }, { id: expect.any(String) as string }],
    ['somebody who is not there', { about: 'person', id: 'x' }, { id: expect.any(String) as string }],
    ['a unit that is not there', { about: 'unit', id: 'x' }, { id: expect.any(String) as string }],
    [
      'a picture of another person',
      { photos: ['cloud://x/cases/rs-02/a.jpg'] },
      { photos: expect.any(String) as string },
    ],
  ])('refuses %s', async (_, said, fields) => {
    expect(await refused(said)).toMatchObject({ code: 'BAD_INPUT', fields });
  });

  it('is the same twice: repeated, or in the same words while it is open', async () => {
    const requestId = freshId();
    const said = { about: 'person', id: AGENT } as const;
    const first = await complain(said, RESIDENT, requestId);
    expect(await complain(said, RESIDENT, requestId)).toEqual(first);
    expect(await complain(said)).toMatchObject({ caseId: first.caseId, existing: true });
    expect(await complain({ ...said, note: '又骂人' })).toMatchObject({ existing: false });
    const reused = await cloud.call(
      RESIDENT,
      'cases.complain',
      { ...said, about: 'words', whom: '他', note: 'x' },
      requestId,
    );
    expect(reused).toMatchObject({ code: 'REQUEST_REUSED' });
  });

  it('written down by the very agent it is about, it does not say whether there was one before', async () => {
    await complain({ whom: '立春晓', note: '我要投诉代办员' });
    const told = {
      channel: 'phone',
      name: '赵一示',
      phone: '04525550124',
      serviceCode: 'policy-consultation',
      mode: 'online',
      note: '我要投诉代办员',
    } as const;
    expect(await cloud.ok(AGENT, 'cases.intake', told)).toMatchObject({ existing: false });
  });
});

describe('what becomes of it', () => {
  it('is received, answered, called back and closed', async () => {
    await secondManager(cloud, 'cm-xinmin', COLLEAGUE);
    await cloud.saysYes(RESIDENT, ['progress', 'result']);
    const { caseId, dueAt } = await complain({ about: 'person', id: AGENT });
    expect(dueAt).toBe(instantOf('2026-11-30', '17:00'));
    await cloud.ok(MANAGER, 'cases.receive', { caseId });
    expect((await viewOf(cloud, RESIDENT, caseId)).next).toContain('在查');
    await cloud.ok(MANAGER, 'cases.reply', { caseId, result: '查过了，批评了，向您道歉' });
    expect(await viewOf(cloud, RESIDENT, caseId)).toMatchObject({
      state: 'completed',
      result: '查过了，批评了，向您道歉',
      complaint: { contestUntil: MONDAY + 15 * 86_400_000 },
    });
    expect(await cloud.call(MANAGER, 'cases.callBack', { caseId, result: 'reached' })).toMatchObject({
      code: 'OWN_CASE',
    });
    await cloud.ok(COLLEAGUE, 'cases.callBack', { caseId, result: 'unanswered' });
    await cloud.ok(COLLEAGUE, 'cases.callBack', { caseId, result: 'reached', text: '说可以了' });
    expect((await viewOf(cloud, RESIDENT, caseId)).complaint).toMatchObject({ closedAt: MONDAY });
    expect(await cloud.call(RESIDENT, 'cases.contest', { caseId, reason: '没有查清楚' })).toMatchObject({
      code: 'COMPLAINT_CLOSED',
    });
    expect(await titlesOf(cloud, RESIDENT)).toEqual(['您的投诉有答复了', '您的投诉有人受理了', '投诉收到了']);
    await cloud.timer('notify');
    expect((await cloud.ok(RESIDENT, 'account.session', {})).unread).toBe(3);
  });

  it('goes one tier up once, where the resident says that it will not do', async () => {
    const { caseId } = await complain({ about: 'person', id: AGENT });
    await cloud.ok(MANAGER, 'cases.reply', { caseId, result: '没有这回事' });
    await cloud.ok(RESIDENT, 'cases.contest', { caseId, reason: '没有查清楚' });
    expect(await cloud.call(MANAGER, 'cases.detail', { caseId })).toMatchObject({ code: 'NOT_YOUR_CASE' });
    expect(await viewOf(cloud, STREET, caseId)).toMatchObject({
      state: 'submitted',
      complaint: { holder: '龙华街道' },
    });
    await cloud.ok(STREET, 'cases.reply', { caseId, result: '确实说话冲，已经批评' });
    expect(await cloud.call(RESIDENT, 'cases.contest', { caseId, reason: '问题还在' })).toMatchObject({
      code: 'CONTESTED_ALREADY',
    });
    expect((await viewOf(cloud, RESIDENT, caseId)).complaint?.contestUntil).toBeUndefined();
    await cloud.setClock(MONDAY + 16 * 86_400_000);
    await cloud.timer('sweep');
    expect((await viewOf(cloud, RESIDENT, caseId)).next).toBe('已办结');
  });

  it('is escalated past its holder, cannot be rated, given out, ended or moved, and is taken back by the resident alone', async () => {
    const { caseId } = await complain({ about: 'person', id: AGENT });
    await cloud.setClock(instantOf('2026-11-24', '11:00'));
    await cloud.timer('sweep');
    expect((await viewOf(cloud, MANAGER, caseId)).escalations).toMatchObject([
      { tier: 'street', cause: 'response' },
    ]);
    await cloud.ok(STREET, 'cases.acknowledge', { caseId });
    for (const [name, input] of [
      ['cases.terminate', { reason: '查不了' }],
      ['cases.cancel', {}],
      ['cases.whistle', { orgId: 'st-longhua', question: '怎么办' }],
      ['cases.assign', { agentId: 'ag-02' }],
      ['cases.move', { orgId: 'cm-zhongdong', reason: '居民住在那边' }],
      ['cases.reopen', { reason: '没办成' }],
    ] as const)
      expect((await cloud.call(MANAGER, name, { caseId, ...input } as Input<'cases.cancel'>)).ok).toBe(false);
    await cloud.ok(RESIDENT, 'cases.cancel', { caseId });
    expect(await titlesOf(cloud, MANAGER)).toContain('居民撤回了投诉');
  });

  it('shows its photos to those who hold it', async () => {
    const photo = await upload(cloud, RESIDENT, `cases/${RESIDENT}/a.jpg`, board);
    const { caseId } = await complain({ about: 'person', id: AGENT, photos: [photo] });
    expect((await cloud.ok(MANAGER, 'cases.pictures', { caseId })).urls).toHaveLength(1);
    expect(await cloud.call(AGENT, 'cases.pictures', { caseId })).toMatchObject({ code: 'NOT_YOUR_CASE' });
  });
});

describe('from the side of whoever is complained about', () => {
  const unitsOf: Record<string, string[]> = {
    [AGENT]: ['cm-xinmin'],
    [MANAGER]: ['cm-xinmin'],
    [STREET]: ['cm-xinmin', 'st-longhua'],
    [DISTRICT]: ['cm-xinmin', 'ds-tiefeng'],
  };
  type World = { cloud: TestCloud; ids: string[]; nos: string[] };

  /** What a curious person tries for a field of that name. A read with a field of a new name has to be put here. */
  const triedFor = (person: string, { ids, nos }: World): Record<string, unknown[]> => ({
    orgId: unitsOf[person] ?? [],
    caseId: ids,
    personId: [RESIDENT, 'ag-01'],
    bundleId: ids,
    text: [...nos, '赵一示', '04525550124'],
    code: ['complaint'],
    picture: ['0'.repeat(24)],
    about: ['ag-01', RESIDENT],
    sampleId: ['cm-xinmin:2026-11'],
    importId: ['0'.repeat(24)],
    callbackId: ['x'],
    at: [0],
    serviceCode: ['disability-certificate'],
    share: ids.map((id) => `${id}.${'0'.repeat(26)}`),
  });

  /** Every input of an action that differs in one field from the plainest one. */
  function inputsOf(action: Action, tried: Record<string, unknown[]>): object[] {
    const shape = shapeOf(action.input);
    if (shape.is !== 'object') throw new Error('no object');
    const valuesOf = (name: string): unknown[] => {
      const field = shape.fields[name];
      if (name in tried) return tried[name] ?? [];
      if (field?.is === 'one of') return field.values;
      if (field?.is === 'boolean') return [true, false];
      // What only narrows what is shown without it.
      if (shape.optional.includes(name)) return [];
      throw new Error(`what is to be tried for ${name}?`);
    };
    const needed = Object.keys(shape.fields).filter((name) => !shape.optional.includes(name));
    const all = needed.reduce<object[]>(
      (inputs, name) =>
        inputs.flatMap((input) => valuesOf(name).map((value) => ({ ...input, [name]: value }))),
      [{}],
    );
    return all.flatMap((input) => [
      input,
      ...shape.optional.flatMap((name) => valuesOf(name).map((value) => ({ ...input, [name]: value }))),
    ]);
  }

  /** Deeds on a complaint whose id they have guessed, and files. */
  const writes: [ActionName, object][] = [
    ...(['receive', 'acknowledge', 'take', 'claim', 'accept', 'urge', 'cancel'] as const).map(
      (deed): [ActionName, object] => [`cases.${deed}`, {}],
    ),
    ['cases.reply', { result: '没有的事' }],
    ['cases.callBack', { result: 'reached' }],
    ['cases.contest', { reason: '我不服' }],
    ['cases.terminate', { reason: '查不了' }],
    ['cases.contact', { why: '看看是谁' }],
    ['cases.assign', { agentId: 'ag-02' }],
    ['reviews.submit', { level: 'satisfied' }],
    ['reviews.judge', { isUpheld: true, why: '看看' }],
    ['reviews.moderate', { wall: 'shown' }],
  ];

  async function seenBy(world: World, person: string) {
    const { cloud: at, ids } = world;
    const post = async (name: string, input: object) => {
      const [fn = '', action] = name.split('.');
      const { requestId: _, ...reply } = await at.post(
        fn,
        { action, requestId: freshId(), input },
        await at.token(person),
      );
      return [name, input, reply];
    };
    const { roles } = (await at.ok(person, 'account.session', {})).person;
    const seen: unknown[] = [];
    for (const [fn, actions] of Object.entries(contract))
      for (const [name, action] of Object.entries<Action>(actions)) {
        const isTheirs = action.roles.length === 0 || action.roles.some((role) => roles.includes(role));
        // Files stand in storage under names drawn anew.
        if (action.writes || !isTheirs || `${fn}.${name}` === 'account.invitation') continue;
        for (const input of inputsOf(action, triedFor(person, world)))
          seen.push(await post(`${fn}.${name}`, input));
      }
    for (const [name, input] of writes)
      for (const caseId of ids) seen.push(await post(name, { caseId, ...input }));
    return seen;
  }

  /** Codes of sheets are drawn anew in each world. */
  const drawn = ['code', 'scene', 'png'];
  const plain = (seen: unknown) =>
    JSON.parse(
      JSON.stringify(seen, (key, value: unknown) =>
        drawn.includes(key) && !errorCodes.includes(String(value)) ? '' : value,
      ),
    ) as unknown;

  it.each<[string, string, Partial<Said>[]]>([
    [
      'an agent, chosen and named in words,',
      AGENT,
      [
        { about: 'person', id: AGENT },
        { about: 'words', whom: '立春晓', note: '上门收钱' },
      ],
    ],
    ['the manager of a community', MANAGER, [{ about: 'unit', id: 'cm-xinmin' }]],
    [
      'the manager of a street, who is family of an agent,',
      STREET,
      [
        { about: 'person', id: STREET },
        { about: 'person', id: AGENT, note: '上门收钱' },
      ],
    ],
    ['the district’s admin', DISTRICT, [{ about: 'person', id: DISTRICT }]],
  ])('%s sees the same as if it were not there', async (_, accused, said) => {
    const worlds: World[] = [];
    for (const hasComplaint of [false, true]) {
      const at = clouds.length === 1 && !hasComplaint ? cloud : await start();
      await secondManager(at, 'ds-tiefeng', OTHER_DISTRICT);
      const address = '晴川里12号楼2单元501';
      for (const id of accused === STREET ? [AGENT, STREET] : []) {
        const [person] = (await at.console.find('people', { _id: id })) as object[];
        await at.console.put('people', { ...person, _id: id, address });
      }
      await at.ok('rs-02', 'cases.submit', {
        serviceCode: 'disability-certificate',
        mode: 'counter',
        note: '想办残疾证',
      });
      worlds.push({ cloud: at, ids: [], nos: [] });
      if (!hasComplaint) continue;
      for (const one of said) {
        const { caseId, no } = await at.ok(RESIDENT, 'cases.complain', {
          about: 'words',
          note: '说话冲',
          ...one,
        });
        for (const { ids, nos } of worlds) {
          ids.push(caseId);
          nos.push(no);
        }
      }
    }
    const same = async () => {
      const seen: unknown[] = [];
      for (const world of worlds) seen.push(plain(await seenBy(world, accused)));
      expect(seen[1]).toEqual(seen[0]);
    };
    const [, there] = worlds;
    const holders = ['ad-cm-1', 'ad-st-1', 'ad-ds-1', OTHER_DISTRICT].filter((id) => id !== accused);
    const byHolder = async (name: ActionName, caseId: string, input: object) => {
      for (const id of holders) {
        const [fn = '', action] = name.split('.');
        const token = await there?.cloud.token(id);
        const reply = await there?.cloud.post(
          fn,
          { action, requestId: freshId(), input: { caseId, ...input } },
          token,
        );
        if (reply?.ok) return;
      }
      throw new Error(`nobody may ${name}`);
    };
    for (const id of there?.ids ?? []) await byHolder('cases.receive', id, {});
    for (const { cloud: at } of worlds) {
      await at.setClock(instantOf('2026-12-01', '10:00'));
      for (const timer of ['sweep', 'notify', 'rollup'] as const) await at.timer(timer);
    }
    await same();
    for (const id of there?.ids ?? []) await byHolder('cases.reply', id, { result: '批评过了' });
    for (const { cloud: at } of worlds)
      for (const timer of ['notify', 'rollup'] as const) await at.timer(timer);
    await same();
  });

  it('no file has it: neither the cases of a unit nor a sample of them', async () => {
    const { caseId } = await complain({ about: 'person', id: AGENT });
    await cloud.ok(MANAGER, 'cases.reply', { caseId, result: '批评过了' });
    await cloud.setClock(instantOf('2026-12-02', '10:00'));
    await cloud.timer('rollup');
    expect(
      await cloud.call(DISTRICT, 'reviews.draw', { orgId: 'ds-tiefeng', period: '2026-11', size: 5 }),
    ).toMatchObject({
      code: 'NOTHING_TO_DRAW',
    });
    const { rows } = await cloud.ok(MANAGER, 'metrics.export', {
      orgId: 'cm-xinmin',
      table: 'cases',
      from: '2026-11-01',
      to: '2026-11-30',
    });
    expect(rows).toBe(0);
    const { total } = await cloud.ok(MANAGER, 'metrics.overview', { orgId: 'cm-xinmin' });
    expect(total.asked).toBe(0);
  });
});
