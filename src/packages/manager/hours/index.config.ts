export default definePageConfig({ navigationBarTitleText: '开门时间', enablePullDownRefresh: false });
