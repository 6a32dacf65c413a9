export default definePageConfig({ navigationBarTitleText: '收回同意' });
