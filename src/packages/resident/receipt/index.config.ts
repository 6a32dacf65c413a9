export default definePageConfig({ navigationBarTitleText: '原件收条' });
