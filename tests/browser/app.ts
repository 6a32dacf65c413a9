import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';
import { join } from 'node:path';
import { type TestCloud, MONDAY, startTestCloud } from '../support/cloud';

/** The built mini-program in a real browser, over a local cloud of its own. */
export interface App {
  cloud: TestCloud;
  /** A phone of 375×667 in a demo person's hands, on the home page; its clock stands with the cloud's. */
  open(person: string, options?: { width?: number; height?: number; path?: string }): Promise<Page>;
  /** What pages said on their consoles that should not be there. */
  complaints: string[];
  close(): Promise<void>;
}

export async function startApp(): Promise<App> {
  const endpoint = process.env.BROWSER_WS;
  if (!endpoint) throw new Error('tests/browser/setup.mjs did not start a browser');
  const browser: Browser = await chromium.connect(endpoint);
  const cloud = await startTestCloud({ staticDir: join(__dirname, '..', '..', 'dist/h5') });
  const complaints: string[] = [];
  const contexts: BrowserContext[] = [];
  return {
    cloud,
    complaints,
    async open(person, { width = 375, height = 667, path = '' } = {}) {
      const context = await browser.newContext({
        viewport: { width, height },
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        hasTouch: width < 720,
      });
      contexts.push(context);
      await context.addInitScript(
        ([token, id]) => {
          // Once: the demo's bar may make this phone somebody else's.
          if (localStorage.getItem('linli.token')) return;
          localStorage.setItem('linli.token', token ?? '');
          localStorage.setItem('linli.person', id ?? '');
        },
        [await cloud.token(person), person],
      );
      const page = await context.newPage();
      await page.clock.setFixedTime(MONDAY);
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
      await page.goto(`${cloud.url}/${path}`);
      return page;
    },
    async close() {
      for (const context of contexts) await context.close();
      await browser.close();
      await cloud.close();
    },
  };
}
