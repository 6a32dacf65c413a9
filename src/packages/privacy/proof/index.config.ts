export default definePageConfig({ navigationBarTitleText: '封存凭据' });
