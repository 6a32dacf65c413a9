import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { instantOf } from '../../contract/time';
import { root } from '../../scripts/stamp';
import { AGENT, MANAGER, finish } from '../functions/finished';
import { type App, startApp } from './app';
import { readCode } from './codes';
import { button, main, sees } from './steps';

/** What is kept of a case, read back: the words of the page that is printed, and the code from the pixels that a phone would see. */
const RESIDENT = 'rs-01';
let app: App;
let open = '';
let done = '';
const folder = mkdtempSync(join(tmpdir(), 'receipts-'));
const at = (caseId: string) => `${app.cloud.url}/#/packages/resident/case/index?id=${caseId}`;
beforeAll(async () => {
  app = await startApp();
  done = await finish(app.cloud, RESIDENT);
  const wish = {
    serviceCode: 'temporary-relief',
    mode: 'counter',
    note: '家里跑水，想申请临时救助',
  } as const;
  ({ caseId: open } = await app.cloud.ok(RESIDENT, 'cases.submit', wish));
  await app.cloud.ok(MANAGER, 'cases.assign', { caseId: open, agentId: AGENT }).catch(() => undefined);
  await app.cloud.ok(AGENT, 'cases.accept', { caseId: open });
  await app.cloud.ok(AGENT, 'cases.keep', { caseId: open, what: '居民户口簿', where: '居民家里' });
  const words = { to: 'agent', acts: ['papers', 'result'], signed: 'paper' } as const;
  await app.cloud.ok(RESIDENT, 'cases.authorise', { caseId: open, ...words, acts: [...words.acts] });
});
afterAll(async () => {
  if (!process.env.KEEP) rmSync(folder, { recursive: true });
  await app.close();
});

const sheet = (page: Page) => page.locator('.sheet').filter({ visible: true });
const toSheet = async (page: Page, name: string) => {
  await button(page, name).click();
  await sheet(page).locator('.sheet-title').getByText(name, { exact: true }).waitFor();
};

/** What stands on paper: the sheet and nothing around it. */
async function printed(page: Page): Promise<string> {
  await page.emulateMedia({ media: 'print' });
  const text = await page.locator('body').innerText();
  await page.emulateMedia({ media: 'screen' });
  return text;
}

/** The code as it stands on the page, and in the picture that is saved. */
async function codesOf(page: Page): Promise<{ name: string; codes: string[] }> {
  const seen = await sheet(page).locator('.sheet-code').screenshot();
  const saving = page.waitForEvent('download');
  await button(page, '存成图片').click();
  const saved = await saving;
  await sees(page, '图片存好了');
  const path = join(folder, saved.suggestedFilename());
  await saved.saveAs(path);
  const picture = readFileSync(path);
  return {
    name: saved.suggestedFilename(),
    codes: [await readCode(page, seen), await readCode(page, picture)],
  };
}

it('the four sheets of an open case have each number, who, what, by when, and whom to ring', async () => {
  const page = await app.open(RESIDENT, {
    mode: 'standard',
    path: `#/packages/resident/case/index?id=${open}`,
  });
  await button(page, '受理单，存图片或打印').click();
  await sees(page, '最晚办好');
  const { case: kase } = await app.cloud.ok(RESIDENT, 'cases.detail', { caseId: open });
  const no = `26 ${kase.no.slice(2, 6)} ${kase.no.slice(6)}`;
  const paper = await printed(page);
  for (const words of [
    '受理单',
    no,
    '临时救助',
    '赵一示',
    '新民社区',
    '04525550102',
    '家里跑水',
    '2026年11月',
  ])
    expect(paper).toContain(words);
  for (const words of ['打印', '存成图片', '一次性告知单', '演示']) expect(paper).not.toContain(words);
  const { name, codes } = await codesOf(page);
  expect(name).toBe(`受理单${kase.no}.png`);
  expect(codes).toEqual([at(open), at(open)]);

  await toSheet(page, '一次性告知单');
  expect(await printed(page)).toMatch(/第1版[^]*都要的材料[^]*怎么办/);
  expect((await codesOf(page)).codes).toEqual([at(open), at(open)]);

  await toSheet(page, '委托书');
  const mandate = await printed(page);
  expect(mandate).toMatch(/委托人\s+赵一示/);
  for (const words of [
    '√ 交材料',
    '□ 查询进度',
    '√ 取结果',
    '□ 签收',
    '手写签名',
    '委托人手写签名：',
    '签的日期：',
    '临时救助',
  ])
    expect(mandate).toContain(words);
  expect(mandate).toContain('2026年11月23日到2026年12月23日');
  expect((await codesOf(page)).codes[1]).toBe(at(open));

  await toSheet(page, '原件收条');
  expect(await printed(page)).toMatch(/居民户口簿[^]*居民家里[^]*最晚哪天还\s+2026年12月[^]*居民签字：/);
  expect((await codesOf(page)).codes).toEqual([at(open), at(open)]);
});

it('the sheet of its end says what came of it; the code leads each to their own page, and a stranger to nothing', async () => {
  const page = await app.open(RESIDENT, { mode: 'huge', path: `#/packages/resident/case/index?id=${done}` });
  await button(page, '办结单，存图片或打印').click();
  await sees(page, '几时办结');
  expect(await printed(page)).toMatch(/办结单[^]*办理结果/);
  const [code = ''] = (await codesOf(page)).codes;
  expect(code).toBe(at(done));

  const agent = await app.open(AGENT, { path: code.slice(code.indexOf('#')) });
  await agent.waitForURL(/packages\/agent\/case/);
  const manager = await app.open(MANAGER, { path: code.slice(code.indexOf('#')) });
  await manager.waitForURL(/packages\/manager\/case/);
  const { case: kase } = await app.cloud.ok(RESIDENT, 'cases.detail', { caseId: done });
  const stranger = await app.open('rs-05', { path: code.slice(code.indexOf('#')) });
  await button(stranger, /回首页|再试一次/)
    .first()
    .waitFor();
  const said = await main(stranger).innerText();
  for (const words of [kase.serviceName, kase.no, kase.contact.name, kase.note])
    expect(said).not.toContain(words);
});

it('the sheet for a door is read by a camera, from the page and from the picture', async () => {
  const manager = await app.open(MANAGER, {
    width: 1280,
    height: 800,
    path: '#/packages/resident/receipt/index?org=cm-xinmin',
  });
  await sees(manager, '扫一扫，有事请代办员帮您跑');
  const { scene } = await app.cloud.ok(MANAGER, 'units.code', { orgId: 'cm-xinmin' });
  const address = `${app.cloud.url}/#/pages/home/index?scene=${scene}`;
  expect((await codesOf(manager)).codes).toEqual([address, address]);
  expect((await printed(manager)).split(/\n+/)[0]).toBe('新民社区');
});

it('progress goes to the family as a link that names nobody, and stops by a tap', async () => {
  const page = await app.open(RESIDENT, {
    mode: 'standard',
    path: `#/packages/resident/case/index?id=${open}`,
  });
  await button(page, '把进展分享给家人').click();
  await sees(page, '看不到姓名、电话、地址、材料和留言。谁拿到都能看，请只发给家人。');
  const answer = page.waitForResponse((one) => (one.request().postData() ?? '').includes('"share"'));
  await button(page, '做一张分享的卡片').click();
  const { data } = (await (await answer).json()) as { data: { share: string } };
  await button(page, '复制网址，发给家人').waitFor();
  await sees(page, '分享了1份，还在用');

  const path = `#/packages/resident/shared/index?share=${data.share}`;
  const family = await app.open('nobody', { mode: 'standard', path });
  await sees(family, /代办员正在办/);
  const { case: kase } = await app.cloud.ok(RESIDENT, 'cases.detail', { caseId: open });
  const said = await main(family).innerText();
  expect(said).toContain(kase.serviceName);
  for (const words of [
    kase.no,
    kase.contact.name,
    kase.contact.phone,
    kase.note,
    kase.assignment?.agentName ?? '?',
  ])
    expect(said).not.toContain(words);
  await family.getByRole('link', { name: /打电话给新民社区/ }).waitFor();

  await button(page, '停止分享').click();
  await button(page, '做一张分享的卡片').waitFor();
  await family.reload();
  await sees(family, /这份分享看不了了/);
});

it('the receipt of a day that is sealed says so, and with the file beside it anybody checks it without us', async () => {
  // The chains begin with this day; then it is night.
  await app.cloud.timer('rollup');
  await app.cloud.setClock(instantOf('2026-11-24', '00:55'));
  const street = () => app.cloud.ok(RESIDENT, 'units.heads', { orgId: 'st-longhua' });
  do await app.cloud.timer('rollup');
  while ((await street()).day !== '2026-11-23');
  const page = await app.open(RESIDENT, {
    mode: 'standard',
    path: `#/packages/resident/receipt/index?id=${done}&of=done`,
  });
  await sees(page, '核对用名');
  const [head] = (await app.cloud.ok(RESIDENT, 'units.heads', { orgId: 'cm-xinmin' })).heads;
  const { n = 0, hash = '', day = '' } = head ?? {};
  const paper = (await printed(page)).replace(/\s+/g, '');
  for (const words of ['2026年11月23日', `${n}条`, hash, 'linli-daiban/cm-xinmin'])
    expect(paper).toContain(words);
  await button(page, '封存凭据').click();
  const [saved] = await Promise.all([page.waitForEvent('download'), button(page, '存成文件').click()]);
  await button(page, '存好了').waitFor();
  const file = join(folder, saved.suggestedFilename());
  await saved.saveAs(file);

  // Somebody who is in no register, with the sheet of that day: its code leads to the page that says whether it still fits.
  const anybody = await app.open('nobody', {
    mode: 'standard',
    path: '#/packages/privacy/heads/index?org=cm-xinmin',
  });
  await sees(anybody, '龙华街道已封存');
  await button(anybody, '打印校验单').click();
  await sees(anybody, '龙华街道已封存进自己的记录');
  const { codes } = await codesOf(anybody);
  const [code = ''] = codes;
  expect(codes).toEqual([code, code]);
  expect(Object.fromEntries(new URLSearchParams(code.split('?')[1]))).toEqual({
    org: 'cm-xinmin',
    n: String(n),
    hash,
    day,
  });
  // As a scanner opens it: anew.
  await anybody.goto('about:blank');
  await anybody.goto(code);
  await sees(anybody, '对得上');

  const verify = (...words: string[]) =>
    spawnSync(process.execPath, [join(root, 'scripts/verify/verify.mjs'), file, ...words], {
      encoding: 'utf8',
    });
  const whole = verify('--head', code);
  expect([whole.status, whole.stdout]).toEqual([0, expect.stringMatching(/赵一示，submit[^]*✓ 全部对得上/)]);
  writeFileSync(file, readFileSync(file, 'utf8').replace('赵一示', '赵一二'));
  const changed = verify('--head', code);
  expect([changed.status, changed.stdout]).toEqual([1, expect.stringMatching(/第\d+条的文字对不上封存/)]);
});

it('no page said an error', () => expect(app.complaints).toEqual([]));
