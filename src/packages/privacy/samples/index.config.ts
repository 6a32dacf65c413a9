export default definePageConfig({ navigationBarTitleText: '样子的照片' });
