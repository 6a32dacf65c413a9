export default definePageConfig({
  navigationBarTitleText: '办件进展',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
