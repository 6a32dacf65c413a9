export default definePageConfig({
  navigationBarTitleText: '邻里代办',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
  enableShareAppMessage: true,
});
