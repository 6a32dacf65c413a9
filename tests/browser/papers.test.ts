import type { Page } from 'playwright-core';
import { AGENT, MANAGER, STREET, viewOf } from '../functions/finished';
import { board, point } from '../support/photo';
import { type App, modes, startApp } from './app';
import { button, sees, tapAndAnswer } from './steps';

/** 材料, as people do it: marked by a tap, photographed, looked at, asked for again, opened by a manager with a reason. */
const RESIDENT = 'rs-01';
const ID = '本人居民身份证';
const FORM = '残疾人证申请表、评定表';

let app: App;
let caseId = '';
beforeEach(async () => {
  app = await startApp();
  ({ caseId } = await app.cloud.ok(RESIDENT, 'cases.submit', {
    serviceCode: 'disability-certificate',
    mode: 'counter',
    note: '想办残疾证',
  }));
  const { assignment } = await viewOf(app.cloud, STREET, caseId);
  if (assignment?.agentId !== AGENT) await app.cloud.ok(STREET, 'cases.assign', { caseId, agentId: AGENT });
  await app.cloud.ok(AGENT, 'cases.accept', { caseId });
});
afterEach(() => app.close());

const caseAt = (role: 'resident' | 'agent' | 'manager') => `#/packages/${role}/case/index?id=${caseId}`;
const picture = { name: 'a.png', mimeType: 'image/png', buffer: board };

/** Takes a photo of this paper: a phone's camera, which the browser has as a chooser of files. */
async function takes(page: Page, paper: string, files = [picture]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await button(page, `拍照片，${paper}`).first().click();
  await (await chooser).setFiles(files);
}
const group = (page: Page, paper: string) => page.getByRole('group', { name: `${paper}怎么样了？` });

it('an ID number is written by the resident, opened by the agent, and the resident reads that it was', async () => {
  const { caseId: own } = await app.cloud.ok(RESIDENT, 'cases.submit', {
    serviceCode: 'resident-medical-insurance',
    mode: 'counter',
    note: '想交医保',
  });
  const insurer = (await viewOf(app.cloud, STREET, own)).assignment?.agentId ?? '';
  await app.cloud.ok(insurer, 'cases.accept', { caseId: own });
  caseId = own;
  const resident = await app.open(RESIDENT, { path: caseAt('resident') });
  await button(resident, '身份证号，表上要填').click();
  await resident.getByLabel('身份证号').fill('230200 19540506 1220');
  await button(resident, '加密存好').click();
  await button(resident, '身份证号，存好了').waitFor();

  const agent = await app.open(insurer, { path: caseAt('agent') });
  await button(agent, '身份证号').click();
  await button(agent, '打开看').click();
  await sees(agent, '230200 19540506 1220');
  const { events } = await viewOf(app.cloud, RESIDENT, own);
  expect(events.at(-1)?.says).toContain('打开看了身份证号');
});

it.each(modes)('goes from the resident to the agent and back, in %s size', async (mode) => {
  const resident = await app.open(RESIDENT, { mode, path: caseAt('resident') });
  await button(resident, '材料，7样').click();
  await group(resident, ID).getByRole('radio', { name: '手上有' }).check();
  await sees(resident, '材料，7样，说好了1样');
  await takes(resident, FORM);
  await button(resident, `${FORM}照片1，看大图`).waitFor();
  await group(resident, '近期两寸免冠白底彩色照片3张')
    .getByRole('radio', { name: /过几天补/ })
    .check();
  await sees(resident, '11月30日 周一前补');

  const agent = await app.open(AGENT, { mode, path: caseAt('agent') });
  await button(agent, `${FORM}照片1，看大图`).waitFor();
  await button(agent, `${ID}，可以`).click();
  await sees(agent, '看过了，可以。');
  await button(agent, '要补材料').click();
  await button(agent, '通知居民补材料').click();
  await sees(agent, '请告诉居民缺什么。');
  await agent.getByRole('checkbox', { name: '居民户口簿' }).check();
  await agent.getByRole('checkbox', { name: FORM }).check();
  await button(agent, '通知居民补材料').click();
  await sees(agent, '选一个，或者写一句。');
  await agent.getByRole('radio', { name: '看不清' }).check();
  await button(agent, '通知居民补材料').click();
  await sees(agent, '请居民补：看不清');

  await resident.reload();
  await sees(resident, `居民户口簿：还缺这样；${FORM}：看不清`);
  await button(resident, `不要${FORM}照片1`).click();
  await button(resident, `${FORM}照片1，看大图`).waitFor({ state: 'detached' });
  await takes(resident, FORM);
  await button(resident, `${FORM}照片1，看大图`).waitFor();
  await tapAndAnswer(resident, '补好了，接着办');
  await button(resident, '补好了，接着办').waitFor({ state: 'detached' });
  const view = await viewOf(app.cloud, AGENT, caseId);
  expect(view.state).toBe('in_progress');
  expect(view.events.at(-1)?.text).toBe(`${FORM}：照片1张`);
  expect(app.complaints).toEqual([]);
});

it('says what a file is that is no photo, and takes up again what was cut off', async () => {
  const page = await app.open(RESIDENT, { path: caseAt('resident') });
  await button(page, '材料，7样').click();
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(50)]);
  await takes(page, ID, [{ name: 'a.heic', mimeType: 'image/heic', buffer: heic }]);
  await sees(page, /HEIC别人打不开/);
  await takes(page, ID, [{ name: 'a.png', mimeType: 'image/png', buffer: point }]);
  await sees(page, /几乎只有一个颜色.*再拍一张/);
  await takes(page, ID, [{ name: 'a.jpg', mimeType: 'image/jpeg', buffer: heic }]);
  await sees(page, /HEIC别人打不开/);
  await page.route('**/storage/**', (route) => route.abort());
  await takes(page, ID);
  await sees(page, /网络不通/);
  await page.unroute('**/storage/**');
  await button(page, `接着传，${ID}`).click();
  await button(page, `${ID}照片1，看大图`).waitFor();
  expect((await viewOf(app.cloud, AGENT, caseId)).papers?.[0]).toMatchObject({ photos: 1, state: 'sent' });
});

it('goes with a message too, and is opened by a manager who says why, which the resident reads', async () => {
  const resident = await app.open(RESIDENT, { path: caseAt('resident') });
  await button(resident, '材料，7样').click();
  await takes(resident, ID);
  await button(resident, `${ID}照片1，看大图`).waitFor();
  await button(resident, '给代办员留言').click();
  const chooser = resident.waitForEvent('filechooser');
  await button(resident, '放照片').click();
  await (await chooser).setFiles([picture]);
  await button(resident, '不要照片1').waitFor();
  await button(resident, '发给代办员').click();
  await button(resident, '留言照片1，看大图').waitFor();
  const agent = await app.open(AGENT, { path: caseAt('agent') });
  await sees(agent, '照片1张');
  await button(agent, '留言照片1，看大图').waitFor();
  const manager = await app.open(MANAGER, { path: caseAt('manager'), width: 1280, height: 800 });
  await button(manager, '看照片').click();
  await button(manager, '看照片，记下来').click();
  await sees(manager, '请写一句为什么要看。');
  await manager.getByLabel('为什么要看').fill('居民打电话来问');
  await button(manager, '看照片，记下来').click();
  await button(manager, `${ID}照片1，看大图`).waitFor();
  await button(manager, '留言照片1，看大图').waitFor();
  await resident.reload();
  await sees(resident, '居民打电话来问');
  expect(app.complaints).toEqual([]);
});

/** A picture of the camera's: so many pixels, in two light colours, and lying on its side as EXIF says. */
async function fromCamera(page: Page, width: number, height: number) {
  const url = await page.evaluate(
    ([w, h]) => {
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width: w, height: h });
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.fillStyle = '#fff';
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.fillStyle = '#d8d8d8';
      context.fillRect(0, 0, canvas.width / 2, canvas.height / 2);
      return canvas.toDataURL('image/jpeg', 1);
    },
    [width, height] as const,
  );
  const jpeg = Buffer.from(url.split(',')[1] ?? '', 'base64');
  // APP1 with one entry: 0x0112, orientation, 6: turned by a quarter.
  const exif = Buffer.from(
    'ffe1002245786966000049492a00080000000100120103000100000006000000000000000000',
    'hex',
  );
  return Buffer.concat([jpeg.subarray(0, 2), exif.subarray(0, 36), jpeg.subarray(2)]);
}

it('makes a photo small on the phone, turns it, and writes across it what it is for', async () => {
  const page = await app.open(RESIDENT, { path: caseAt('resident') });
  await button(page, '材料，7样').click();
  const buffer = await fromCamera(page, 4000, 3000);
  await takes(page, ID, [{ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer }]);
  await button(page, `${ID}照片1，看大图`).waitFor();
  const { papers } = await app.cloud.ok(RESIDENT, 'cases.photos', { caseId });
  const sent = Buffer.from(await (await fetch(papers[0]?.photos[0]?.url ?? '')).arrayBuffer());
  expect(sent.length).toBeLessThanOrEqual(500_000);
  expect(sent.includes('Exif')).toBe(false);
  const { width, height, dark } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: picture.width, height: picture.height });
    const context = canvas.getContext('2d');
    context?.drawImage(picture, 0, 0);
    const pixels = context?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    let marked = 0;
    for (let i = 0; i < pixels.length; i += 4) if ((pixels[i] ?? 255) < 200) marked += 1;
    return { width: picture.width, height: picture.height, dark: marked / (pixels.length / 4) };
  }, sent.toString('base64'));
  expect([width, height]).toEqual([1200, 1600]);
  expect(dark).toBeGreaterThan(0.005);
  expect(dark).toBeLessThan(0.3);
});

it('sends a photo as it is from a phone that cannot draw, and says so', async () => {
  const page = await app.open(RESIDENT, { path: caseAt('resident') });
  await page.evaluate(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await button(page, '材料，7样').click();
  await takes(page, ID);
  await sees(page, '这台手机没能把照片缩小、盖上用途，照原样发了。');
  await button(page, `${ID}照片1，看大图`).waitFor();
  await takes(page, FORM, [
    { name: 'a.png', mimeType: 'image/png', buffer: Buffer.concat([board, Buffer.alloc(6_000_000)]) },
  ]);
  await sees(page, '这张照片太大了，请直接拍一张，或者选小一点的。');
});
