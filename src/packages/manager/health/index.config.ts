export default definePageConfig({
  navigationBarTitleText: '运行情况',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
