export default definePageConfig({
  navigationBarTitleText: '通知送达',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
