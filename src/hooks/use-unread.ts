import { useDidShow } from '@tarojs/taro';
import { useSession } from './use-session';

/** How many notices are not read yet; asked again when a page of the tab bar comes into view and what is known is old. */
export function useUnread(): number {
  const { data, refresh } = useSession();
  useDidShow(refresh);
  return data?.unread ?? 0;
}
