import type { ServiceItem } from '../../contract/models';
import { MONDAY, type TestCloud, freshId, startTestCloud } from '../support/cloud';
import { Importer, edited, readBack } from '../support/importing';

/** Units, rosters and the catalogue as spreadsheets: out, changed, in, and taken back. */
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.close());

const none: Record<string, string> = {};
const MANAGER = 'ad-cm-1';
const STREET = 'ad-st-1';
const DISTRICT = 'ad-ds-1';
const deeds = async (person: string, orgId: string) =>
  (await cloud.ok(person, 'units.journal', { orgId })).entries.map(({ what }) => what);

describe('units', () => {
  const HEAD = [
    '级别',
    '名称',
    '上级',
    '便民服务站',
    '地址',
    '电话',
    '下班后电话',
    '工作日开门',
    '周六开门',
    '小区和楼栋',
  ];
  const unit = (...cells: string[]) => [...cells, ...Array<string>(HEAD.length - cells.length).fill('')];
  const page = (person = STREET, orgId = 'st-longhua') => new Importer(cloud, person, orgId, 'units');
  const tree = async (orgId: string, person = STREET) =>
    (await cloud.ok(person, 'units.tree', { orgId })).units;
  const named = async (name: string, orgId = 'st-longhua') =>
    (await tree(orgId)).find((one) => one.name === name);
  const rows = [
    HEAD,
    unit('社区', '新河社区', '龙华街道', '新河便民服务站', '新河路1号', '0452-2555001', '13900000001'),
    [...unit('社区', '新港社区', '').slice(0, 7), '8:30-11:30、13:00—17:00', '9:00-11:30', ''],
    [...unit('网格', '新河第一网格', '新河社区').slice(0, 9), '新河家园、幸福里'],
    [...unit('网格', '新民第一网格', '新民社区').slice(0, 9), '灯塔院'],
  ];

  it('has a template with what can be chosen, and how each is filled in', async () => {
    const link = await cloud.ok(STREET, 'imports.template', { table: 'units', orgId: 'st-longhua' });
    expect(link.name).toBe('龙华街道-单位模板.xlsx');
    const [sheet, codes, how] = await readBack(link.url);
    expect(sheet?.data).toEqual([HEAD]);
    expect(codes?.data.map(([tier]) => tier).filter(Boolean)).toEqual(['级别', '街道', '社区', '网格']);
    expect(codes?.data.flatMap(([, above]) => above ?? [])).toContain('新民社区');
    expect(how?.data.map(([column]) => column)).toEqual(['列', ...HEAD]);
  });

  it('come in as if they were typed: what is there is changed, what is not is added, each with its entry', async () => {
    const before = await named('新民社区');
    const state = await page().whole(await page().upload(rows));
    expect(state).toMatchObject({ state: 'done', rows: 4, added: 3, changed: 1, known: 0, bad: 0 });
    expect(await named('新河社区')).toMatchObject({
      tier: 'community',
      station: '新河便民服务站',
      phone: '04522555001',
      afterHoursPhone: '13900000001',
      grids: 1,
    });
    expect((await named('新港社区'))?.hours).toBe('工作日 8:30—11:30、13:00—17:00；周六 9:00—11:30');
    const river = await named('新河社区');
    expect((await tree(river?.id ?? '')).find(({ name }) => name === '新河第一网格')?.estates).toEqual([
      '新河家园',
      '幸福里',
    ]);
    expect((await tree('cm-xinmin')).find(({ name }) => name === '新民第一网格')?.estates).toEqual([
      '灯塔院',
    ]);
    expect(await named('新民社区')).toEqual(before);
    expect((await deeds(STREET, 'st-longhua')).toSorted()).toEqual([
      'import.do',
      'unit.add',
      'unit.add',
      'unit.add',
      'unit.change',
      'unit.hours',
    ]);
    // A resident finds the place that came in.
    const found = await cloud.ok('nobody', 'units.find', { text: '幸福里' });
    expect(found.units).toEqual([expect.objectContaining({ name: '新河社区' })]);
  });

  it('each fault stands in words beside its row', async () => {
    const fileId = await page().upload([
      HEAD,
      unit('片区', '甲'),
      unit('社区', '', '龙华街道'),
      unit('网格', '甲网格', '龙华街道'),
      unit('网格', '乙网格', '没有的社区'),
      unit('社区', '丙社区', '龙华街道', '', '', '12'),
      [...unit('社区', '丁社区', '').slice(0, 7), '17:00-8:30', '', ''],
      [...unit('网格', '戊网格', '新民社区').slice(0, 7), '8:30-17:00', '', ''],
      unit('社区', '己社区'),
      unit('社区', '己社区', '龙华街道'),
      unit('街道', '庚街道'),
    ]);
    const before = cloud.stored().orgs;
    const { bad, faults, file } = await page().dry(fileId);
    expect(faults).toEqual([
      { row: 2, column: '级别', text: '请填街道、社区或网格。' },
      { row: 3, column: '名称', text: '请填写名称。' },
      { row: 4, column: '上级', text: '街道下面不能直接设网格，请换一个上级。' },
      {
        row: 5,
        column: '上级',
        text: '没有叫“没有的社区”的单位。新加的上级要写在这一行前面，并且没有问题。',
      },
      { row: 6, column: '电话', text: '电话不对：手机号是11位，座机请带区号。' },
      { row: 7, column: '工作日开门', text: '17:00—08:30：关门要在开门之后。' },
      { row: 8, column: '工作日开门', text: '网格不填这一格，请空着。' },
      { row: 10, column: '级别', text: '和第9行重复了，请去掉一行。' },
      { row: 11, column: '上级', text: '请填这个街道属于哪个单位。' },
    ]);
    expect(bad).toBe(9);
    expect(cloud.stored().orgs).toEqual(before);
    const [sheet] = await readBack(file?.url ?? '');
    expect(sheet?.data[0]).toEqual([...HEAD, '问题']);
    expect(sheet?.data.map((row) => Boolean(row[10]))).toEqual([
      true,
      ...[true, true, true, true, true, true, true, false, true, true],
    ]);
    expect(await cloud.call(STREET, 'imports.start', page().wish(fileId))).toMatchObject({
      code: 'IMPORT_HAS_FAULTS',
    });
    expect(await page().whole(fileId, { only: 'good' })).toMatchObject({ added: 1, bad: 9 });
    expect(await named('己社区')).toBeDefined();
  });

  it('what was taken out and brought back unchanged changes nothing; one cell changes one thing', async () => {
    const out = await page().taken();
    expect(out[0]).toEqual(HEAD);
    const [street, ...communities] = await tree('st-longhua');
    expect(out).toHaveLength(1 + 1 + communities.length + (street?.grids ?? 0));
    const before = cloud.stored().orgs;
    const same = await page().whole(await page().upload(out));
    expect(same).toMatchObject({ added: 0, changed: 0, known: out.length - 1, bad: 0 });
    expect(cloud.stored().orgs).toEqual(before);
    const moved = edited(out, ({ 名称 }) => (名称 === '新民社区' ? { 电话: '0452-2555009' } : none));
    expect(await page().whole(await page().upload(moved))).toMatchObject({ added: 0, changed: 1 });
    expect(await named('新民社区')).toMatchObject({ phone: '04522555009' });
  });

  it('the same file twice is once', async () => {
    const first = await page().whole(await page().upload(rows));
    const before = cloud.stored().orgs;
    expect(await page().whole(await page().upload(rows))).toEqual(first);
    expect(cloud.stored().orgs).toEqual(before);
  });

  it('killed in the middle and started again, it comes to the same end', async () => {
    const many = [HEAD, ...Array.from({ length: 70 }, (_, i) => unit('网格', `第${i + 1}号`, '新民社区'))];
    const fileId = await page().upload(many);
    await cloud.local('kill', { function: 'imports', after: 100 });
    await cloud
      .post(
        'imports',
        { action: 'start', requestId: freshId(), input: page().wish(fileId) },
        cloud.token(STREET),
      )
      .catch(() => undefined);
    const left = (await tree('cm-xinmin')).length;
    expect(left).toBeGreaterThan(5);
    expect(left).toBeLessThan(75);
    expect(await page().whole(fileId)).toMatchObject({
      state: 'done',
      added: 70,
      changed: 0,
      known: 0,
      bad: 0,
    });
    expect(await tree('cm-xinmin')).toHaveLength(75);
    const [{ importId } = { importId: '' }] = (
      await cloud.ok(STREET, 'imports.recent', { orgId: 'st-longhua' })
    ).imports;
    const half = await cloud.ok(STREET, 'imports.undo', { importId });
    expect(half).toMatchObject({ state: 'undoing', removed: 50 });
    expect(await page().undone(importId)).toMatchObject({ state: 'undone', removed: 70, keptCount: 0 });
    expect(await tree('cm-xinmin')).toHaveLength(5);
  });

  it('two who import one file at once make each unit once', async () => {
    const fileId = await page().upload(rows);
    await Promise.all([page().whole(fileId), page().whole(fileId)]);
    const [done] = (await cloud.ok(STREET, 'imports.recent', { orgId: 'st-longhua' })).imports;
    expect(done).toMatchObject({ state: 'done', added: 3, changed: 1, bad: 0 });
    expect((await tree('st-longhua')).filter(({ name }) => name === '新河社区')).toHaveLength(1);
  });

  it('are taken back: what was added goes, what was changed is as it was', async () => {
    const before = cloud.stored().orgs;
    const { importId } = await page().whole(await page().upload(rows));
    expect(await page().undone(importId)).toMatchObject({ state: 'undone', removed: 4, keptCount: 0 });
    const turnless = (docs: unknown[] = []) =>
      docs.map((doc) => ({ ...JSON.parse(String(Object(doc).text)), turn: undefined }));
    expect(turnless(cloud.stored().orgs)).toEqual(turnless(before));
    expect(cloud.stored().importRows).toEqual([]);
    expect((await deeds(STREET, 'st-longhua')).filter((what) => what === 'unit.close')).toHaveLength(3);
    // And the file can come in again.
    expect(await page().whole(await page().upload(rows))).toMatchObject({ added: 3, changed: 1 });
  });

  it('what had no hours has none again, and is still there', async () => {
    await cloud.ok(STREET, 'units.change', { do: 'add', above: 'st-longhua', name: '新河社区' });
    const before = cloud.stored().orgs;
    const hours = ['社区', '新河社区', '', '', '', '', '', '9:00-12:00', '', ''];
    const { importId, changed } = await page().whole(await page().upload([HEAD, hours]));
    expect(changed).toBe(1);
    expect((await named('新河社区'))?.hours).toBe('工作日 9:00—12:00');
    expect(await page().undone(importId)).toMatchObject({ removed: 1 });
    const text = (docs: unknown[] = []) => docs.map((doc) => Object(doc).text);
    expect(text(cloud.stored().orgs)).toEqual(text(before));
    expect((await deeds(STREET, 'st-longhua')).filter((what) => what === 'unit.hours')).toHaveLength(2);
  });

  it('but not what was touched since, nor what stands on it: that is listed', async () => {
    const { importId } = await page().whole(await page().upload(rows));
    const river = await named('新河社区');
    const grid = (await tree(river?.id ?? '')).find(({ tier }) => tier === 'grid');
    await cloud.ok('nobody', 'account.join', {
      orgId: river?.id ?? '',
      name: '何老太',
      phone: '15500000001',
      consent: true,
    });
    await cloud.ok(STREET, 'units.change', { do: 'edit', orgId: grid?.id ?? '', estates: ['新河家园'] });
    const { removed, kept } = await page().undone(importId);
    expect(removed).toBe(2);
    expect(kept).toEqual([
      { name: '新河第一网格', why: '后来有人改过' },
      { name: '新河社区', why: '下面还有单位' },
    ]);
    expect(await named('新港社区')).toBeUndefined();
  });

  it('not after a day', async () => {
    const { importId } = await page().whole(await page().upload(rows));
    await cloud.setClock(MONDAY + 86_400_001);
    expect(await cloud.call(STREET, 'imports.undo', { importId })).toMatchObject({
      code: 'IMPORT_UNDO_TOO_LATE',
    });
  });

  it('are a manager’s own alone: a community’s file reaches its grids, and nobody else’s', async () => {
    const own = page(MANAGER, 'cm-xinmin');
    const fileId = await own.upload([
      HEAD,
      unit('网格', '新民第九网格'),
      unit('社区', '新民社区', '', '', '', '0452-2555010'),
      unit('社区', '新河社区', '龙华街道'),
      unit('网格', '东湖第九网格', '东湖社区'),
    ]);
    expect((await own.dry(fileId)).faults.map(({ row, column }) => [row, column])).toEqual([
      [4, '上级'],
      [5, '上级'],
    ]);
    expect(await own.whole(fileId, { only: 'good' })).toMatchObject({ added: 1, changed: 1 });
    for (const [person, action] of [
      [MANAGER, { table: 'units', orgId: 'st-longhua', filled: true }],
      ['ad-cm-2', { table: 'units', orgId: 'cm-xinmin', filled: true }],
    ] as const)
      expect(await cloud.call(person, 'imports.template', action)).toMatchObject({ code: 'UNIT_NOT_YOURS' });
    expect(
      await cloud.call('ag-01', 'imports.template', { table: 'units', orgId: 'cm-xinmin' }),
    ).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('rosters', () => {
  const page = (person = MANAGER, orgId = 'cm-xinmin') => new Importer(cloud, person, orgId, 'rosters');
  const agent = async (id: string) =>
    (await cloud.ok(MANAGER, 'roster.list', { orgId: 'cm-xinmin' })).agents.find((one) => one.id === id);
  /** The first agent of the file with some cells otherwise. */
  const changed = async (cells: Record<string, string>) => {
    const [head = [], first = []] = await page().taken();
    return edited([head, first], () => cells);
  };

  it('come out with every agent and go in unchanged as nothing', async () => {
    const out = await page().taken();
    expect(out[0]?.slice(0, 4)).toEqual(['姓名', '电话', '社区', '网格']);
    expect(out).toHaveLength(4);
    const before = cloud.stored().agents;
    const same = await page().whole(await page().upload(out));
    expect(same).toMatchObject({ changed: 0, known: 3 });
    expect(cloud.stored().agents).toEqual(before);
  });

  it('change what a row says, and are taken back to what was', async () => {
    const before = await agent('ag-01');
    const file = await changed({
      会办: '养老助老、残疾人服务',
      当班: '周二、三、星期四',
      上班: '9:00',
      下班: '16:30',
      夜里值守: '周日',
      一天最多几件: '7',
      上门最多几件: '0',
    });
    const { importId, ...state } = await page().whole(await page().upload(file));
    expect(state).toMatchObject({ state: 'done', added: 0, changed: 1, known: 0 });
    expect(await agent('ag-01')).toMatchObject({
      gridIds: before?.gridIds,
      skills: ['养老助老', '残疾人服务'],
      dutyWeekdays: [2, 3, 4],
      dutyHours: ['09:00', '16:30'],
      onCallWeekdays: [7],
      dailyCapacity: 7,
      homeVisitCapacity: 0,
    });
    expect((await deeds(MANAGER, 'cm-xinmin')).toSorted()).toEqual([
      'import.do',
      'person.roster',
      'unit.export',
    ]);
    await cloud.setClock(MONDAY + 60_000);
    expect(await page().undone(importId)).toMatchObject({ removed: 1, keptCount: 0 });
    expect(await agent('ag-01')).toEqual(before);
    expect((await deeds(MANAGER, 'cm-xinmin')).toSorted()).toEqual([
      'import.do',
      'import.undo',
      'person.roster',
      'person.roster',
      'unit.export',
    ]);
  });

  it('leave the entries that typing leaves, and the same the other way round when they are taken back', async () => {
    const told = async () =>
      (await cloud.ok(MANAGER, 'units.journal', { orgId: 'cm-xinmin' })).entries
        .filter(({ what }) => what === 'person.roster')
        .map(({ id, at, ...entry }) => entry);
    const { id: agentId, ...was } = (await agent('ag-01')) ?? fail();
    const { gridIds, skills, dutyWeekdays, dutyHours, onCallWeekdays, dailyCapacity, homeVisitCapacity } =
      was;
    const entry = { gridIds, skills, dutyWeekdays, dutyHours, onCallWeekdays, dailyCapacity };
    const file = await changed({ 网格: `${(await changed({}))[1]?.[3]}、新民第四网格`, 一天最多几件: '7' });
    const { importId } = await page().whole(await page().upload(file));
    const [byFile, ...others] = await told();
    expect(others).toEqual([]);
    await cloud.setClock(MONDAY + 60_000);
    await page().undone(importId);
    const [back] = await told();
    await cloud.setClock(MONDAY + 120_000);
    await cloud.ok(MANAGER, 'roster.set', {
      agentId,
      ...entry,
      homeVisitCapacity,
      active: true,
      gridIds: [...gridIds, 'g-xm-4'],
      dailyCapacity: 7,
    });
    const [typed] = await told();
    expect(byFile).toEqual(typed);
    expect(byFile?.changes.map(({ field }) => field)).toEqual(['grids', 'capacity']);
    const turned = byFile?.changes.map(({ before, after, ...one }) => ({
      ...one,
      before: after,
      after: before,
    }));
    expect(back?.changes).toEqual(turned);
  });

  it('two who change their grids with each other do so in one file; nobody’s grid is refused as typing refuses it', async () => {
    const out = await page().taken();
    const gridsOf = async () => (await agent('ag-01'))?.gridIds;
    const [one, two] = [out[1] ?? [], out[2] ?? []];
    const before = await gridsOf();
    const swapped = edited(out, ({ 姓名 }) =>
      姓名 === one[0] ? { 网格: two[3] ?? '' } : 姓名 === two[0] ? { 网格: one[3] ?? '' } : none,
    );
    const { importId } = await page().whole(await page().upload(swapped));
    expect(await gridsOf()).not.toEqual(before);
    await page().undone(importId);
    expect(await gridsOf()).toEqual(before);
    const alone = edited([out[0] ?? [], two], () => ({ 网格: '新民第四网格' }));
    expect((await page().dry(await page().upload(alone))).faults).toEqual([
      { row: 2, column: '网格', text: '新民第三网格就没有人管了，请先在表里安排好别人。' },
    ]);
  });

  it('each fault stands in words beside its row', async () => {
    const [head = [], first = [], second = []] = await page().taken();
    const [, third = []] = edited([head, first], () => ({ 姓名: '没有此人', 电话: '13900000000' }));
    const [, fourth = []] = edited([head, second], () => ({
      社区: '东湖社区',
      网格: '东湖第一网格',
      会办: '修水管',
      当班: '周八',
      上班: '17:00',
      下班: '8:00',
      一天最多几件: '很多',
    }));
    const [, fifth = []] = edited([head, first], () => ({ 电话: '13900000000' }));
    const { faults } = await page().dry(await page().upload([head, third, fourth, fifth]));
    expect(faults.map(({ row, column }) => [row, column])).toEqual([
      [2, '姓名'],
      [3, '社区'],
      [3, '网格'],
      [3, '会办'],
      [3, '当班'],
      [3, '上班'],
      [3, '一天最多几件'],
      [4, '电话'],
    ]);
    for (const { text } of faults) expect(text).toMatch(/\p{Script=Han}/u);
  });

  it('what was touched since stays, and is listed', async () => {
    const { importId } = await page().whole(await page().upload(await changed({ 当班: '周二至周四' })));
    const { id, ...row } = (await agent('ag-01')) ?? fail();
    const { gridIds, skills, dutyHours, onCallWeekdays, dailyCapacity, homeVisitCapacity, active } = row;
    const entry = { gridIds, skills, dutyHours, onCallWeekdays, dailyCapacity, homeVisitCapacity, active };
    await cloud.ok(MANAGER, 'roster.set', { agentId: id, ...entry, dutyWeekdays: [1] });
    expect(await page().undone(importId)).toMatchObject({
      removed: 0,
      kept: [{ name: row.name, why: '后来有人改过' }],
    });
    expect((await agent('ag-01'))?.dutyWeekdays).toEqual([1]);
  });

  it('are a manager’s own alone', async () => {
    const theirs = await new Importer(cloud, DISTRICT, 'ds-tiefeng', 'rosters').taken();
    expect(theirs.length).toBeGreaterThan(4);
    const own = await page().dry(await page().upload(theirs));
    expect(own.bad).toBe(theirs.length - 4);
    const file = { table: 'rosters', orgId: 'cm-xinmin', filled: true } as const;
    expect(await cloud.call('ad-cm-2', 'imports.template', file)).toMatchObject({ code: 'UNIT_NOT_YOURS' });
  });
});

function fail(): never {
  throw new Error('nobody is there');
}

describe('the catalogue', () => {
  const page = (person = MANAGER, orgId = 'cm-xinmin') => new Importer(cloud, person, orgId, 'catalogue');
  const code = 'disability-certificate';
  const proof = (of = code) => cloud.ok(MANAGER, 'catalog.proof', { code: of });
  const published = async (): Promise<ServiceItem> =>
    (await cloud.ok('rs-01', 'catalog.detail', { code })).item;
  const one = async (cells: Record<string, string>) =>
    edited(
      (await page().taken()).filter(([id], i) => i === 0 || id === code),
      () => cells,
    );

  it('comes out whole, with lines within its cells, and goes in unchanged as nothing', async () => {
    const out = await page().taken();
    expect(out[0]?.slice(0, 3)).toEqual(['编号', '名称', '类别']);
    expect(out).toHaveLength(28);
    const link = await cloud.ok(MANAGER, 'imports.template', { table: 'catalogue', orgId: 'cm-xinmin' });
    const [, codes] = await readBack(link.url);
    expect(codes?.data[0]).toEqual(['类别', '材料从哪里来', '哪一级办', '谁来做', '怎么办']);
    const same = await page().whole(await page().upload(out));
    expect(same).toMatchObject({ added: 0, changed: 0, known: 27, bad: 0 });
    expect(cloud.stored().serviceVersions ?? []).toEqual([]);
  });

  it('each row is a draft over what is published; residents read nothing of it before it is published', async () => {
    const before = await published();
    const file = await one({
      材料: '身份证｜原件｜复印2份｜电子证照也行｜政府部门出｜有的情况才要：换证时｜看正反面\n照片',
      步骤: '说出需求｜居民自己｜0个工作日｜打电话\n上门｜代办员｜2个工作日｜带着表来｜接单就算做完',
      依据: '某某办法｜某发〔2026〕1号',
      承诺工作日: '9',
      法定工作日: '没有规定',
      监督投诉: '12345',
      怎么办: '上门代办、到站办理',
      收多少钱: '5.50',
      收费说明: '工本费',
    });
    const { importId, ...state } = await page().whole(await page().upload(file));
    expect(state).toMatchObject({ state: 'done', rows: 1, added: 1, changed: 0 });
    const { draft, faults } = await proof();
    expect(draft?.item).toMatchObject({
      ...before,
      materials: [
        {
          name: '身份证',
          original: true,
          copies: 2,
          electronicLicence: true,
          source: 'government',
          required: false,
          when: '换证时',
          note: '看正反面',
        },
        { name: '照片', original: false, copies: 0, required: true, source: 'self' },
      ],
      steps: [
        { name: '说出需求', actor: 'resident', workingDays: 0, detail: '打电话' },
        { name: '上门', actor: 'agent', workingDays: 2, detail: '带着表来', doneBy: 'accept' },
      ],
      legalBasis: [{ title: '某某办法', docNo: '某发〔2026〕1号' }],
      promisedWorkingDays: 9,
      statutoryWorkingDays: null,
      supervision: '12345',
      modes: ['home-visit', 'counter'],
      fee: { amount: 5.5, note: '工本费' },
    });
    expect(faults).toEqual({});
    expect(await published()).toEqual(before);
    expect(await page().taken()).toContainEqual(expect.arrayContaining([`${file[1]?.[7]}｜自己准备`]));
    expect(await deeds(DISTRICT, 'ds-tiefeng')).toEqual(expect.arrayContaining(['item.draft', 'import.do']));
    expect(await page().undone(importId)).toMatchObject({ removed: 1, keptCount: 0 });
    expect((await proof()).draft).toBeUndefined();
    expect(await deeds(DISTRICT, 'ds-tiefeng')).toContain('item.drop');
  });

  it('a new item is a draft that its page goes on with; a draft that was there is changed, and is as it was when taken back', async () => {
    const head = (await page().taken(false))[0] ?? [];
    const row = edited([head, head.map(() => '')], () => ({ 编号: 'new-thing', 名称: '新事项' }));
    const first = await page().whole(await page().upload(row));
    expect(first).toMatchObject({ added: 1 });
    expect((await proof('new-thing')).faults).toMatchObject({ category: '请选一个类别。' });
    const more = edited(row, () => ({ 类别: '生活代办' }));
    const second = await page().whole(await page().upload(more));
    expect(second).toMatchObject({ added: 0, changed: 1 });
    expect((await proof('new-thing')).draft?.item).toMatchObject({ name: '新事项', category: '生活代办' });
    expect(await page().undone(second.importId)).toMatchObject({ removed: 1 });
    expect((await proof('new-thing')).draft).toMatchObject({ rev: 3, item: { category: '' } });
    // What the first file wrote was changed by the second.
    expect(await page().undone(first.importId)).toMatchObject({
      removed: 0,
      kept: [{ name: '新事项', why: '后来有人改过' }],
    });
  });

  it('what was published since stays, and is listed', async () => {
    const { importId } = await page().whole(await page().upload(await one({ 监督投诉: '12345转1' })));
    await cloud.ok(DISTRICT, 'catalog.publish', { code });
    const { kept, removed } = await page().undone(importId);
    expect({ removed, whys: kept.map(({ why }) => why) }).toEqual({ removed: 0, whys: ['后来有人改过'] });
    expect((await published()).supervision).toBe('12345转1');
  });

  it('each fault stands in words beside its row', async () => {
    const head = (await page().taken(false))[0] ?? [];
    const of = (cells: Record<string, string>) => edited([head, head.map(() => '')], () => cells)[1] ?? [];
    const { faults } = await page().dry(
      await page().upload([
        head,
        of({ 编号: '新事项', 名称: '甲' }),
        of({ 编号: 'no-name', 类别: '生活代办' }),
        of({
          编号: code,
          类别: '别的',
          哪一级办: '省里',
          步骤: '上门｜谁',
          法定工作日: '三天',
          承诺工作日: '-1',
          怎么办: '飞',
          收多少钱: '贵',
        }),
        of({ 编号: code, 名称: '事'.repeat(61) }),
      ]),
    );
    expect(faults.map(({ row, column }) => [row, column])).toEqual([
      [2, '编号'],
      [3, '名称'],
      [4, '类别'],
      [4, '哪一级办'],
      [4, '步骤'],
      [4, '法定工作日'],
      [4, '承诺工作日'],
      [4, '怎么办'],
      [4, '收多少钱'],
      [5, '名称'],
    ]);
    for (const { text } of faults) expect(text).toMatch(/\p{Script=Han}/u);
  });

  it('the same file twice is once', async () => {
    const file = await one({ 承诺工作日: '9' });
    const first = await page().whole(await page().upload(file));
    const before = cloud.stored().serviceVersions;
    expect(await page().whole(await page().upload(file))).toEqual(first);
    expect(cloud.stored().serviceVersions).toEqual(before);
  });
});

describe('people', () => {
  const page = (table: 'residents' | 'staff', person = MANAGER, orgId = 'cm-xinmin') =>
    new Importer(cloud, person, orgId, table);
  const kept = () => JSON.stringify(['people', 'agents', 'invitations'].map((name) => cloud.stored()[name]));

  it('come out as their list shows them, and go in unchanged as nothing; who took it stands in 查看记录', async () => {
    const [residents, staff] = [await page('residents').taken(), await page('staff').taken()];
    expect(residents.find(([name]) => name === '赵一示')).toEqual([
      '赵一示',
      '045****0124',
      '新民社区',
      '新民第三网格',
      '***',
    ]);
    expect(staff.find(([, , name]) => name === '立春晓')).toEqual([
      '代办员',
      '新民社区',
      '立春晓',
      expect.stringMatching(/^\d{3}\*{4}\d{4}$/),
      ...(staff.find(([, , name]) => name === '立春晓')?.slice(4) ?? []),
    ]);
    expect(staff.map(([role]) => role)).toEqual(expect.arrayContaining(['管理员', '代办员']));
    const entries = (await cloud.console.find('people', {})) as { phone: string; address?: string }[];
    for (const { phone, address = phone } of entries)
      for (const hidden of [phone, address]) expect(JSON.stringify([residents, staff])).not.toContain(hidden);
    // By number, the order would tell of the digits that are hidden.
    const names = residents.slice(1).map(([name]) => name);
    expect(names).toEqual(names.toSorted());
    const before = kept();
    for (const [table, out] of [
      ['residents', residents],
      ['staff', staff],
    ] as const) {
      const same = await page(table).whole(await page(table).upload(out));
      expect(same).toMatchObject({ state: 'done', added: 0, changed: 0, known: out.length - 1, bad: 0 });
      expect((await page(table).undone(same.importId)).removed).toBe(0);
    }
    expect(kept()).toBe(before);
    expect(await deeds(MANAGER, 'cm-xinmin')).toEqual(
      expect.arrayContaining(['person.export', 'person.export']),
    );
    const { readers } = await cloud.ok(DISTRICT, 'privacy.openings', { orgId: 'ds-tiefeng' });
    expect(readers).toMatchObject([
      {
        count: 2,
        people: 0,
        odd: [],
        openings: [
          { how: 'list', person: `新民社区，${residents.length - 1}行` },
          { how: 'list', person: `新民社区，${staff.length - 1}行` },
        ],
      },
    ]);
    const street = await page('residents', STREET, 'st-longhua').taken();
    expect(street.length).toBeGreaterThan(residents.length);
    const again = await page('residents', STREET, 'st-longhua').dry(
      await page('residents', STREET).upload(street),
    );
    expect(again).toMatchObject({ rows: street.length - 1, bad: 0 });
  });

  it('with stars are nobody new: where nobody fits, or several, the row says what to do', async () => {
    const [person] = await cloud.console.find('people', { _id: 'rs-01' });
    await cloud.console.put('people', { ...person, _id: 'rs-01-b', phone: '04599990124' });
    const head = (await page('residents').taken(false))[0] ?? [];
    const { faults } = await page('residents').dry(
      await page('residents').upload([
        head,
        ['没有此人', '045****0124', '', '', '***'],
        ['赵一示', '045 **** 0124', '新民社区', '', '***'],
        ['何老太', '15500000001', '', '', '灯塔院***'],
        ['赵一示', '04525550124', '', '', ''],
      ]),
    );
    const rest = '把号码写全';
    expect(faults).toEqual([
      { row: 2, column: '电话', text: expect.stringMatching(`新民社区里没有叫“没有此人”.*${rest}`) },
      { row: 3, column: '电话', text: expect.stringMatching(`新民社区里有2个人叫“赵一示”.*${rest}`) },
      { row: 4, column: '门牌', text: '星号不是门牌，请写全，不清楚就空着。' },
    ]);
    const [top = []] = await page('staff').taken(false);
    const row = (...cells: string[]) => [...cells, '', '', '', ''];
    const dry = await page('staff').dry(
      await page('staff').upload([
        top,
        row('代办员', '新民社区', '没有此人', '155****0001'),
        row('管理员', '新民社区', '立春晓', '155****0001'),
      ]),
    );
    expect(dry.faults.map(({ row: at, text }) => [at, text.slice(0, 10)])).toEqual([
      [2, '新民社区的代办员里没'],
      [3, '新民社区的管理员里没'],
    ]);
  });
});
