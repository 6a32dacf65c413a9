export default definePageConfig({
  navigationBarTitleText: '我的办件',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
