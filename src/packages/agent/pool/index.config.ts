export default definePageConfig({
  navigationBarTitleText: '待认领',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
