import type { Browser, BrowserContext, Page } from 'playwright-core';
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
}

/** The built mini-program in a real browser, over a local cloud of its own. */
export interface App<Cloud extends Client = TestCloud> {
  cloud: Cloud;
  /** A phone of 375×667 in a demo person's hands, on the home page; its clock stands with the cloud's. */
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
  opened: Promise<Browser> = warmBrowser(),
): Promise<App<Cloud>> {
  const browser = await opened;
  const complaints: string[] = [];
  const contexts: BrowserContext[] = [];
  return {
    cloud,
    complaints,
    async open(person, { width = 375, height = 667, path = '', mode, bypassCSP } = {}) {
      const context = await browser.newContext({
        bypassCSP,
        viewport: { width, height },
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        hasTouch: width < 720,
      });
      contexts.push(context);
      await lend(context, { person, token: cloud.token(person), mode });
      await context.clock.setFixedTime(MONDAY);
      context.on('console', (message) => {
        // A signal that a test cut is the browser's complaint, not the page's.
        if (message.type() === 'error' && !message.text().includes('net::ERR_'))
          complaints.push(`${message.page()?.url()}: ${message.text()}`);
      });
      context.on('weberror', (thrown) =>
        complaints.push(`${thrown.page()?.url()}: ${thrown.error().message}`),
      );
      const page = await context.newPage();
      await page.goto(`${cloud.url}/${path}`);
      return page;
    },
    async close() {
      for (const context of contexts) await context.close();
      await cloud.close();
    },
  };
}

/** Puts the phone into a person's hands, once: after that the demo's bar and the switch of the size decide. */
export async function lend(
  context: BrowserContext,
  { person, token, mode }: { person: string; token: string; mode?: Mode },
): Promise<void> {
  await context.addInitScript(
    ([id, bearer, size]) => {
      // A blank page keeps nothing.
      if (location.protocol === 'about:' || localStorage.getItem('linli.token')) return;
      localStorage.setItem('linli.token', bearer);
      localStorage.setItem('linli.person', id);
      // As Taro.setStorageSync writes it.
      if (size) localStorage.setItem('linli.size', JSON.stringify({ data: size }));
    },
    [person, token, mode] as const,
  );
}
