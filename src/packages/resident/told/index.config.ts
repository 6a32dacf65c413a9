export default definePageConfig({ navigationBarTitleText: '当时告诉您的' });
