/**
 * What to say where WeChat gives no number. errno 1400001: the account's quota is used up. Source: 手机号快速验证组件.
 */
export function phoneFault({ errno, errMsg = '' }: { errno?: number; errMsg?: string }): string {
  if (errno === 1400001) return '现在要不到微信的手机号，请在下面自己填。';
  if (/deny|cancel/i.test(errMsg)) return '没有用微信的手机号也行，请在下面自己填。';
  return '微信没有给出手机号，请在下面自己填。';
}
