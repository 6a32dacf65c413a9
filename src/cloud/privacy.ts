/**
 * What to say where WeChat keeps something of the person's own from us, or undefined where that is not the matter. errno 112: the
 * mini-program's privacy guideline does not name it (config/privacy.json); 103, 104: the person said no.
 * Source: 小程序隐私协议开发指南.
 */
export function privacyFault(failure: unknown): string | undefined {
  const { errno, errMsg = '' } = Object(failure) as { errno?: unknown; errMsg?: string };
  if (errno === 112 || /not declared in the privacy agreement/.test(errMsg))
    return '微信还不让这个小程序用这一项，请告诉社区：隐私保护指引里要补上。';
  if (errno === 103 || errno === 104 || /privacy permission is not authorized/.test(errMsg))
    return '您刚才没有同意，所以用不了。想用的话再点一次，选“同意”。';
  return undefined;
}
