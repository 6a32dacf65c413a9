import type { Locator, Page, Route } from 'playwright-core';
import type { Client } from '../../demo/client';

/** What people do on pages, by the words they see: shared by the journeys. */

export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name }).filter({ visible: true });

/** None of these is there, or the last goes with the drawing that follows. */
export const gone = (what: Locator): Promise<void> => what.first().waitFor({ state: 'detached' });

/** Waits for words; where they do not come, the fault says what was there instead. */
export async function sees(page: Page, text: string | RegExp): Promise<void> {
  try {
    await page.getByText(text).filter({ visible: true }).first().waitFor();
  } catch (error) {
    const there = await page.locator('body').ariaSnapshot();
    throw new Error(`“${text}” did not come; there was:\n${there}`, { cause: error });
  }
}

/** The page that is in view; those behind it stay in the document, hidden. */
export const main = (page: Page): Locator => page.getByRole('main').filter({ visible: true });

/** From home by one of its tiles to the first step of a request. */
export async function askByTile(page: Page, tile: string): Promise<void> {
  await button(page, tile).click();
  await button(page, '请代办员帮忙').click();
  await sees(page, /第1步/);
}

/** Where a report is: found by its name, then the landmark. */
export async function spotAt(page: Page, estate: string, landmark: string): Promise<void> {
  const field = page.getByLabel(/在哪个小区、哪条路/).filter({ visible: true });
  await field.click();
  await field.fill(estate);
  const found = page.getByRole('group', { name: '找到的社区' }).getByRole('button').filter({ visible: true });
  await found.first().click();
  const at = page.getByLabel(/具体在哪儿/).filter({ visible: true });
  await at.click();
  await at.fill(landmark);
}

/** A picture in two light colours, as large as a phone's, by the chooser of files; `draws` covers what must not be seen before it is sent. `isUsed`: it is sent. */
export async function takesPhoto(
  page: Page,
  draws?: (field: Locator) => Promise<void>,
  isUsed = true,
): Promise<void> {
  const light = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [800, 600];
    const context = canvas.getContext('2d');
    if (context) context.fillStyle = '#fff';
    context?.fillRect(0, 0, 800, 600);
    if (context) context.fillStyle = '#ccc';
    context?.fillRect(0, 0, 400, 200);
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  });
  const chooser = page.waitForEvent('filechooser');
  await button(page, '放照片').click();
  await (
    await chooser
  ).setFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from(light, 'base64') });
  const field = page.getByRole('img', { name: /拖一个框盖住/ });
  await field.waitFor();
  await draws?.(field);
  if (!isUsed) return;
  await button(page, '就用这张').click();
  await button(page, '照片1，看大图').waitFor();
}

export const noteField = (page: Page): Locator => page.getByLabel(/说一两句/).filter({ visible: true });

/** Writes what it is about and goes on to the third step, where everything is read once more. */
export async function writeUpToCheck(page: Page, note: string): Promise<void> {
  await noteField(page).fill(note);
  await button(page, '下一步').click();
  await sees(page, /第2步/);
  await button(page, '下一步').click();
  await sees(page, /第3步/);
}

/** Answers what stands for WeChat's own dialog, and waits until it is gone. */
export async function answers(page: Page, way: '允许' | '取消'): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: way }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** An agent's tap that WeChat asks in, too, as the page says beforehand; and the answer. */
export async function tapAndAnswer(page: Page, name: string | RegExp, way: '允许' | '取消' = '取消') {
  await sees(page, '微信会问您一句');
  await button(page, name).click();
  await answers(page, way);
}

export const isSubmit = (body: string | null): boolean => (body ?? '').includes('"submit"');

const casesUrl = '**/v1/functions/cases';

/** The next request that is sent goes through `hands`; whatever comes after goes its usual way. */
export async function catchSubmit(page: Page, hands: (route: Route) => Promise<void>): Promise<void> {
  let isCaught = false;
  await page.route(casesUrl, async (route) => {
    if (isCaught || !isSubmit(route.request().postData())) return route.fallback();
    isCaught = true;
    await hands(route);
  });
}

/** How often the page asked the cloud to take a request. */
export function countSubmits(page: Page): { count: number } {
  const seen = { count: 0 };
  page.on('request', (request) => {
    if (request.url().endsWith('/cases') && isSubmit(request.postData())) seen.count += 1;
  });
  return seen;
}

/** The cases that a person has of one service, as the cloud knows them. */
export async function casesOf(client: Client, person: string, serviceCode: string) {
  const { cases } = await client.ok(person, 'cases.mine', {});
  return cases.filter((one) => one.serviceCode === serviceCode);
}

/**
 * A form that has been sent takes the entries of its steps out of the browser's history, and that comes a moment after what it shows. Whoever leaves for
 * another address before would be taken back.
 */
export async function stepsGone(page: Page): Promise<void> {
  await page.waitForFunction(() => !(history.state as { step?: number } | null)?.step);
}
