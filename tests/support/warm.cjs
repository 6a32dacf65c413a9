const { TestEnvironment } = require('jest-environment-node');
const { require: load } = require('tsx/cjs/api');

let browser;
/** One browser for all files of a worker, each of which opens contexts of its own in it. */
async function launch() {
  const { launchBrowser } = await import('../../scripts/browser.mjs');
  const before = process._getActiveHandles();
  // A worker that has grown too large is ended by a signal, and must not live on a moment without its browser.
  const launched = await launchBrowser({ handleSIGTERM: false, handleSIGINT: false, handleSIGHUP: false });
  // Nor does it hold the worker up at its end: when that goes, its pipe closes, and the browser goes too.
  for (const handle of process._getActiveHandles()) if (!before.includes(handle)) handle.unref?.();
  return launched;
}

/**
 * Jest gives each file modules of its own, compiled and run in anew. The local cloud and the browser are what most files try things with and not what they
 * try: they are loaded once a worker, and stay warm. `demo/cloud` is the one (jest.config.js), `openApp` (tests/browser/app) asks for the other.
 */
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.warmCloud = load('../../demo/cloud.ts', __filename);
    this.global.warmBrowser = () => (browser ??= launch());
  }

  /** Which test runs: none while something is made for all of a file. */
  handleTestEvent({ name, test }) {
    if (name === 'test_start') this.global.runningTest = test;
    if (name === 'test_done') this.global.runningTest = undefined;
  }
};
