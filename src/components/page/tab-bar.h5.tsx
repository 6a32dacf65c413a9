import Taro from '@tarojs/taro';
import { useId } from 'react';
import { useUnread } from '@/hooks/use-unread';
import { Icon } from '../icon';
import type { Tab } from './tab-bar';

/** Where the words are very large, 我的办件 takes two lines of two. */
const tabs = [
  { tab: 'home', label: '首页', text: '首页', icon: 'home', url: '/pages/home/index' },
  {
    tab: 'cases',
    label: '我的办件',
    text: (
      <>
        我的
        <wbr />
        办件
      </>
    ),
    icon: 'cases',
    url: '/pages/my-cases/index',
  },
  { tab: 'me', label: '我的', text: '我的', icon: 'person', url: '/pages/me/index' },
] as const;

export function TabBar({ tab }: { tab: Tab }) {
  const unread = useUnread();
  const id = useId();
  return (
    <nav className="tab-bar" aria-label="主菜单">
      {tabs.map(({ tab: one, label, text, icon, url }) => (
        <a
          key={one}
          className={one === tab ? 'tab tab-on' : 'tab'}
          href={`#${url}`}
          aria-label={label}
          aria-current={one === tab ? 'page' : undefined}
          aria-describedby={one === 'me' && unread > 0 ? id : undefined}
          onClick={(event) => {
            event.preventDefault();
            if (one !== tab) Taro.switchTab({ url });
          }}
        >
          {/* The number is drawn, not written: the tab's name stays what is written on it. */}
          <span className="tab-icon" data-unread={one === 'me' && unread > 0 ? unread : undefined}>
            <Icon name={icon} />
          </span>
          {text}
        </a>
      ))}
      {unread > 0 && (
        <span className="unseen" id={id}>
          {unread}条没看的消息
        </span>
      )}
    </nav>
  );
}
