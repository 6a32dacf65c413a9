import bundled from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

/** How to launch a browser: the one that CHROME_PATH names, on Linux the one that came with npm, else an installed Chrome. */
export async function launchOptions() {
  if (process.env.CHROME_PATH) return { executablePath: process.env.CHROME_PATH, args: flags };
  if (process.platform === 'linux' && process.arch === 'x64') {
    return { executablePath: await bundled.executablePath(), args: flags };
  }
  return { channel: 'chrome', args: flags };
}

export async function launchBrowser() {
  return chromium.launch(await launchOptions());
}

/** One browser that test workers connect to over its address. */
export async function launchBrowserServer() {
  return chromium.launchServer(await launchOptions());
}
