export default definePageConfig({
  navigationBarTitleText: '在办一览',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
