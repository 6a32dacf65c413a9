export default definePageConfig({ navigationBarTitleText: '述职材料' });
