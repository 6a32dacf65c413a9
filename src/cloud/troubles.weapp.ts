import Taro from '@tarojs/taro';
import { CallError } from './call-error';
import { report } from './report';

function pageNow(): string {
  const pages = Taro.getCurrentPages();
  return pages[pages.length - 1]?.route ?? '';
}

/** From now on what nothing else catches is told. */
export function hearTroubles(): void {
  Taro.onError((words) => report(words, pageNow()));
  Taro.onUnhandledRejection(({ reason }) => {
    const failure: unknown = reason;
    if (!(failure instanceof CallError)) report(failure, pageNow());
  });
}
