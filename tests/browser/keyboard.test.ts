import type { Locator, Page } from 'playwright-core';
import { type App, startApp } from './app';
import { button, casesOf, noteField, sees } from './steps';

/** From home to sent by keyboard alone: Tab, arrows, Space and Enter. At each stop one sees where one is. */
const mostStops = 80;

let app: App;
let page: Page;
beforeAll(async () => {
  app = await startApp();
  page = await app.open('rs-01');
});
afterAll(() => app.close());

/** Stops where one could not see where one is. */
const unseen: string[] = [];

/** Where the focus is, and what is wrong with how it shows: no outline, out of the window, or under something else. */
const focused = () =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return { at: 'nothing', wrong: '' };
    const at = `${element.tagName.toLowerCase()} “${(element.innerText || element.getAttribute('aria-label') || element.id).slice(0, 30)}”`;
    const shown = element.closest('label') ?? element;
    const isOutlined = [element, shown].some((one) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    });
    if (!isOutlined) return { at, wrong: `${at} has no outline` };
    const { left, top, right, bottom } = shown.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight)
      return { at, wrong: `${at} is out of the window: ${top} to ${bottom}` };
    const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return { at, wrong: seen && shown.contains(seen) ? '' : `${at} is under ${seen?.className}` };
  });

/** Presses Tab until `target` has the focus, and notes what on the way does not show that it has it. */
async function tabTo(target: Locator): Promise<void> {
  await target.waitFor();
  const stops: string[] = [];
  for (let stop = 0; stop < mostStops; stop += 1) {
    await page.keyboard.press('Tab');
    const { at, wrong } = await focused();
    if (wrong !== '') unseen.push(wrong);
    stops.push(at);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not come to ${target.toString()}: ${stops.join(', ')}`);
}

const focusedRadio = () => page.locator('input[type=radio]:focus');
const key = (name: string) => page.keyboard.press(name);

it('finds the item by its own words', async () => {
  await tabTo(page.getByLabel('您要办什么事？'));
  await page.keyboard.type('想办残疾证');
  await key('Enter');
  await tabTo(page.getByRole('group', { name: '找到的事项' }).getByRole('button').first());
  await key('Enter');
  await sees(page, '我们答应几天办好');
});

it('ticks a paper with Space', async () => {
  const paper = page.getByRole('checkbox').filter({ visible: true }).first();
  await tabTo(paper);
  await key('Space');
  expect(await paper.isChecked()).toBe(true);
});

it('asks an agent for help, and chooses the way with the arrows', async () => {
  await tabTo(button(page, '请代办员帮忙'));
  await key('Enter');
  await sees(page, /第1步/);
  await tabTo(noteField(page));
  await key('Control+End');
  await page.keyboard.type('，老伴瘫痪');
  await tabTo(page.getByRole('radio', { name: /上门代办/ }));
  await key('ArrowDown');
  expect(await focusedRadio().isChecked()).toBe(true);
  expect(await page.getByRole('radio', { name: /预约代办/ }).isChecked()).toBe(true);
  expect((await focused()).wrong).toBe('');
  await key('ArrowUp');
  await tabTo(button(page, '下一步'));
  await key('Space');
  await sees(page, /第2步/);
});

it('is led to what is wrong, mends it and goes on', async () => {
  const phone = page.getByLabel('联系电话');
  await tabTo(phone);
  await key('Control+A');
  await page.keyboard.type('1381234567');
  await tabTo(button(page, '下一步'));
  await key('Enter');
  await sees(page, /电话不对/);
  // Shift+Tab would do, too; going round the page comes to the field again.
  await tabTo(phone);
  await key('End');
  await page.keyboard.type('8');
  await tabTo(button(page, '下一步'));
  await key('Enter');
  await sees(page, /第3步/);
});

it('sends it', async () => {
  await sees(page, '想办残疾证，老伴瘫痪');
  await tabTo(button(page, '发出去'));
  await key('Enter');
  await sees(page, /申请在微信里给您发消息/);
  await tabTo(button(page, '允许'));
  await key('Enter');
  await sees(page, '收到了，我们来办');
  expect(await casesOf(app.cloud, 'rs-01', 'disability-certificate')).toHaveLength(1);
});

it('goes on to the case', async () => {
  await tabTo(button(page, '看办到哪一步'));
  await key('Enter');
  await sees(page, /等代办员.*答应/);
});

// The bar at the bottom covers what Tab scrolls to just above the window's edge. `scroll-padding` on what scrolls mends it;
// then this becomes a plain `it`.
it('one sees where one is at every stop', () => expect(unseen).toEqual([]));

it('no page said an error', () => expect(app.complaints).toEqual([]));
