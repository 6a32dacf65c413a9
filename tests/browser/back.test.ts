import type { Page } from 'playwright-core';
import { type App, startApp } from './app';
import { answers, askByTile, button, noteField, sees, writeUpToCheck } from './steps';

/** The phone's way back in the three steps of a request: one step, and out of the page only from the first. */
let app: App;
let page: Page;
beforeAll(async () => {
  app = await startApp();
  page = await app.open('rs-01');
});
afterAll(() => app.close());

const note = '老伴瘫痪两年，下不了楼';

it('goes one step back at a time, with what was written', async () => {
  await askByTile(page, '残疾人证');
  await writeUpToCheck(page, note);
  await page.goBack();
  await sees(page, /第2步/);
  await page.goBack();
  await sees(page, /第1步/);
  expect(await noteField(page).inputValue()).toBe(note);
});

it('and forward again', async () => {
  await page.goForward();
  await sees(page, /第2步/);
  await page.goBack();
  await sees(page, /第1步/);
});

it('from the first step leads out of the page', async () => {
  await page.goBack();
  await sees(page, '咨询和投诉');
});

it('the buttons and the way back count the same steps', async () => {
  await button(page, '请代办员帮忙').click();
  await sees(page, /第1步/);
  await button(page, '下一步').click();
  await sees(page, /第2步/);
  await button(page, '下一步').click();
  await sees(page, /第3步/);
  await button(page, '改要办的事').click();
  await sees(page, /第1步/);
  await button(page, '下一步').click();
  await sees(page, /第2步/);
  await button(page, '上一步').click();
  await sees(page, /第1步/);
  await page.goBack();
  await sees(page, '咨询和投诉');
});

it('holds for a step that was found again after the page was opened anew', async () => {
  await button(page, '请代办员帮忙').click();
  await sees(page, /第1步/);
  await button(page, '下一步').click();
  await sees(page, /第2步/);
  await page.reload();
  await sees(page, /第2步/);
  // The title's own way back is the same one.
  await button(page, '返回').click();
  await sees(page, /第1步/);
});

it('what is sent has no steps behind it', async () => {
  await button(page, '下一步').click();
  await sees(page, /第2步/);
  await button(page, '下一步').click();
  await sees(page, /第3步/);
  await button(page, '发出去').click();
  await answers(page, '取消');
  await sees(page, '收到了，我们来办');
  await button(page, '看办到哪一步').click();
  await sees(page, '办到哪一步了');
  await page.goBack();
  await sees(page, '咨询和投诉');
});

it('no page said an error', () => expect(app.complaints).toEqual([]));
