import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../scripts/browser.mjs';
import { root } from '../scripts/stamp';
import { type Section, median, startServer } from './harness';

const ROUNDS = 5;
/** Slow 4G as Chrome's own tools define it, and a processor slowed four times: a cheap phone on a weak network. */
const slow4g = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};
const SLOWED = 4;

/** Time to useful content of the home page on a slow phone ÷ the same for a Taro + React hello world. */
export async function firstContent(functionsDir: string): Promise<Section> {
  const browser = await launchBrowser();
  const times: Record<'home' | 'hello', number[]> = { home: [], hello: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.home.push(await timeTo(browser, functionsDir, join(root, 'dist/h5'), '您要办什么事？'));
    times.hello.push(await timeTo(browser, functionsDir, join(root, 'bench/hello/dist/h5'), 'hello'));
  }
  await browser.close();
  const [value, floor] = [median(times.home), median(times.hello)];
  return {
    title: `Time to useful content, slow 4G, processor slowed ${SLOWED} times (median of ${ROUNDS})`,
    figures: [
      { name: 'H5 home page: the search field is there', value, unit: 'ms', floor, ratio: value / floor },
    ],
  };
}

async function timeTo(browser: Browser, functionsDir: string, dir: string, text: string): Promise<number> {
  const server = await startServer(functionsDir, dir);
  const context = await browser.newContext({ viewport: { width: 375, height: 667 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slow4g);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  const started = performance.now();
  await page.goto(server.url, { waitUntil: 'commit' });
  await page.getByText(text).filter({ visible: true }).first().waitFor();
  const taken = performance.now() - started;
  await context.close();
  await server.stop();
  return taken;
}
