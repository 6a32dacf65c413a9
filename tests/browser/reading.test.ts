import type { Page } from 'playwright-core';
import { type App, startApp } from './app';
import { type Heard, listen, mute } from './reading';
import { answers, casesOf } from './steps';

/** From home to sent with a screen reader: nothing but roles, names and what is announced. */
let app: App;
let page: Page;
beforeAll(async () => {
  app = await startApp();
  page = await app.open('rs-01');
});
afterAll(() => app.close());

/** Waits until something with this role says this, and gives all that is heard then. */
async function hears(role: 'heading' | 'status' | 'alert' | 'textbox', words: string): Promise<Heard[]> {
  const says = page.getByRole(role).filter({ hasText: words });
  const named = page.getByRole(role, { name: words });
  await says.or(named).first().waitFor();
  const heard = await listen(page);
  expect(mute(heard)).toEqual([]);
  return heard;
}
const namesOf = (heard: Heard[], role: string) =>
  heard.filter((one) => one.role === role).map(({ name }) => name);

it('home says its name, then asks what is the matter', async () => {
  const heard = await hears('heading', '常办的事');
  expect(namesOf(heard, 'heading')[0]).toBe('邻里代办');
  expect(namesOf(heard, 'searchbox')).toEqual(['您要办什么事？']);
  expect(namesOf(heard, 'main')).toHaveLength(1);
  expect(namesOf(heard, 'navigation')).toContain('主菜单');
});

it('says how many items were found, without going there', async () => {
  await page.getByRole('searchbox', { name: '您要办什么事？' }).fill('想办残疾证');
  const heard = await hears('status', '找到');
  expect(namesOf(heard, 'group')).toContain('找到的事项');
  await page.getByRole('button', { name: /^残疾人证办理/ }).click();
});

it('reads the item from its name to whom to ask', async () => {
  const heard = await hears('heading', '残疾人证办理');
  const headings = namesOf(heard, 'heading');
  // Folded, and still a heading that tells how many there are.
  const papers = headings.findIndex((name) => /^要准备的材料，\d+样/.test(name));
  expect(headings.indexOf('残疾人证办理')).toBeLessThan(papers);
  expect(papers).toBeLessThan(headings.indexOf('咨询和投诉'));
  await page.getByRole('button', { name: '请代办员帮忙' }).click();
});

it('says which step it is, and each question before its answers', async () => {
  const heard = await hears('heading', '第1步，共3步：要办什么');
  expect(namesOf(heard, 'textbox')).toEqual(['您要办的事，说一两句']);
  const questions = namesOf(heard, 'group');
  expect(questions).toEqual(expect.arrayContaining(['怎么给您办？']));
  await page.getByRole('radio', { name: /^上门代办/ }).check();
  await page.getByRole('button', { name: '下一步' }).click();
});

it('announces what is wrong with a field, and ties it to the field', async () => {
  await hears('textbox', '联系电话');
  const phone = page.getByRole('textbox', { name: '联系电话' });
  await phone.fill('1381234567');
  await page.getByRole('button', { name: '下一步' }).click();
  await hears('alert', '电话不对：手机号是11位，座机请带区号。');
  const description = await phone.evaluate((field) =>
    (field.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.innerText.trim())
      .join(' '),
  );
  expect(description).toBe('代办员先打这个电话找您 电话不对：手机号是11位，座机请带区号。');
  await phone.fill('13812345678');
  await page.getByRole('button', { name: '下一步' }).click();
});

it('reads everything once more, sends it, and announces that it has arrived', async () => {
  await hears('heading', '第3步，共3步：看一遍，发出去');
  await page.getByRole('button', { name: '发出去' }).click();
  await hears('heading', '邻里代办 申请在微信里给您发消息');
  await answers(page, '取消');
  await hears('status', '收到了，我们来办');
  expect(await casesOf(app.cloud, 'rs-01', 'disability-certificate')).toHaveLength(1);
});

it('no page said an error', () => expect(app.complaints).toEqual([]));
