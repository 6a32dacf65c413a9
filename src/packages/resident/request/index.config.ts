export default definePageConfig({ navigationBarTitleText: '请代办员帮忙' });
