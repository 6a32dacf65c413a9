export default definePageConfig({ navigationBarTitleText: '邻里代办', enablePullDownRefresh: false });
