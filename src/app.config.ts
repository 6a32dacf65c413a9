const title = '邻里代办';
const isH5 = process.env.TARO_ENV === 'h5';

/** Lucide's house, clipboard-list and user-round (licence: components/icon/icons.ts), 81 × 81. H5 draws its own. */
const icons = (name: string) =>
  isH5 ? {} : { iconPath: `assets/tab/${name}.png`, selectedIconPath: `assets/tab/${name}-on.png` };

export default defineAppConfig({
  // The gallery shows the components to those who make them (`/#/gallery`): not in the mini-program that people get.
  pages: [
    'pages/home/index',
    'pages/my-cases/index',
    'pages/me/index',
    ...(isH5 ? ['pages/gallery/index'] : []),
  ],
  subPackages: [
    {
      root: 'packages/resident',
      pages: ['service/index', 'request/index', 'case/index', 'review/index', 'notices/index', 'wall/index'],
    },
    {
      root: 'packages/agent',
      pages: [
        'queue/index',
        'case/index',
        'pool/index',
        'leave/index',
        'calls/index',
        'intake/index',
        'reviews/index',
        'report/index',
      ],
    },
    {
      root: 'packages/manager',
      pages: [
        'scores/index',
        'board/index',
        'case/index',
        'roster/index',
        'agent/index',
        'hours/index',
        'policy/index',
        'deliveries/index',
        'reviews/index',
        'callback/index',
        'sample/index',
      ],
    },
  ],
  preloadRule: { 'pages/home/index': { network: 'all', packages: ['packages/resident'] } },
  lazyCodeLoading: 'requiredComponents',
  window: {
    navigationBarTitleText: title,
    navigationBarBackgroundColor: '#faf8f5',
    navigationBarTextStyle: 'black',
    backgroundColor: '#faf8f5',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    // On H5 the page draws its own (components/page): Taro's is neither readable at 16 px nor known to assistive technology.
    custom: isH5,
    color: '#5c554d',
    selectedColor: '#14596b',
    backgroundColor: '#ffffff',
    borderStyle: 'white',
    list: [
      { pagePath: 'pages/home/index', text: '首页', ...icons('home') },
      { pagePath: 'pages/my-cases/index', text: '我的办件', ...icons('cases') },
      { pagePath: 'pages/me/index', text: '我的', ...icons('me') },
    ],
  },
  // H5 only. A moving page breaks what is fixed inside it, and motion helps nobody here.
  ...(isH5 ? { animation: false } : {}),
});
