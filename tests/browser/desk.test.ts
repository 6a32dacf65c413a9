import type { Page } from 'playwright-core';
import { type App, startApp } from './app';
import { button, gone, main, sees } from './steps';

/** A manager at a desk: the menu at the side, a table that is sorted, a case beside the list it was chosen from, a deed on it. */
let app: App;
let page: Page;
beforeAll(async () => {
  app = await startApp();
  const ask = (who: string, serviceCode: string) =>
    app.cloud.ok(who, 'cases.submit', { serviceCode, mode: 'counter', note: '想问怎么办' });
  await ask('rs-03', 'disability-certificate');
  await ask('rs-02', 'elderly-allowance');
  await ask('rs-01', 'household-migration');
  page = await app.open('ad-cm-1', { width: 1280, height: 800 });
});
afterAll(async () => {
  const { complaints } = app;
  await app.close();
  expect(complaints).toEqual([]);
});

const menu = () => page.getByRole('navigation', { name: '社区管理' }).filter({ visible: true });
const list = () => page.getByRole('navigation', { name: '全部在办' }).filter({ visible: true });
const table = (name: string) => main(page).getByRole('table', { name });
const head = (name: string, words: string) => table(name).getByRole('columnheader', { name: words });
/** The names of a table's records from top to bottom. */
const names = async (name: string) => {
  const found = table(name).getByRole('rowheader');
  await found.first().waitFor();
  return found.allInnerTexts();
};
const heading = (level: 1 | 2, name: string) =>
  page.getByRole('heading', { name, level }).filter({ visible: true });
const title = (words: string) => heading(1, words);

/** As it is seen in the address: what a copied link opens. */
const at = () => new URL(page.url()).hash;

it('goes from page to page by the menu, which says where one is', async () => {
  await button(page, /在办一览/).click();
  await menu().getByRole('button', { name: '在办一览' }).waitFor();
  for (const words of ['评价得分', '通知送达', '派单规则', '开门时间', '差评和回访', '排班']) {
    await menu().getByRole('button', { name: words }).click();
    await title(words).waitFor();
    expect(await menu().locator('[aria-current=page]').allInnerTexts()).toEqual([words]);
  }
});

it('sorts the roster by its heads: up, down, and as it was', async () => {
  const asGiven = await names('代办员');
  const byName = [...asGiven].sort((one, next) => one.localeCompare(next, 'zh'));
  const sort = head('代办员', '代办员').getByRole('button');
  await sort.click();
  expect(await head('代办员', '代办员').getAttribute('aria-sort')).toBe('ascending');
  expect(await names('代办员')).toEqual(byName);
  await sort.press('Enter');
  expect(await head('代办员', '代办员').getAttribute('aria-sort')).toBe('descending');
  expect(await names('代办员')).toEqual([...byName].reverse());
  await sort.press('Space');
  expect(await head('代办员', '代办员').getAttribute('aria-sort')).toBe('none');
  expect(await names('代办员')).toEqual(asGiven);
});

it('opens a case from the table; the list stands at its side and marks it', async () => {
  await menu().getByRole('button', { name: '在办一览' }).click();
  await head('全部在办', '期限').getByRole('button').click();
  const [first = ''] = await names('全部在办');
  await table('全部在办').getByRole('button', { name: first }).click();
  await title('办件').waitFor();
  await heading(2, first).waitFor();
  expect(await list().locator('[aria-current=page]').innerText()).toContain(first);
});

it('goes on to another case by keyboard: its title has the focus, and Tab comes to the case, past menu and list', async () => {
  const board = at();
  await list()
    .getByRole('button', { name: /残疾人证办理/ })
    .press('Enter');
  await list().locator('[aria-current=page]', { hasText: '残疾人证办理' }).waitFor();
  await page.locator('h1:focus', { hasText: '办件' }).waitFor();
  await heading(2, '残疾人证办理').waitFor();
  expect(at()).not.toBe(board);
  await page.keyboard.press('Tab');
  await main(page).locator(':focus').waitFor();
});

it('does a deed beside the list, and comes back to the case', async () => {
  await button(page, '转到别的社区').waitFor();
  await button(page, /安排代办员|换一位代办员/).click();
  await sees(page, '对方马上收到通知，答应了才开始办。');
  expect(await list().locator('[aria-current=page]').innerText()).toContain('残疾人证办理');
  await main(page).getByRole('radio', { disabled: false }).last().check();
  await button(page, '就请这一位').click();
  await title('办件').waitFor();
  await main(page).getByText('还没接').waitFor();
});

it('the browser’s way back leads to the board, sorted as it was left', async () => {
  await page.goBack();
  await title('在办一览').waitFor();
  expect(await head('全部在办', '期限').getAttribute('aria-sort')).toBe('ascending');
});

it('a narrower window is a phone again, and nothing is lost of what stood there', async () => {
  await page.setViewportSize({ width: 900, height: 800 });
  await sees(page, /^待接单 \d件$/);
  await gone(table('全部在办'));
  await page.setViewportSize({ width: 1280, height: 800 });
  expect(await names('全部在办')).toHaveLength(3);
});
