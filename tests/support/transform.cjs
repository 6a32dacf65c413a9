const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { transformSync, version } = require('esbuild');

// What the build does to functions with esbuild, file by file: types go, modules become CommonJS.
const own = readFileSync(__filename);
const loaders = { ts: 'ts', tsx: 'tsx', js: 'js', mjs: 'js', jsx: 'jsx' };
module.exports = {
  process(source, file) {
    const { code } = transformSync(source, {
      loader: loaders[file.split('.').at(-1)],
      format: 'cjs',
      target: 'node20',
      // jest knows no import() without flags of Node's.
      supported: { 'dynamic-import': false },
      jsx: 'automatic',
      sourcemap: 'inline',
      sourcefile: file,
    });
    return { code };
  },
  getCacheKey: (source, file) =>
    createHash('sha1').update(own).update(`${version}\n${file}\n${source}`).digest('hex'),
};
