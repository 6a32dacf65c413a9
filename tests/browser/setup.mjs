import { launchBrowserServer } from '../../scripts/browser.mjs';

/** One browser for all journeys; each opens a context of its own. */
export default async function setup() {
  globalThis.browserServer = await launchBrowserServer();
  process.env.BROWSER_WS = globalThis.browserServer.wsEndpoint();
}
