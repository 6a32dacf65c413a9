import type { Locator, Page } from 'playwright-core';
import { MONDAY } from '../support/cloud';
import { type App, startApp } from './app';
import { askByTile, button, casesOf, countSubmits, noteField, sees, writeUpToCheck } from './steps';

/** What goes wrong while one writes: it is said beside its field, and nothing is lost or doubled. */
let app: App;
let page: Page;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const hourMs = 60 * 60 * 1000;
const phone = () => page.getByLabel('联系电话').filter({ visible: true });
const address = () => page.getByLabel('上门的地址').filter({ visible: true });
const radio = (name: string | RegExp) => page.getByRole('radio', { name }).filter({ visible: true });

/** What is said about a field: found by its description, announced as an alert, in view, at most a line away from it. */
async function saidBeside(field: Locator): Promise<string> {
  const described = await field.elementHandle();
  const said = await field.page().waitForFunction((element) => {
    const owner = element?.closest('fieldset') ?? element;
    const ids = owner?.getAttribute('aria-describedby')?.split(' ') ?? [];
    const alert = ids
      .map((id) => document.getElementById(id))
      .find((one) => one?.getAttribute('role') === 'alert' && one.innerText !== '');
    if (!element || !alert) return false;
    const { top, bottom } = alert.getBoundingClientRect();
    const gap = element.getBoundingClientRect().top - bottom;
    return top >= 0 && bottom <= innerHeight && gap >= 0 && gap <= 24 && alert.innerText.trim();
  }, described);
  return String(await said.jsonValue());
}

describe('written wrongly', () => {
  beforeAll(async () => {
    page = await app.open('rs-01');
    await askByTile(page, '残疾人证');
  });

  it('a note of 3,000 characters: says how much is too much, and keeps them all', async () => {
    const long = '办'.repeat(3000);
    await noteField(page).fill(long);
    await button(page, '下一步').click();
    expect(await saidBeside(noteField(page))).toContain('多写了2500个字');
    expect(await noteField(page).getAttribute('aria-invalid')).toBe('true');
    expect(await noteField(page).inputValue()).toBe(long);
    await page.reload();
    await noteField(page).waitFor();
    expect(await noteField(page).inputValue()).toBe(long);
  });

  it('no note: asks for one', async () => {
    await noteField(page).fill(' ');
    await button(page, '下一步').click();
    expect(await saidBeside(noteField(page))).toBe('请填写要办的事。');
  });

  it('a phone of ten digits and an address of one letter: each beside its own field', async () => {
    await noteField(page).fill('想办残疾证');
    await button(page, '下一步').click();
    await phone().fill('1381234567');
    await address().fill('a');
    await button(page, '下一步').click();
    await sees(page, /电话不对/);
    expect(await saidBeside(phone())).toBe('电话不对：手机号是11位，座机请带区号。');
    expect(await saidBeside(address())).toBe('地址太短，请写清小区、楼号、单元和门牌。');
    expect([await phone().inputValue(), await address().inputValue()]).toEqual(['1381234567', 'a']);
  });

  it('mended: what was said goes, and the way on is free', async () => {
    await phone().fill('138 1234 5678');
    await address().fill('灯塔院12号楼3单元601');
    await button(page, '下一步').click();
    await sees(page, /第3步/);
  });

  it('from step 3 back to step 1 and on again, everything is as it was', async () => {
    await button(page, '上一步').click();
    expect([await phone().inputValue(), await address().inputValue()]).toEqual([
      '138 1234 5678',
      '灯塔院12号楼3单元601',
    ]);
    await button(page, '上一步').click();
    expect(await noteField(page).inputValue()).toBe('想办残疾证');
    expect(await radio(/上门代办/).isChecked()).toBe(true);
    await writeUpToCheck(page, '想办残疾证，越快越好');
    for (const words of ['想办残疾证，越快越好', '138 1234 5678', '灯塔院12号楼3单元601', '上门代办'])
      await sees(page, words);
  });

  it('a double tap on 发出去 sends one request and makes one case', async () => {
    const submits = countSubmits(page);
    await button(page, '发出去').dblclick();
    await sees(page, '收到了，我们来办');
    expect(submits.count).toBe(1);
    expect(await casesOf(app.cloud, 'rs-01', 'disability-certificate')).toHaveLength(1);
  });
});

describe('left in the middle', () => {
  beforeAll(async () => {
    page = await app.open('rs-02');
    await askByTile(page, '高龄津贴');
    await noteField(page).fill('过了80生日还没领');
    await radio(/预约代办/).check();
    await button(page, '下一步').click();
    await phone().fill('13812345678');
    await radio(/明天/).check();
    await radio(/9点/).check();
    await page.close();
  });
  afterAll(() => app.cloud.setClock(MONDAY));

  it('a day later it is found again, and the page says so', async () => {
    const later = MONDAY + 24 * hourMs;
    await app.cloud.setClock(later);
    const context = page.context();
    await context.clock.setFixedTime(later);
    page = await context.newPage();
    await page.goto(app.cloud.url);
    await button(page, '高龄津贴').click();
    await button(page, '请代办员帮忙').click();
    await sees(page, /上次写到一半的还在/);
    await sees(page, /第2步/);
    expect(await phone().inputValue()).toBe('13812345678');
  });

  it('the time that has gone by meanwhile is said beside the hours', async () => {
    await button(page, '下一步').click();
    await sees(page, '这个时间已经过了，请选以后的时间。');
    const hours = page.getByRole('group', { name: '几点？' }).getByRole('radio');
    expect(await saidBeside(hours.first())).toBe('这个时间已经过了，请选以后的时间。');
  });

  it('with another time it goes, with the words of the day before', async () => {
    await radio(/明天/).check();
    await button(page, '下一步').click();
    await sees(page, '过了80生日还没领');
    await button(page, '发出去').click();
    await sees(page, '收到了，我们来办');
    expect(await casesOf(app.cloud, 'rs-02', 'elderly-allowance')).toHaveLength(1);
  });
});

describe('two tabs of the same person', () => {
  const sendFrom = async (tab: Page) => {
    await button(tab, '发出去').click();
    await sees(tab, /收到了，我们来办|这件事正在给您办/);
  };
  const atOnce = (tabs: Page[]) => Promise.all(tabs.map(sendFrom));
  const inTurn = async (tabs: Page[]) => {
    for (const tab of tabs) await sendFrom(tab);
  };

  it.each([
    ['one after the other', '残疾人证', 'disability-certificate', inTurn],
    ['at the same moment', '低保申请', 'minimum-living-allowance', atOnce],
  ])('that send %s make one case', async (_, tile, code, send) => {
    page = await app.open('rs-03');
    await askByTile(page, tile);
    await writeUpToCheck(page, '想办，写在一个页上');
    const second = await page.context().newPage();
    await second.goto(page.url());
    // The other tab finds what was written here.
    await sees(second, /第3步/);
    await sees(second, '想办，写在一个页上');

    await send([page, second]);
    expect(await casesOf(app.cloud, 'rs-03', code)).toHaveLength(1);
  });
});

describe('the words of a deed', () => {
  let caseId: string;
  const open = (holder: string, deed: string) =>
    app.open(holder, { path: `#/packages/agent/case/index?id=${caseId}&do=${deed}`, isKept: true });
  const result = () => page.getByLabel(/办成什么样了/);
  let holder: string;
  beforeAll(async () => {
    ({ caseId } = await app.cloud.ok('rs-04', 'cases.submit', {
      serviceCode: 'senior-preference-card',
      mode: 'counter',
      note: '想办优待证',
    }));
    const { case: kase } = await app.cloud.ok('ad-cm-1', 'cases.detail', { caseId });
    holder = kase.assignment?.agentId ?? '';
    await app.cloud.ok(holder, 'cases.accept', { caseId });
  });

  it('are asked for where there are none, with an example of its item', async () => {
    page = await open(holder, 'complete');
    await sees(page, '比如：优待证办好了，周三上午送到您家');
    await button(page, '办结，告诉居民').click();
    expect(await saidBeside(result())).toBe('请写一句办成什么样了。');
  });

  it('are given back after a reload, and the page says so', async () => {
    await result().fill('优待证拿到了');
    await page.reload();
    await sees(page, '上次写到一半的还在，接着写就行。');
    expect(await result().inputValue()).toBe('优待证拿到了');
  });

  it('are given back with the papers that were ticked', async () => {
    const asking = await open(holder, 'ask');
    const paper = () => asking.getByRole('checkbox', { name: /本人居民身份证/ });
    await paper().check();
    await asking.getByLabel(/还要说明什么/).fill('原件');
    await asking.reload();
    await sees(asking, '上次写到一半的还在，接着写就行。');
    await paper().waitFor();
    expect(await paper().isChecked()).toBe(true);
    expect(await asking.getByLabel(/还要说明什么/).inputValue()).toBe('原件');
    await button(asking, '不要了，重新写').click();
    expect(await paper().isChecked()).toBe(false);
    await button(asking, '通知居民补材料').click();
    expect(await saidBeside(asking.getByLabel(/还要说明什么/))).toBe('请告诉居民缺什么。');
  });

  it('go with the button, and are kept no longer', async () => {
    await button(page, '办结，告诉居民').click();
    await sees(page, '已办结');
    const { case: kase } = await app.cloud.ok('rs-04', 'cases.detail', { caseId });
    expect(kase.result).toBe('优待证拿到了');
    const kept = await page.evaluate((id) => localStorage.getItem(`linli.draft.complete.${id}`), caseId);
    expect(kept).toBeNull();
  });
});

it('no page said an error', () => expect(app.complaints).toEqual([]));
