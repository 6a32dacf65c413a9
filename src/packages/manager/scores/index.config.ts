export default definePageConfig({
  navigationBarTitleText: '评价得分',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
