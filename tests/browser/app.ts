import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { join, resolve } from 'node:path';
import type { Client } from '../../demo/client';
import type { pastYear } from '../../demo/past-year';
import { leversWithFont } from './font';
import { MONDAY, type TestCloud, startTestCloud } from '../support/cloud';

/** How large things are: as most people have it, 长辈版, 特大 (src/hooks/use-text-size). */
export const modes = ['standard', 'elder', 'huge'] as const;
export type Mode = (typeof modes)[number];

/** The built H5. Another build can be tested by its folder: `H5_DIR=/tmp/h5 npx jest …`. */
export const h5Dir = resolve(process.env.H5_DIR ?? join(__dirname, '..', '..', 'dist/h5'));

interface OpenOptions {
  width?: number;
  height?: number;
  path?: string;
  /** not given: no size has been chosen on this phone yet */
  mode?: Mode;
  /** a page that is drawn upon has styles that the server did not give it */
  bypassCSP?: boolean;
  /** later tests go on with this phone, or the test changes more of it than its page and what it keeps: nobody else gets it */
  isKept?: boolean;
}

/** A phone that was handed out: what it has loaded once, the next one who gets it need not load again. */
interface Phone {
  context: BrowserContext;
  hasTouch: boolean;
  /** the test that it was opened in; none where it is kept */
  test: object | undefined;
  /** how many have had it */
  turn: number;
}

/** The built mini-program in a real browser, over a local cloud of its own. */
export interface App<Cloud extends Client = TestCloud> {
  cloud: Cloud;
  /**
   * A phone of 375×667 in a demo person's hands, on the home page; its clock stands with the cloud's. Where a test before this one has let go of a
   * phone, it is that one, with nothing kept on it.
   */
  open(person: string, options?: OpenOptions): Promise<Page>;
  /** What pages said on their consoles that should not be there. */
  complaints: string[];
  close(): Promise<void>;
}

/** `seed`: what the cloud holds, if not a fresh demo. */
export async function startApp(seed?: ReturnType<typeof pastYear>) {
  return openApp(await startTestCloud({ staticDir: h5Dir, levers: leversWithFont, ...(seed && { seed }) }));
}

/** The browser of this worker (tests/support/warm.cjs). */
const warmBrowser = () => (globalThis as unknown as { warmBrowser(): Promise<Browser> }).warmBrowser();

/** The same over a cloud that runs already; closing the app closes it. */
export async function openApp<Cloud extends Client & { close(): Promise<void> }>(
  cloud: Cloud,
  opened: Browser | Promise<Browser> = warmBrowser(),
): Promise<App<Cloud>> {
  const browser = await opened;
  const complaints: string[] = [];
  const phones: Phone[] = [];

  async function openNew(own: BrowserContextOptions & { hasTouch: boolean }) {
    const context = await browser.newContext({ ...own, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    context.on('console', (message) => {
      // A signal that a test cut is the browser's complaint, not the page's.
      if (message.type() === 'error' && !message.text().includes('net::ERR_'))
        complaints.push(`${message.page()?.url()}: ${message.text()}`);
    });
    context.on('weberror', (thrown) => complaints.push(`${thrown.page()?.url()}: ${thrown.error().message}`));
    const phone: Phone = { context, hasTouch: own.hasTouch, test: undefined, turn: 0 };
    phones.push(phone);
    return phone;
  }

  return {
    cloud,
    complaints,
    async open(person, { width = 375, height = 667, path = '', mode, bypassCSP, isKept = bypassCSP } = {}) {
      const test = runningTest();
      const own = { viewport: { width, height }, hasTouch: width < 720, bypassCSP };
      const left = phones.find(
        (one) => !bypassCSP && one.test && one.test !== test && one.hasTouch === own.hasTouch,
      );
      const phone = left ?? (await openNew(own));
      phone.test = isKept ? undefined : test;
      phone.turn += 1;
      const { context, turn } = phone;
      for (const page of context.pages()) await page.close();
      await lend(context, { person, token: cloud.token(person), mode, turn });
      await context.clock.setFixedTime(MONDAY);
      const page = await context.newPage();
      if (left) await page.setViewportSize(own.viewport);
      await page.goto(`${cloud.url}/${path}`);
      return page;
    },
    async close() {
      for (const { context } of phones) await context.close();
      await cloud.close();
    },
  };
}

/** The test that runs (tests/support/warm.cjs); none while pages are opened for all of a file, or for pictures. */
const runningTest = () => (globalThis as { runningTest?: object }).runningTest;

/**
 * Puts the phone into a person's hands, once, with nothing on it of whoever had it before: after that the demo's bar and the switch of the size decide.
 * `turn`: how many have had it.
 */
export async function lend(
  context: BrowserContext,
  { person, token, mode, turn = 1 }: { person: string; token: string; mode?: Mode; turn?: number },
): Promise<void> {
  await context.addInitScript(
    ([id, bearer, size, own]) => {
      // A blank page keeps nothing. What was put in for the turns before comes first, each time.
      if (location.protocol === 'about:' || Number(localStorage.getItem('test.turn')) >= own) return;
      localStorage.clear();
      localStorage.setItem('test.turn', String(own));
      localStorage.setItem('linli.token', bearer);
      localStorage.setItem('linli.person', id);
      // As Taro.setStorageSync writes it.
      if (size) localStorage.setItem('linli.size', JSON.stringify({ data: size }));
    },
    [person, token, mode, turn] as const,
  );
}
