export default definePageConfig({
  navigationBarTitleText: '差评和回访',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
