export default definePageConfig({ navigationBarTitleText: '每日封存' });
