import path from 'node:path';
// Types only: a value import of @tarojs/cli would load its native binding on every developer's machine.
import type { UserConfigExport } from '@tarojs/cli';

import { version } from '../package.json';
import minify from './minify.json';
import { Notices } from './notices';

const root = path.resolve(__dirname, '..');

// A px is a px on every phone: text must not shrink because the screen is small.
const postcss = { pxtransform: { enable: false, config: {} }, cssModules: { enable: false, config: {} } };

// TypeScript outside `src` that the build compiles too.
const compile = { include: [path.join(root, 'contract'), path.join(__dirname, 'aria-plugin')] };

/** Each component's rules stand alone; what they build on is in app.scss, which comes first. So their order does not matter. */
const ignoreOrder = true;

/** The licences of what is bundled go with it. */
function withNotices(chain: { plugin(name: string): { use(plugin: typeof Notices): unknown } }) {
  chain.plugin('notices').use(Notices);
}

export default (async () => ({
  projectName: 'linli-daiban',
  date: '2026-11-21',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  plugins: [path.join(__dirname, 'aria-plugin')],
  alias: { '@': path.join(root, 'src'), contract: path.join(root, 'contract') },
  // A mini-program has no `process`: what is not replaced here would end it at launch.
  env: {
    TARO_APP_CLOUD_ENV: JSON.stringify(process.env.TARO_APP_CLOUD_ENV ?? ''),
    TARO_APP_VERSION: JSON.stringify(version),
  },
  copy: {
    patterns:
      process.env.TARO_ENV === 'weapp' ? [{ from: 'src/sitemap.json', to: 'dist/weapp/sitemap.json' }] : [],
    options: {},
  },
  // Chinese as it is: an escape is twice its bytes. And terser's own ways, which Taro turns off (docs/decisions/0051).
  terser: { enable: true, config: minify },
  logger: { quiet: true, stats: false },
  mini: {
    enableSourceMap: false,
    // What only a subpackage uses stays in the subpackage.
    optimizeMainPackage: { enable: true },
    postcss,
    compile,
    miniCssExtractPluginOption: { ignoreOrder },
    webpackChain: withNotices,
  },
  h5: {
    publicPath: '/',
    // Taro's web components draw late, and take the focus from a field that is being written in (docs/decisions/0014).
    useHtmlComponents: true,
    staticDirectory: 'static',
    enableSourceMap: false,
    router: { mode: 'hash', customRoutes: { '/pages/gallery/index': '/gallery' } },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'chunk/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
      ignoreOrder,
    },
    postcss: { ...postcss, autoprefixer: { enable: true, config: {} } },
    compile,
    webpackChain(chain) {
      // Shared component code once, not once a page.
      chain.optimization.splitChunks({
        chunks: 'all',
        cacheGroups: {
          default: false,
          defaultVendors: false,
          vendor: { name: 'vendor', test: /[\\/]node_modules[\\/]/, chunks: 'initial', priority: 20 },
          // All styles that two pages share in one file: whichever comes later would win.
          styles: {
            name: 'shared',
            type: 'css/mini-extract',
            minChunks: 2,
            minSize: 0,
            chunks: 'async',
            priority: 15,
          },
          // Scripts by who shares them: a resident's phone does not load what only managers' pages have in common.
          shared: { minChunks: 2, minSize: 6_000, chunks: 'async', priority: 10 },
        },
      });
      // Taro's own tab bar, the runtime of its web components and the icon font that both draw with: nothing here draws with them. Nor with its
      // carousel, whose swiper 11 has a known hole (CVE-2026-27212).
      const unused = path.join(root, 'scripts/unused.js');
      chain.resolve.alias
        .set('@tarojs/components/dist/components$', unused)
        .set('@tarojs/components/dist/taro-components/taro-components.css$', unused)
        .set('swiper/bundle$', unused)
        .set('swiper/swiper-bundle.css$', unused);
      chain.performance.hints(false);
      withNotices(chain);
    },
  },
})) satisfies UserConfigExport<'webpack5'>;
