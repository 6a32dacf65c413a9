export default definePageConfig({ navigationBarTitleText: '用表格导入' });
