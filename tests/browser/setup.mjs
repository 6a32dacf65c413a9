import { launchBrowser } from '../../scripts/browser.mjs';

/** Unpacks the browser, and shows that it starts: each worker launches one of its own (tests/support/warm.cjs). */
export default async function setup() {
  await (await launchBrowser()).close();
}
