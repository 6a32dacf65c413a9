export default definePageConfig({
  navigationBarTitleText: '大家问过的',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
