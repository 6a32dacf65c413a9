import type { PlaceRow } from '../../contract/models';
import type { Call } from '../../localcloud/server';
import type { Reply } from '../../contract/actions';
import { type TestCloud, freshId, startTestCloud } from '../support/cloud';

/** How a resident finds where they belong: by a name, and by the code of a sheet. */
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.close());

const MANAGER = 'ad-cm-1';
const DISTRICT = 'ad-ds-1';
const NOBODY = 'nobody';
const consent = true as const;
const me = { name: '何老太', phone: '15500000001', consent };

const find = async (text: string) => (await cloud.ok(NOBODY, 'units.find', { text })).units;
const code = async (orgId: string) => (await cloud.ok(DISTRICT, 'units.code', { orgId })).code;

describe('the list', () => {
  it.each([
    ['an estate', '晴川里小区'],
    ['a part of it', '川里'],
    ['traditional characters', '晴川裡'],
    ['blanks and marks', ' 晴川里 ， 小区 '],
  ])('finds a community by %s, with its number, and the grid', async (_, text) => {
    expect(await find(text)).toEqual([
      {
        id: 'cm-xinmin',
        name: '新民社区',
        street: '龙华街道',
        phone: '04525550102',
        afterHoursPhone: '04525550103',
        grid: { id: 'g-xm-1', name: '新民第一网格' },
        found: '晴川里小区',
      },
    ]);
  });

  it('finds it by its own name, and all of a street by the street', async () => {
    expect(await find('新民社区')).toEqual([expect.objectContaining({ id: 'cm-xinmin' })]);
    expect((await find('龙华')).map(({ id, found }) => [id, found])).toEqual([
      ['cm-xinmin', '龙华街道'],
      ['cm-zhongdong', '龙华街道'],
    ]);
  });

  it.each(['没有的小区名', '铁锋区', '，，', '%'])('finds nothing for %s', async (text) => {
    expect(await find(text)).toEqual([]);
  });

  it('follows what a manager writes of a grid, and leaves out what is closed', async () => {
    await cloud.ok(MANAGER, 'units.change', { do: 'edit', orgId: 'g-xm-1', estates: ['新起的花园'] });
    expect(await find('晴川里')).toEqual([]);
    expect((await find('花园')).map(({ found }) => found)).toEqual(['新起的花园']);
    const { orgId } = await cloud.ok(DISTRICT, 'units.change', {
      do: 'add',
      above: 'st-longhua',
      name: '向阳社区',
    });
    expect((await find('向阳社区')).map(({ id }) => id)).toEqual([orgId]);
    await cloud.ok(DISTRICT, 'units.change', { do: 'close', orgId });
    expect(await find('向阳社区')).toEqual([]);
  });

  it('shows twenty at most and says that there are more', async () => {
    for (let i = 0; i < 21; i += 1)
      await cloud.console.put('orgs', {
        _id: `cm-many-${i}`,
        name: `望江第${i}社区`,
        tier: 'community',
        unit: { district: 'ds-tiefeng', street: 'st-longhua', community: `cm-many-${i}` },
        phone: '',
        afterHoursPhone: '',
        managers: [],
        finds: ['望江'],
      });
    const found = await cloud.ok(NOBODY, 'units.find', { text: '望江' });
    expect(found.units).toHaveLength(20);
    expect(found.isMore).toBe(true);
  });

  it('costs two reads', async () => {
    await find('晴川里');
    const [call] = (await cloud.local<Call[]>('calls')).slice(-1);
    expect(call).toMatchObject({ reads: 2, writes: 0 });
  });
});

describe('a sheet', () => {
  it('has a random code that stays, with the scene and the picture of WeChat', async () => {
    const sheet = await cloud.ok(MANAGER, 'units.code', { orgId: 'cm-xinmin' });
    expect(sheet).toMatchObject({ name: '新民社区', page: 'pages/home/index', scene: sheet.code });
    expect(sheet.code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
    expect(
      Buffer.from(sheet.png ?? '', 'base64')
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    expect(await code('cm-xinmin')).toBe(sheet.code);
    expect(await code('g-xm-1')).not.toBe(sheet.code);
  });

  it('is there without a picture where WeChat gives none', async () => {
    await cloud.local('faults', { api: 'wxacode.getUnlimited', errcode: 45009, times: 1 });
    const sheet = await cloud.ok(MANAGER, 'units.code', { orgId: 'cm-xinmin' });
    expect(sheet.png).toBeUndefined();
    expect(sheet.code).toHaveLength(8);
  });

  it('of a case leads to it by an id that says nothing, for whoever has a part in it', async () => {
    const wish = { serviceCode: 'temporary-relief', mode: 'counter', note: '家里跑水' } as const;
    const { caseId } = await cloud.ok('rs-01', 'cases.submit', wish);
    const { png = '' } = await cloud.ok('rs-01', 'units.caseCode', { caseId });
    expect(Buffer.from(png, 'base64').subarray(1, 4).toString()).toBe('PNG');
    expect(await cloud.call('rs-02', 'units.caseCode', { caseId })).toMatchObject({ code: 'NOT_YOUR_CASE' });
    expect(await cloud.call(NOBODY, 'units.caseCode', { caseId })).toMatchObject({ code: 'UNKNOWN_PERSON' });
    expect(await cloud.call('rs-01', 'units.caseCode', { caseId: 'none' })).toMatchObject({
      code: 'NOT_YOUR_CASE',
    });
    await cloud.local('faults', { api: 'wxacode.getUnlimited', errcode: 45009, times: 1 });
    expect((await cloud.ok('rs-01', 'units.caseCode', { caseId })).png).toBeUndefined();
  });

  it('is one code where two ask for it first at once', async () => {
    const codes = await Promise.all([1, 2, 3].map(() => code('g-xm-2')));
    expect(new Set(codes).size).toBe(1);
  });

  it('leads to the community, of a grid’s to the grid, however it is typed', async () => {
    const own = await code('g-xm-1');
    const typed = ` ${own.slice(0, 4).toLowerCase()} ${own.slice(4)}`;
    expect(await cloud.ok(NOBODY, 'units.scan', { code: typed })).toEqual<PlaceRow>({
      id: 'cm-xinmin',
      name: '新民社区',
      street: '龙华街道',
      phone: '04525550102',
      afterHoursPhone: '04525550103',
      grid: { id: 'g-xm-1', name: '新民第一网格' },
    });
  });

  it('lets a resident join: of a grid’s code the grid is known', async () => {
    const { person, community } = await cloud.ok(NOBODY, 'account.join', {
      ...me,
      code: await code('g-xm-1'),
    });
    expect(community.id).toBe('cm-xinmin');
    const [stored] = (await cloud.console.find('people', { _id: person.id })) as { unit: object }[];
    expect(stored?.unit).toMatchObject({ community: 'cm-xinmin', grid: 'g-xm-1' });
    // The sheet hangs in the stairwell: who has read it is not the only one.
    const other = {
      action: 'join',
      requestId: freshId(),
      input: { ...me, name: '邻居', code: await code('g-xm-1') },
    };
    const reply = (await cloud.post('account', other, cloud.tokenOf('o-neighbour'))) as Reply<unknown>;
    expect(reply).toMatchObject({ ok: true });
  });

  it('of a unit that was closed is refused, with what to do, also on its page', async () => {
    const { orgId } = await cloud.ok(DISTRICT, 'units.change', {
      do: 'add',
      above: 'cm-xinmin',
      name: '第九网格',
    });
    const own = await code(orgId);
    await cloud.ok(DISTRICT, 'units.change', { do: 'close', orgId });
    for (const [name, input] of [
      ['units.scan', { code: own }],
      ['account.join', { ...me, code: own }],
    ] as const)
      expect(await cloud.call(NOBODY, name, input as never)).toMatchObject({
        code: 'PLACE_CLOSED',
        fields: { code: '第九网格已经撤并了。' },
      });
    expect(await cloud.call(DISTRICT, 'units.code', { orgId })).toMatchObject({ code: 'PLACE_CLOSED' });
  });

  it.each([
    ['a street', DISTRICT, 'st-longhua', 'PLACE_NOT_A_COMMUNITY'],
    ['a community of another', MANAGER, 'cm-zhongdong', 'UNIT_NOT_YOURS'],
    ['what is no unit', MANAGER, 'nowhere', 'UNIT_NOT_FOUND'],
  ])('is not made for %s', async (_, person, orgId, refusal) => {
    expect(await cloud.call(person, 'units.code', { orgId })).toMatchObject({ code: refusal });
  });
});
