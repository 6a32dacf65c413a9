import Taro, { useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';
import { useUnread } from '@/hooks/use-unread';

/** 我的, as app.config counts. */
const index = 2;

/** WeChat draws the bar; the number on it is ours. */
export function TabBar() {
  const unread = useUnread();
  const badge = () => {
    const set =
      unread > 0 ? Taro.setTabBarBadge({ index, text: String(unread) }) : Taro.removeTabBarBadge({ index });
    // A page without tabs came into view meanwhile: the next one with tabs sets it.
    set.catch(() => undefined);
  };
  useDidShow(badge);
  useEffect(badge, [unread]);
  return null;
}
