const { availableParallelism } = require('node:os');

// One runner for everything. Server-side code and browser journeys are plain TypeScript; pages run in a real browser.
const transform = { '\\.m?[jt]sx?$': '<rootDir>/tests/support/transform.cjs' };
const moduleNameMapper = { '^contract/(.*)$': '<rootDir>/contract/$1', '^@/(.*)$': '<rootDir>/src/$1' };
// The tables of opencc-js, the sheets of hucre and the codes of qr come as modules only.
const transformIgnorePatterns = ['/node_modules/(?!(opencc-js|hucre|qr)/)'];
/** On the local cloud that its worker has warm already. */
const warm = {
  testEnvironment: '<rootDir>/tests/support/warm.cjs',
  moduleNameMapper: { ...moduleNameMapper, '/demo/cloud$': '<rootDir>/tests/support/warm-cloud.cjs' },
};
const base = { testEnvironment: 'node', transform, transformIgnorePatterns, moduleNameMapper };

module.exports = {
  // Half as many workers again as there are cores: one that waits for its browser leaves its core to another.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  // Only a guard against hanging: how fast things are is the bench's matter, and this machine may be busy.
  testTimeout: 120_000,
  testSequencer: '<rootDir>/tests/sequencer.cjs',
  // What files leave behind in a worker grows to gigabytes, and looking through that for garbage slows it down: it starts anew.
  workerIdleMemoryLimit: '800MB',
  projects: [
    // Pure rules, beside the code they test, and the rules of the house (imports, contract).
    {
      ...base,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/{contract,cloudfunctions,simulate,src,scripts}/**/*.test.ts?(x)',
        '<rootDir>/tests/house/**/*.test.ts',
      ],
    },
    // The local cloud against the real SDK.
    { ...base, displayName: 'localcloud', testMatch: ['<rootDir>/tests/localcloud/**/*.test.ts'] },
    // The built functions with the real SDK against the local cloud.
    { ...base, ...warm, displayName: 'functions', testMatch: ['<rootDir>/tests/functions/**/*.test.ts'] },
    // `npm run deploy` with the real client against a console that is played.
    { ...base, displayName: 'deploy', testMatch: ['<rootDir>/tests/deploy/**/*.test.ts'] },
    // The compiled mini-program in a container of ours, with WeChat's own template compiler.
    {
      ...base,
      ...warm,
      displayName: 'weapp',
      testMatch: ['<rootDir>/tests/weapp/*.test.ts'],
    },
    // The built H5 in a real browser.
    {
      ...base,
      ...warm,
      displayName: 'browser',
      testMatch: ['<rootDir>/tests/browser/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/browser/setup.mjs',
    },
  ],
};
