import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type App, type Mode, h5Dir, openApp } from '../tests/browser/app';
import { leversWithFont } from '../tests/browser/font';
import { goTo, hideBar, places, playCases } from '../tests/browser/pages';
import type { Place } from '../tests/browser/place';
import { launchBrowser } from './browser.mjs';
import { type Client, connect } from '../demo/client';
import { startTrialCloud } from '../demo/cloud';
import { pastYear } from '../demo/past-year';
import { root } from './stamp';

/** `npm run contact-sheet`: every page in all sizes as it stands on a phone of 375×667, side by side, into docs/. */
const docs = join(root, 'docs');
const sizes: Record<Mode, string> = { standard: '标准', elder: '长辈版', huge: '特大' };
const aSheet = 20;
const mostBytes = 800 * 1024;

async function main(): Promise<void> {
  mkdirSync(docs, { recursive: true });
  for (const old of readdirSync(docs).filter((name) => /^contact-sheet.*png$/.test(name)))
    rmSync(join(docs, old));
  const browser = await launchBrowser();
  const chapters: string[] = [];
  for (const [mode, title] of Object.entries(sizes)) {
    const files = await sheetsOf(mode as Mode, browser); // a key of `sizes`
    chapters.push(`## ${title}`, ...files.map((file) => `![${title}](${file})`));
  }
  writeFileSync(
    join(docs, 'contact-sheet.md'),
    `${['# 每一页', '`npm run contact-sheet` 拍的：375×667 的手机，页面清单在 tests/browser/pages.ts。', ...chapters].join('\n\n')}\n`,
  );
  await browser.close();
}

/** Takes every page in this size; gives the names of the sheets. */
async function sheetsOf(mode: Mode, browser: Browser): Promise<string[]> {
  const app = await startApp(browser);
  const cases = await playCases(app.cloud);
  const phones = new Map<string, Page>();
  const shots: Shot[] = [];
  for (const place of places) {
    const page = phones.get(place.person) ?? (await app.open(place.person, { mode }));
    phones.set(place.person, page);
    await goTo(page, app.cloud.url, place, cases);
    shots.push(...(await take(page, place)));
  }
  const files: string[] = [];
  const canvas = await app.open('rs-01', { width: 5 * (188 + 16) + 16, height: 100, bypassCSP: true });
  for (let from = 0; from < shots.length; from += aSheet) {
    const file = `contact-sheet-${mode}-${files.length + 1}.png`;
    // A page of the cloud has its font.
    await canvas.goto(app.cloud.url);
    await canvas.setContent(sheet(shots.slice(from, from + aSheet)));
    const png = await canvas.screenshot({ path: join(docs, file), fullPage: true });
    if (png.length > mostBytes) throw new Error(`${file} has ${png.length} bytes, more than ${mostBytes}`);
    files.push(file);
  }
  await app.close();
  return files;
}

async function startApp(browser: Browser): Promise<App<Client & { close(): Promise<void> }>> {
  const cloud = await startTrialCloud({ staticDir: h5Dir, seed: pastYear(), levers: leversWithFont });
  return openApp({ ...(await connect(cloud.url)), close: cloud.close }, browser);
}

interface Shot {
  name: string;
  png: string;
}

/** The page as the phone shows it, without the demo's bar; the gallery from top to bottom. */
async function take(page: Page, { name, isGallery }: Place): Promise<Shot[]> {
  await hideBar(page);
  const shots: Shot[] = [];
  for (let isEnd = false; !isEnd;) {
    const png = (await page.screenshot({ animations: 'disabled' })).toString('base64');
    shots.push({ name: shots.length > 0 ? `${name} ${shots.length + 1}` : name, png });
    isEnd = !isGallery || (await page.evaluate(scrollOn));
  }
  return shots;
}

/** Scrolls by what one sees; true where that is the end. */
function scrollOn(): boolean {
  const pages = Array.from(document.querySelectorAll('.taro_page'));
  const shown = pages.find((one) => one.checkVisibility()) ?? document.body;
  const before = shown.scrollTop;
  shown.scrollBy(0, shown.clientHeight - 160);
  return shown.scrollTop === before;
}

const sheet = (shots: readonly Shot[]) => `<!doctype html>
<link rel="stylesheet" href="/_local/fonts.css">
<style>
  body { display: grid; grid-template-columns: repeat(5, 188px); gap: 16px; margin: 16px; background: #d9d2c8; font: 13px/1.4 sans-serif; }
  figure { margin: 0; }
  img { display: block; width: 188px; height: 334px; margin-top: 4px; }
</style>
${shots.map(({ name, png }) => `<figure>${name}<img src="data:image/png;base64,${png}"></figure>`).join('\n')}`;

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
