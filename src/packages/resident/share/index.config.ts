export default definePageConfig({ navigationBarTitleText: '分享进展', enableShareAppMessage: true });
