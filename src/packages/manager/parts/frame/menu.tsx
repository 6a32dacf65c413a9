import { View } from '@tarojs/components';
import { Icon } from '@/components/icon';
import type { IconName } from '@/components/icon/icons';
import { Press } from '@/components/press';
import { beside, go } from '@/routes';
import { usePosts } from '../desk/posts';
import { type View as At, viewsFor } from '../desk/views';

interface Line {
  at: string;
  words: string;
  icon: IconName;
  open(): void;
}

/** 个人信息: pages of another package without a menu of their own, so that they are opened over this one, and one goes back from them. */
const ofPeople: readonly Line[] = [
  { at: 'requests', words: '个人信息请求', icon: 'shield', open: go.dataRequests },
  { at: 'openings', words: '查看记录', icon: 'search', open: go.openings },
  { at: 'keeping', words: '保存期限', icon: 'paper', open: go.keeping },
];

/** The side menu: every page of a manager's desk, and the two tab pages that have no bar here. */
export function Menu({ at }: { at: At | 'hours' }) {
  const { post } = usePosts();
  const hours: readonly Line[] = post
    ? [{ at: 'hours', words: '开门时间', icon: 'clock', open: () => beside.managerHours(post.orgId) }]
    : [];
  const lines: readonly Line[] = [
    { at: 'home', words: '首页', icon: 'home', open: go.home },
    ...viewsFor(post?.tier),
    ...hours,
    ...ofPeople,
    { at: 'me', words: '我的', icon: 'person', open: go.me },
  ];
  return (
    <View className="frame-column menu" role="navigation" aria-label="社区管理">
      {lines.map((line) => (
        <Press key={line.at} current={line.at === at} onPress={line.open}>
          <View className={line.at === at ? 'menu-line menu-line-on' : 'menu-line'}>
            <Icon name={line.icon} />
            {line.words}
          </View>
        </Press>
      ))}
    </View>
  );
}
