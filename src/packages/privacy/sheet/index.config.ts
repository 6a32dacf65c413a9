export default definePageConfig({ navigationBarTitleText: '校验单' });
