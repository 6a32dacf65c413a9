export default definePageConfig({ navigationBarTitleText: '重划网格' });
