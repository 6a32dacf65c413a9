export default definePageConfig({
  navigationBarTitleText: '一件事的进展',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
