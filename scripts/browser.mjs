import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import bundled, { inflate } from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** How to launch a browser: the one that CHROME_PATH names, on Linux the one that came with npm, else an installed Chrome. */
async function launchOptions() {
  if (process.env.CHROME_PATH) return { executablePath: process.env.CHROME_PATH, args };
  if (process.platform !== 'linux' || process.arch !== 'x64') return { channel: 'chrome', args };
  const executablePath = await bundled.executablePath();
  if (spawnSync(executablePath, ['--version']).status === 0) return { executablePath, args };
  // A bare machine lacks some of Chromium's libraries; the package brings them for another bare machine.
  const archive = new URL('../node_modules/@sparticuz/chromium/bin/al2023.tar.br', import.meta.url).pathname;
  await inflate(archive);
  return { executablePath, args, env: { ...process.env, LD_LIBRARY_PATH: join(tmpdir(), 'al2023', 'lib') } };
}

/** `more`: options of Playwright's own. */
export async function launchBrowser(more = {}) {
  return chromium.launch({ ...(await launchOptions()), ...more });
}
