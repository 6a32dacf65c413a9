const minify = require('../../../config/minify.json');

// As bare as Taro allows, and minified like the product: the floor that the product's bytes are held against.
module.exports = {
  projectName: 'hello',
  date: '2026-11-21',
  designWidth: 375,
  deviceRatio: { 375: 2 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  terser: { enable: true, config: minify },
  logger: { quiet: true, stats: false },
  mini: { enableSourceMap: false },
  h5: { publicPath: '/', staticDirectory: 'static', enableSourceMap: false, router: { mode: 'hash' } },
};
