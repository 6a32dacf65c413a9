import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useSession } from '@/hooks/use-session';
import { useUnread } from '@/hooks/use-unread';
import { Icon } from '../icon';
import { Press } from '../press';
import type { Tab } from './tab-bar';
import { tabsOf } from './tabs';

/** WeChat's own bar stays small in 长辈版 and 特大, so each of the three pages draws one (docs/decisions/0034). */
export function TabBar({ tab }: { tab: Tab }) {
  const unread = useUnread();
  const { data } = useSession();
  return (
    <View className="tab-bar" role="navigation" aria-label="主菜单">
      {tabsOf(data?.person.roles).map(({ tab: one, label, lines, icon, url }) => {
        const count = one === 'me' && unread > 0 ? unread : undefined;
        const said = [label, one === tab && '当前页', count && `${count}条没看的消息`].filter(Boolean);
        return (
          <Press
            key={one}
            className={one === tab ? 'tab tab-on' : 'tab'}
            label={said.join('，')}
            onPress={() => one !== tab && void Taro.switchTab({ url })}
          >
            <View className="tab-icon">
              <Icon name={icon} />
              {count && <View className="tab-unread">{count}</View>}
            </View>
            {lines.map((line) => (
              <View key={line} className="tab-words">
                {line}
              </View>
            ))}
          </Press>
        );
      })}
    </View>
  );
}
