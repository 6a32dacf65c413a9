import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestCloud, startTestCloud } from '../support/cloud';
import { faultsOf } from './gate';
import { Phone } from './phone';
import { Refused, asynchronous, namesOfWx, openWx } from './wx';

/** The gate lets the built mini-program through, and stops each fault that is planted in a copy of it. */
const built = join(__dirname, '../../dist/weapp');

it('finds nothing wrong with what was built', () => expect(faultsOf(built)).toEqual([]));

describe('a fault that is planted', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'linli-weapp-'));
    cpSync(built, dir, { recursive: true });
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it.each([
    ['a name that a mini-program lacks', 'common.js', ';process.env.X;', /common\.js reads process/],
    ['a sheet that WeChat refuses', 'common.wxss', '.a:not(.b, .c) { color: red }', /common\.wxss/],
    ['a tag that is not closed', 'base.wxml', '<view><text></view>', /base\.wxml.*expect end-tag/],
    ['a mask of one name', 'common.wxss', '.a { mask-image: none }', /mask that phones below/],
  ])('%s', (_, file, planted, said) => {
    appendFileSync(join(dir, file), planted);
    expect(faultsOf(dir).join('\n')).toMatch(said);
  });

  it('ends the program at launch, where a script reads it', async () => {
    appendFileSync(join(dir, 'app.js'), ';process.env.X;');
    await expect(new Phone({ dir, url: '', token: '' }).launch()).rejects.toThrow('process is not defined');
  });
});

describe('the phone refuses what WeChat refuses', () => {
  let cloud: TestCloud;
  beforeAll(async () => {
    cloud = await startTestCloud();
  });
  afterAll(() => cloud.close());

  interface Api {
    [name: string]: (options: object) => Promise<unknown>;
  }
  const apis = (isTapping: boolean, declared: string[] = [], required: string[] = []) =>
    openWx({
      declared,
      required,
      isTapping: () => isTapping,
      subscribes: () => 'accept',
      onCall: () => undefined,
      apis: {},
    }) as Api;

  it('a question about messages outside a tap', async () => {
    const ask = { tmplIds: ['a'] };
    await expect(apis(false).requestSubscribeMessage?.(ask)).rejects.toMatchObject({
      errMsg: expect.stringContaining('TAP gesture'),
    });
    expect(await apis(true).requestSubscribeMessage?.(ask)).toMatchObject({ a: 'accept' });
  });

  it('what the privacy guideline does not declare', async () => {
    await expect(apis(true).setClipboardData?.({ data: 'x' })).rejects.toMatchObject({ errno: 112 });
    expect(await apis(true, ['setClipboardData']).setClipboardData?.({ data: 'x' })).toMatchObject({
      errMsg: 'setClipboardData:ok',
    });
  });

  it('a place on the map, until it was approved and app.json names it', async () => {
    await expect(apis(true, ['chooseLocation']).chooseLocation?.({})).rejects.toMatchObject({
      errMsg: expect.stringContaining('requiredPrivateInfos'),
    });
    await expect(apis(true, [], ['chooseLocation']).chooseLocation?.({})).rejects.toMatchObject({
      errno: 112,
    });
    expect(await apis(true, ['chooseLocation'], ['chooseLocation']).chooseLocation?.({})).toMatchObject({
      errMsg: 'chooseLocation:ok',
    });
  });

  it('an API that has no stub, by its name; one that WeChat does not know is not there', () => {
    const wx = apis(true);
    expect(namesOfWx.size).toBeGreaterThan(300);
    expect(() => wx.startBluetoothDevicesDiscovery?.({})).toThrow('no stub');
    expect(wx.flyToTheMoon).toBeUndefined();
  });

  it('more than a megabyte under one key of the storage, and ten in all', () => {
    const wx = openWx({
      declared: [],
      isTapping: () => false,
      subscribes: () => 'reject',
      onCall: () => undefined,
      apis: {},
    }) as { setStorageSync(key: string, value: string): void };
    expect(() => wx.setStorageSync('a', 'x'.repeat(1024 * 1024))).toThrow('entry size');
    const fill = () =>
      Array.from({ length: 11 }, (_, i) => wx.setStorageSync(`k${i}`, 'x'.repeat(1_000_000)));
    expect(fill).toThrow('storage max size');
  });

  it('an eleventh page, a tab page by navigateTo, a page that is not there', async () => {
    const phone = new Phone({ dir: built, url: cloud.url, token: cloud.token('rs-01') });
    await phone.launch();
    const go = phone.wx.navigateTo as ReturnType<typeof asynchronous>;
    const service = { url: '/packages/resident/service/index?code=disability-certificate' };
    for (let i = 0; i < 9; i += 1) await go(service);
    await expect(go(service)).rejects.toMatchObject({ errMsg: expect.stringContaining('limit exceed') });
    await expect(go({ url: '/pages/me/index' })).rejects.toMatchObject({
      errMsg: expect.stringContaining('fail'),
    });
    await expect(go({ url: '/pages/nowhere/index' })).rejects.toMatchObject({
      errMsg: expect.stringContaining('not found'),
    });
    await phone.settled();
    expect(phone.faults).toEqual([]);
  });

  it('words a refusal as WeChat does', async () => {
    const api = asynchronous('x', () => {
      throw new Refused('no', 112);
    });
    await expect(api()).rejects.toEqual({ errMsg: 'x:fail no', errno: 112 });
  });

  it('data of 256 KB at once', async () => {
    const phone = new Phone({ dir: built, url: cloud.url, token: cloud.token('rs-01') });
    await phone.launch();
    const set = phone.page.setData as (data: object) => void;
    expect(() => set({ big: 'x'.repeat(256 * 1024) })).toThrow('setData of');
  });
});
