import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useEffect } from 'react';
import type { Asked } from './use-call';

/** Pulling the page down asks again (the page's config turns the pull on); the sign goes away with the answer. */
export function usePullRefresh({ loading, reload }: Pick<Asked<unknown>, 'loading' | 'reload'>) {
  usePullDownRefresh(reload);
  useEffect(() => {
    if (!loading) Taro.stopPullDownRefresh();
  }, [loading]);
}
