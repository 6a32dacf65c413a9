export default definePageConfig({
  navigationBarTitleText: '排班',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
