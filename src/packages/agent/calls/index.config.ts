export default definePageConfig({
  navigationBarTitleText: '请打电话告知',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
