export default definePageConfig({ navigationBarTitleText: '登记的人' });
