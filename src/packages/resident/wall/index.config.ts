export default definePageConfig({
  navigationBarTitleText: '回音墙',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
