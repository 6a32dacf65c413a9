import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { Person } from 'contract/models';
import { Choice } from '@/components/choice';
import { Faces, Note } from '@/components/faces';
import { Press } from '@/components/press';
import { createStore } from '@/hooks/store';
import { useSession } from '@/hooks/use-session';
import { beside } from '@/routes';
import './desk.scss';

const views = [
  { at: 'board', words: '在办一览', open: beside.managerBoard },
  { at: 'roster', words: '排班', open: beside.managerRoster },
  { at: 'policy', words: '派单规则', open: beside.managerPolicy },
  { at: 'reviews', words: '差评和回访', open: beside.managerReviews },
  { at: 'scores', words: '评价得分', open: beside.managerScores },
  { at: 'deliveries', words: '通知送达', open: beside.managerDeliveries },
  { at: 'people', words: '居民和同事', open: beside.managerPeople },
  { at: 'units', words: '单位', open: beside.managerUnits },
  { at: 'catalogue', words: '办事目录', open: beside.managerCatalogue },
] as const;

type Post = Person['posts'][number];

/** The unit in view, kept from one page of the desk to the next. */
const chosenUnit = createStore<string | undefined>(undefined);

interface Props {
  at: (typeof views)[number]['at'];
  children(orgId: string, post: Post): ReactNode;
}

/** What the pages of a manager's desk share: the way between them, and which unit, for who has several posts. */
export function Desk({ at, children }: Props) {
  const session = useSession();
  const chosen = chosenUnit.use();
  return (
    <>
      <View className="desk-views" role="navigation" aria-label="社区管理">
        {views.map((view) =>
          view.at === at ? (
            <View key={view.at} className="desk-view desk-view-on" aria-current="page">
              {view.words}
            </View>
          ) : (
            <Press key={view.at} className="desk-view" onPress={view.open}>
              {view.words}
            </Press>
          ),
        )}
      </View>
      <Faces of={session}>
        {({ person }) => {
          const posts = person.posts.filter((post) => post.role === 'manager');
          const post = posts.find(({ orgId }) => orgId === chosen) ?? posts[0];
          if (!post) return <Note icon="info" text="您还没有要管的单位。请联系街道，给您登记岗位。" />;
          return (
            <>
              {posts.length > 1 && (
                <Choice
                  legend="看哪个单位"
                  columns={3}
                  options={posts.map(({ orgId, orgName }) => ({ value: orgId, label: orgName }))}
                  value={post.orgId}
                  onChange={chosenUnit.set}
                />
              )}
              {children(post.orgId, post)}
            </>
          );
        }}
      </Faces>
    </>
  );
}
