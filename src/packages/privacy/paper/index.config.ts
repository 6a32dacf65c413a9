export default definePageConfig({ navigationBarTitleText: '替没有微信的居民办' });
