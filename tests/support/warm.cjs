const { TestEnvironment } = require('jest-environment-node');
const { require: load } = require('tsx/cjs/api');

/**
 * Jest gives each file modules of its own, compiled and run in anew. The local cloud is what most files try things on and not what they try: it is loaded
 * once a worker, and stays warm. `demo/cloud` is it (jest.config.js).
 */
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.warmCloud = load('../../demo/cloud.ts', __filename);
  }
};
