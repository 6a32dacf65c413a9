import { deflateRawSync } from 'node:zlib';
import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { MONDAY, type TestCloud, freshId, startTestCloud } from '../support/cloud';
import { Importer, type Start, readBack as read } from '../support/importing';
import { putFile, sheetOf } from '../support/sheet';

/** Spreadsheets that come in: looked through, written, taken up again, and taken back. */
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.close());

const MANAGER = 'ad-cm-1';
const STREET = 'ad-st-1';
const orgId = 'cm-xinmin';
const HEAD = ['姓名', '电话', '社区', '网格或小区', '门牌'];

const upload = async (rows: CellValue[][], person = MANAGER) => putFile(cloud, person, await sheetOf(rows));
const residents = (...rows: CellValue[][]) => upload([HEAD, ...rows]);
const many = (count: number): CellValue[][] =>
  Array.from({ length: count }, (_, i) => [`何家${i}`, `155${String(10_000_000 + i)}`, '新民社区', '', '']);

/** The page of a table. */
const page = (table: Start['table'] = 'residents', person = MANAGER) =>
  new Importer(cloud, person, orgId, table);
const wish = (fileId: string, more: Partial<Start> = {}): Start => page(more.table).wish(fileId, more);
const start = (fileId: string, more: Partial<Start> = {}, person = MANAGER) =>
  page(more.table, person).start(fileId, more);
const dry = (fileId: string, more: Partial<Start> = {}) => start(fileId, { dryRun: true, ...more });
const whole = (fileId: string, more: Partial<Start> = {}) => page(more.table).whole(fileId, more);
const undone = (importId: string) => page().undone(importId);
const found = async (text: string) =>
  (await cloud.ok(MANAGER, 'people.find', { text, orgId })).people.map(({ id }) => id);
const people = () => cloud.stored().people?.length ?? 0;
const deeds = async (of = 'import.') =>
  (await cloud.ok(MANAGER, 'units.journal', { orgId })).entries
    .filter(({ what }) => what.startsWith(of))
    .map(({ what }) => what);

describe('a template', () => {
  it('has the headings, dropdowns, a page of codes and what each column takes', async () => {
    const link = await cloud.ok(MANAGER, 'imports.template', { table: 'residents', orgId });
    expect(link.name).toBe('新民社区-居民模板.xlsx');
    const [sheet, codes, how] = await read(link.url);
    expect(sheet?.data[0]).toEqual(HEAD);
    expect(codes?.sheet).toBe('代码');
    expect(codes?.data[0]?.slice(0, 2)).toEqual(['社区', '网格或小区']);
    expect(codes?.data[1]?.[0]).toBe('新民社区');
    expect(how?.data.map(([column]) => column)).toEqual(['列', ...HEAD]);
    const { readXlsx } = await import('hucre/xlsx');
    const bytes = new Uint8Array(await (await fetch(link.url)).arrayBuffer());
    const [first] = (await readXlsx(bytes)).sheets;
    expect(first?.dataValidations).toEqual([
      expect.objectContaining({
        type: 'list',
        range: 'C2:C20001',
        formula1: expect.stringContaining('代码'),
      }),
      expect.objectContaining({ type: 'list', range: 'D2:D20001' }),
    ]);
  });

  it('comes back filled in, and is taken', async () => {
    const fileId = await residents(['何老太', '155 0000 0001', '', '', '灯塔院3号楼2单元501']);
    expect(await whole(fileId)).toMatchObject({ state: 'done', rows: 1, added: 1, known: 0, bad: 0 });
    const [row] = (await cloud.ok(MANAGER, 'people.find', { text: '何老太', orgId })).people;
    expect(row).toMatchObject({ name: '何老太', orgName: '新民社区', hasWechat: false });
    const opened = await cloud.ok(MANAGER, 'people.look', { personId: row?.id ?? '' });
    expect(opened).toMatchObject({ phone: '15500000001', address: '灯塔院3号楼2单元501' });
  });
});

describe('a dry run', () => {
  const faulty = () =>
    residents(
      ['何老太', 15500000001, '新民社区', '', ''],
      ['', '12', '没有社区', '', '3'],
      [null, null, null, null, null],
      ['何老太', '155-0000-0001', '新民社区', '', ''],
      ['王五例', '15500000002', '新民社区', '没有这个院', ''],
    );

  it('names each fault in words, by the row as the sheet counts it', async () => {
    const before = cloud.stored().people;
    const { state, rows, bad, faults } = await dry(await faulty());
    expect({ state, rows, bad }).toEqual({ state: 'checked', rows: 4, bad: 3 });
    expect(faults).toEqual([
      { row: 3, column: '姓名', text: '请填写姓名。' },
      { row: 3, column: '电话', text: '电话不对：手机号是11位，座机请带区号。' },
      { row: 3, column: '社区', text: '没有叫“没有社区”的社区，请照“代码”那一页填。' },
      { row: 3, column: '门牌', text: '地址太短，请写清小区、楼号、单元和门牌。' },
      { row: 5, column: '姓名', text: '和第2行重复了，请去掉一行。' },
      { row: 6, column: '网格或小区', text: '新民社区没有“没有这个院”，请照“代码”那一页填。' },
    ]);
    expect(cloud.stored().people).toEqual(before);
  });

  it('gives the same file back with the faults beside the rows, which can be mended and sent again', async () => {
    const { file } = await dry(await faulty());
    const [sheet] = await read(file?.url ?? '');
    expect(sheet?.data[0]).toEqual([...HEAD, '问题']);
    expect(sheet?.data.map((row) => [row[0], row[1], Boolean(row[5])])).toEqual([
      ['姓名', '电话', true],
      ['何老太', '15500000001', false],
      [null, '12', true],
      ['何老太', '155-0000-0001', true],
      ['王五例', '15500000002', true],
    ]);
    expect(String(sheet?.data[2]?.[5])).toContain('电话：电话不对');
    const mended = [...(sheet?.data ?? [])].slice(0, 2) as CellValue[][];
    expect(await dry(await upload(mended))).toMatchObject({ rows: 1, bad: 0 });
  });

  it('then all or nothing, or the good rows alone', async () => {
    const fileId = await faulty();
    const before = people();
    expect(await cloud.call(MANAGER, 'imports.start', wish(fileId))).toMatchObject({
      code: 'IMPORT_HAS_FAULTS',
      fields: { only: '有3行要改。' },
    });
    expect(people()).toBe(before);
    expect(await whole(fileId, { only: 'good' })).toMatchObject({ state: 'done', added: 1, bad: 3 });
    expect(await found('何老太')).toHaveLength(1);
    expect(await found('王五例')).toEqual([]);
  });
});

describe('what is written in a cell', () => {
  it('long digits stay as they are, as numbers and as texts', async () => {
    const fileId = await residents(
      ['何老太', 15500000001, '', '', ''],
      ['吴老汉', '04525550177', '', '', ''],
    );
    await whole(fileId);
    expect(await found('15500000001')).toHaveLength(1);
    expect(await found('04525550177')).toHaveLength(1);
  });

  it('an estate says the grid, and stands before the door', async () => {
    const tree = await cloud.ok(MANAGER, 'units.tree', { orgId });
    const grid = tree.units.find(({ tier, estates }) => tier === 'grid' && estates.length > 0);
    const estate = grid?.estates[0] ?? '';
    await whole(await residents(['何老太', '15500000001', '新民社区', estate, '9号楼2单元501']));
    const [row] = (await cloud.ok(MANAGER, 'people.find', { text: '何老太', orgId })).people;
    expect(row?.gridName).toBe(grid?.name);
    const opened = await cloud.ok(MANAGER, 'people.look', { personId: row?.id ?? '' });
    expect(opened.address).toBe(`${estate}9号楼2单元501`);
  });

  it('a street’s file names the community of each', async () => {
    const rows = [HEAD, ['何老太', '15500000001', '新民社区', '', ''], ['吴老汉', '15500000002', '', '', '']];
    const state = await start(await upload(rows, STREET), { orgId: 'st-longhua', dryRun: true }, STREET);
    expect(state.faults).toEqual([{ row: 3, column: '社区', text: '请填社区。' }]);
  });
});

describe('who is there already', () => {
  it('stays as they are', async () => {
    await cloud.ok('ag-01', 'cases.intake', {
      serviceCode: 'disability-certificate',
      mode: 'counter',
      note: '想办残疾证',
      channel: 'phone',
      name: '何老太',
      phone: '15500000001',
    });
    const fileId = await residents(['何老太', '15500000001', '', '', '灯塔院3号楼2单元501']);
    expect(await whole(fileId)).toMatchObject({ added: 0, known: 1 });
    const [id] = await found('何老太');
    expect((await cloud.ok(MANAGER, 'people.look', { personId: id ?? '' })).address).toBeUndefined();
  });

  it('the same file twice is once, also saved anew', async () => {
    const rows = [['何老太', '15500000001', '', '', '']];
    const first = await whole(await residents(...rows));
    const after = people();
    const again = await whole(await residents(...rows));
    expect(again).toEqual(first);
    expect(people()).toBe(after);
    expect(await deeds()).toEqual(['import.do']);
  });

  it('two who import one file at once make each row once', async () => {
    const fileId = await residents(...many(150));
    const before = people();
    await Promise.all([whole(fileId), whole(fileId)]);
    expect(people() - before).toBe(150);
    const { imports } = await cloud.ok(MANAGER, 'imports.recent', { orgId });
    expect(imports).toEqual([expect.objectContaining({ state: 'done', added: 150, known: 0 })]);
  });
});

describe('in portions', () => {
  it('says how far it is, and goes on where it was', async () => {
    const fileId = await residents(...many(600));
    const first = await start(fileId);
    expect(first).toMatchObject({ state: 'running', rows: 600, done: 500, added: 500 });
    const { importId } = first;
    expect(await cloud.ok(MANAGER, 'imports.state', { importId })).toEqual(first);
    expect(await start(fileId)).toMatchObject({ state: 'done', done: 600, added: 600 });
  });

  it('killed in the middle and started again, it comes to the same end', async () => {
    const fileId = await residents(...many(300));
    const before = people();
    await cloud.local('kill', { function: 'imports', after: 150 });
    await cloud
      .post('imports', { action: 'start', requestId: freshId(), input: wish(fileId) }, cloud.token(MANAGER))
      .catch(() => undefined);
    const left = people() - before;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(300);
    expect(await whole(fileId)).toMatchObject({ state: 'done', added: 300, known: 0, bad: 0 });
    expect(people() - before).toBe(300);
    expect(await deeds()).toEqual(['import.do']);
  });
});

describe('taken back', () => {
  it('within a day, and it stands in the journal', async () => {
    const before = cloud.stored().people;
    const { importId, undoUntil } = await whole(await residents(...many(130)));
    expect(undoUntil).toBe(MONDAY + 86_400_000);
    await cloud.setClock(MONDAY + 60_000);
    expect(await undone(importId)).toMatchObject({ state: 'undone', removed: 130, keptCount: 0 });
    expect(cloud.stored().people).toEqual(before);
    expect(await deeds()).toEqual(['import.undo', 'import.do']);
    expect(await undone(importId)).toMatchObject({ state: 'undone', removed: 130 });
  });

  it('but not what somebody has touched since: that is listed', async () => {
    const { importId } = await whole(
      await residents(
        ['何老太', '15500000001', '', '', ''],
        ['吴老汉', '15500000002', '', '', ''],
        ['郑大例', '15500000003', '', '', ''],
        ['何小例', '15500000004', '', '', ''],
      ),
    );
    const [changed = ''] = await found('吴老汉');
    await cloud.ok(MANAGER, 'people.change', { personId: changed, address: '灯塔院9号楼1单元101' });
    await cloud.ok('ag-01', 'cases.intake', {
      serviceCode: 'disability-certificate',
      mode: 'counter',
      note: '想办残疾证',
      channel: 'phone',
      name: '郑大例',
      phone: '15500000003',
    });
    const { removed, kept, keptCount } = await undone(importId);
    expect({ removed, keptCount }).toEqual({ removed: 2, keptCount: 2 });
    expect(kept.toSorted((a, b) => (a.why < b.why ? -1 : 1))).toEqual([
      { name: '吴老汉', why: '后来有人改过' },
      { name: '郑大例', why: '已经有办件了' },
    ]);
    expect(await found('何老太')).toEqual([]);
    expect(await found('吴老汉')).toEqual([changed]);
  });

  it('killed in the middle and started again, it comes to the same end', async () => {
    const before = people();
    const { importId } = await whole(await residents(...many(150)));
    await cloud.local('kill', { function: 'imports', after: 120 });
    await cloud
      .post('imports', { action: 'undo', requestId: freshId(), input: { importId } }, cloud.token(MANAGER))
      .catch(() => undefined);
    expect(people()).toBeGreaterThan(before);
    expect(await undone(importId)).toMatchObject({ state: 'undone', removed: 150, keptCount: 0 });
    expect(people()).toBe(before);
  });

  it('not after a day, and the file can be imported again after it was taken back', async () => {
    const fileId = await residents(['何老太', '15500000001', '', '', '']);
    const { importId } = await whole(fileId);
    await undone(importId);
    expect(await whole(fileId)).toMatchObject({ state: 'done', added: 1 });
    await cloud.setClock(MONDAY + 86_400_001);
    expect(await cloud.call(MANAGER, 'imports.undo', { importId })).toMatchObject({
      code: 'IMPORT_UNDO_TOO_LATE',
    });
    expect(await found('何老太')).toHaveLength(1);
  });

  it('also one that stopped half way, once nothing can be writing any more', async () => {
    const before = people();
    const { importId } = await start(await residents(...many(510)));
    expect(await cloud.call(MANAGER, 'imports.undo', { importId })).toMatchObject({ code: 'IMPORT_NOT_NOW' });
    await cloud.setClock(MONDAY + 61_000);
    expect(await undone(importId)).toMatchObject({ state: 'undone', removed: 500 });
    expect(people()).toBe(before);
  });
});

describe('staff are invited', () => {
  const STAFF = ['身份', '单位', '姓名', '电话', '会办', '当班', '上班', '下班'];
  const table = 'staff' as const;
  const staff = (...rows: CellValue[][]) => upload([STAFF, ...rows]);
  /** As Excel keeps a time of day. */
  const at = (hour: number, minute: number) => new Date(Date.UTC(1899, 11, 30, hour, minute));
  const invitations = async () => (await cloud.ok(MANAGER, 'people.invitations', { orgId })).invitations;
  const two: CellValue[][] = [
    [
      '代办员',
      '新民社区',
      '方立冬',
      15500000144,
      '残疾人服务、社会救助',
      '周一至周三，周五',
      at(9, 0),
      at(16, 30),
    ],
    ['管理员', '新民社区', '何秋分', '15500000145', '', '', '', ''],
  ];

  it('has a template of its own, with what agents know in its codes', async () => {
    const link = await cloud.ok(MANAGER, 'imports.template', { table, orgId });
    const [sheet, codes] = await read(link.url);
    expect(sheet?.data[0]).toEqual(STAFF);
    expect(codes?.data.map((row) => row[2])).toContain('残疾人服务');
  });

  it('each gets six digits, told once in a file, by which they take the post as it was written', async () => {
    const state = await whole(await staff(...two), { table });
    expect(state).toMatchObject({ state: 'done', added: 2, file: { rows: 2 } });
    const [sheet] = await read(state.file?.url ?? '');
    expect(sheet?.data[0]).toEqual(['姓名', '电话', '岗位', '邀请码']);
    const [name, phone, post, digits] = sheet?.data[1] ?? [];
    expect([name, phone, post]).toEqual(['方立冬', '15500000144', '新民社区代办员']);
    await cloud.ok('nobody', 'account.accept', {
      digits: String(digits),
      phone: String(phone),
      consent: true,
    });
    const { agents } = await cloud.ok(MANAGER, 'roster.list', { orgId });
    const agent = agents.find((one) => one.name === '方立冬');
    expect(agent).toMatchObject({
      skills: ['残疾人服务', '社会救助'],
      dutyWeekdays: [1, 2, 3, 5],
      dutyHours: ['09:00', '16:30'],
    });
    expect(await deeds('person.invite')).toEqual(['person.invite', 'person.invite']);
    const stored = JSON.stringify(cloud.stored().imports);
    expect(stored).not.toContain(String(digits));
  });

  it('each fault in words', async () => {
    const { faults } = await dry(
      await staff(
        ['主任', '新民社区', '方立冬', '15500000144', '', '', '', ''],
        ['代办员', '别的社区', '', '12', '修水管', '星期八', '17:00', '9:00'],
      ),
      { table },
    );
    expect(faults.map(({ row, column }) => [row, column])).toEqual([
      [2, '身份'],
      [3, '姓名'],
      [3, '电话'],
      [3, '单位'],
      [3, '会办'],
      [3, '当班'],
      [3, '上班'],
    ]);
    for (const { text } of faults) expect(text).toMatch(/\p{Script=Han}/u);
  });

  it('nobody is offered more than their manager has', async () => {
    const { faults } = await dry(
      await staff(['管理员', '龙华街道', '方立冬', '15500000144', '', '', '', '']),
      {
        table,
      },
    );
    expect(faults).toEqual([expect.objectContaining({ column: '单位' })]);
  });

  it('who is invited already keeps their digits', async () => {
    const { digits } = await cloud.ok(MANAGER, 'people.invite', {
      role: 'agent',
      orgId,
      name: '方立冬',
      phone: '15500000144',
    });
    expect(await whole(await staff(...two), { table })).toMatchObject({ added: 1, known: 1 });
    await cloud.ok('nobody', 'account.accept', { digits, phone: '15500000144', consent: true });
  });

  it('killed in the middle and started again: one invitation each, and the digits of the last file are good', async () => {
    const fileId = await staff(...two);
    // Both are written, and nobody was told their digits. (What dies within a transaction holds its documents for half a minute.)
    await cloud.local('kill', { function: 'imports', after: 26 });
    expect(await cloud.call(MANAGER, 'imports.start', wish(fileId, { table }))).toMatchObject({ ok: false });
    expect(await invitations()).toHaveLength(2);
    const state = await whole(fileId, { table });
    expect(state).toMatchObject({ state: 'done', added: 2, known: 0 });
    expect(await invitations()).toHaveLength(2);
    const [sheet] = await read(state.file?.url ?? '');
    const [, phone, , digits] = sheet?.data[1] ?? [];
    await cloud.ok('nobody', 'account.accept', {
      digits: String(digits),
      phone: String(phone),
      consent: true,
    });
  });

  it('are taken back, but for who has accepted', async () => {
    const { importId, file } = await whole(await staff(...two), { table });
    const [sheet] = await read(file?.url ?? '');
    const [, phone, , digits] = sheet?.data[1] ?? [];
    const code = { digits: String(digits), phone: String(phone), consent: true } as const;
    await cloud.ok('nobody', 'account.accept', code);
    expect(await undone(importId)).toMatchObject({
      removed: 1,
      kept: [{ name: '方立冬', why: '已经接受了邀请' }],
    });
    expect(await invitations()).toEqual([]);
    expect(await deeds('person.revoke')).toEqual(['person.revoke']);
  });
});

describe('refused, each with a sentence', () => {
  const code = async (bytes: Uint8Array) => {
    const reply = await cloud.call(MANAGER, 'imports.start', wish(await putFile(cloud, MANAGER, bytes)));
    if (reply.ok) throw new Error('it was taken');
    for (const sentence of [reply.message, ...Object.values(reply.fields ?? {})])
      expect(sentence).toMatch(/\p{Script=Han}/u);
    return reply.code;
  };

  it.each([
    ['a program under another name', Buffer.from('MZ\x90\0this is no spreadsheet')],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['an old .xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['a text', Buffer.from('name;phone')],
    ['an empty file', Buffer.from(' ')],
    ['half a file', Buffer.from('504b030414000000', 'hex')],
  ])('%s', async (_, bytes) => expect(await code(bytes)).toBe('IMPORT_NOT_A_SHEET'));

  it('another archive', async () =>
    expect(await code(zipOf('readme.txt', Buffer.from('hello')))).toBe('IMPORT_NOT_A_SHEET'));

  it('macros', async () => {
    const vbaProject = new Uint8Array([1, 2, 3]);
    expect(await code(await writeXlsx({ sheets: [{ name: '表', rows: [HEAD] }], vbaProject }))).toBe(
      'IMPORT_HAS_MACROS',
    );
  });

  it('a bomb, also one that lies about its size', async () => {
    const bomb = deflateRawSync(Buffer.alloc(101_000_000));
    expect(await code(zipOf('xl/workbook.xml', bomb, 101_000_000))).toBe('IMPORT_TOO_BIG');
    expect(await code(zipOf('xl/workbook.xml', bomb, 10))).toBe('IMPORT_TOO_BIG');
  });

  it('more rows than one file may have', async () =>
    expect(await code(await sheetOf([HEAD, ...many(20_001)]))).toBe('IMPORT_TOO_LONG'));

  it('another table’s headings, and nothing below them', async () => {
    expect(
      await code(
        await sheetOf([
          ['名字', '手机'],
          ['何老太', '1'],
        ]),
      ),
    ).toBe('IMPORT_WRONG_HEAD');
    expect(await code(await sheetOf([HEAD]))).toBe('IMPORT_EMPTY');
  });

  it('a file of somebody else, and a unit of somebody else', async () => {
    const theirs = await upload([HEAD, ['何老太', '15500000001', '', '', '']], STREET);
    expect(await cloud.call(MANAGER, 'imports.start', wish(theirs))).toMatchObject({
      code: 'IMPORT_FILE_GONE',
    });
    const own = await residents(['何老太', '15500000001', '', '', '']);
    expect(await cloud.call(MANAGER, 'imports.start', wish(own, { orgId: 'cm-zhongdong' }))).toMatchObject({
      code: 'UNIT_NOT_YOURS',
    });
    const { importId } = await whole(own);
    for (const action of ['imports.state', 'imports.undo'] as const)
      expect(await cloud.call('ad-cm-2', action, { importId })).toMatchObject({ code: 'IMPORT_NOT_FOUND' });
  });

  it('but not one in the folder of the id that a person got who came without one', async () => {
    await cloud.ok('nobody', 'account.join', { orgId, name: '何老太', phone: '15500000001', consent: true });
    const { id } = (await cloud.ok('nobody', 'account.session', {})).person;
    const put = (person: string) =>
      cloud.local<{ url?: string }>('uploads', { person, path: `imports/${id}/1.xlsx` });
    expect((await put('nobody')).url).toMatch(/^http/);
    expect((await put('rs-01')).url).toBeUndefined();
  });

  it('a file whose day is over is gone', async () => {
    const fileId = await residents(['何老太', '15500000001', '', '', '']);
    await dry(fileId);
    await cloud.setClock(MONDAY + 86_400_000);
    await cloud.timer('rollup');
    expect(await cloud.call(MANAGER, 'imports.start', wish(fileId))).toMatchObject({
      code: 'IMPORT_FILE_GONE',
    });
  });
});

/** An archive of one entry, which says of its size what it likes. */
function zipOf(name: string, packed: Buffer, size = packed.length): Buffer {
  const method = packed.length === size ? 0 : 8;
  const title = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(method, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(size, 22);
  local.writeUInt16LE(title.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(method, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(size, 24);
  central.writeUInt16LE(title.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + title.length, 12);
  end.writeUInt32LE(30 + title.length + packed.length, 16);
  return Buffer.concat([local, title, packed, central, title, end]);
}
