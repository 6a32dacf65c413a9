import Taro from '@tarojs/taro';
import { Fragment, useId } from 'react';
import { useSession } from '@/hooks/use-session';
import { useUnread } from '@/hooks/use-unread';
import { Icon } from '../icon';
import type { Tab } from './tab-bar';
import { tabsOf } from './tabs';

export function TabBar({ tab }: { tab: Tab }) {
  const unread = useUnread();
  const { data } = useSession();
  const id = useId();
  return (
    <nav className="tab-bar" aria-label="主菜单">
      {tabsOf(data?.person.roles).map(({ tab: one, lines, icon, url }) => (
        <a
          key={one}
          className={one === tab ? 'tab tab-on' : 'tab'}
          href={`#${url}`}
          aria-current={one === tab ? 'page' : undefined}
          aria-describedby={one === 'me' && unread > 0 ? id : undefined}
          onClick={(event) => {
            event.preventDefault();
            if (one !== tab) Taro.switchTab({ url });
          }}
        >
          <span className="tab-icon">
            <Icon name={icon} />
            {one === 'me' && unread > 0 && (
              <span className="tab-unread" aria-hidden>
                {unread}
              </span>
            )}
          </span>
          <span>
            {lines.map((line, i) => (
              <Fragment key={line}>
                {i > 0 && <wbr />}
                {line}
              </Fragment>
            ))}
          </span>
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
