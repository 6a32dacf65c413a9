export default definePageConfig({ navigationBarTitleText: '在办一览' });
