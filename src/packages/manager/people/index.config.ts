export default definePageConfig({ navigationBarTitleText: '居民和同事', enablePullDownRefresh: true });
