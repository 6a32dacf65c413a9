import approvals from '../config/approvals.json';

const title = '邻里代办';
const isH5 = process.env.TARO_ENV === 'h5';

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
      pages: [
        'service/index',
        'request/index',
        'case/index',
        'review/index',
        'notices/index',
        'wall/index',
        'join/index',
        'invitation/index',
        'begin/index',
        'told/index',
        'receipt/index',
        'share/index',
        'shared/index',
        'mine/index',
        'complaint/index',
        'report/index',
        'answers/index',
        'family/index',
        'bundle/index',
        'together/index',
      ],
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
        'face/index',
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
        'health/index',
        'reviews/index',
        'callback/index',
        'sample/index',
        'setup/index',
        'people/index',
        'person/index',
        'invite/index',
        'import/index',
        'units/index',
        'unit/index',
        'catalogue/index',
        'item/index',
        'journal/index',
      ],
    },
    {
      root: 'packages/privacy',
      pages: [
        'mine/index',
        'readers/index',
        'consents/index',
        'leave/index',
        'correct/index',
        'requests/index',
        'paper/index',
        'heads/index',
        'sheet/index',
        'proof/index',
        'keeping/index',
        'openings/index',
        // Of the managers, whose own package is full.
        'regrid/index',
        'samples/index',
      ],
    },
  ],
  preloadRule: { 'pages/home/index': { network: 'all', packages: ['packages/resident'] } },
  lazyCodeLoading: 'requiredComponents',
  // What WeChat approved of its interfaces of places (接口设置): one that is named without approval fails the upload.
  ...(isH5 || approvals.length === 0 ? {} : { requiredPrivateInfos: approvals }),
  ...(isH5 ? {} : { sitemapLocation: 'sitemap.json' }),
  window: {
    navigationBarTitleText: title,
    navigationBarBackgroundColor: '#faf8f5',
    navigationBarTextStyle: 'black',
    backgroundColor: '#faf8f5',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    // The page draws its own (components/page): WeChat's stays small in 长辈版, Taro's is unknown to assistive technology.
    custom: true,
    color: '#5c554d',
    selectedColor: '#14596b',
    backgroundColor: '#ffffff',
    borderStyle: 'white',
    list: [
      { pagePath: 'pages/home/index', text: '首页' },
      { pagePath: 'pages/my-cases/index', text: '我的办件' },
      { pagePath: 'pages/me/index', text: '我的' },
    ],
  },
  // H5 only. A moving page breaks what is fixed inside it, and motion helps no reader here.
  ...(isH5 ? { animation: false } : {}),
});
