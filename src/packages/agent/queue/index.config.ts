export default definePageConfig({
  navigationBarTitleText: '代办员工作台',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});
