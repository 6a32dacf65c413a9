import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { Person } from 'contract/models';
import { Choice } from '@/components/choice';
import { Faces, Note } from '@/components/faces';
import { Press } from '@/components/press';
import { useIsDesk } from '@/hooks/use-desk';
import { chosenUnit, usePosts } from './posts';
import { type View as At, viewsFor } from './views';
import './desk.scss';

type Post = Person['posts'][number];

interface Props {
  at: At;
  children(orgId: string, post: Post): ReactNode;
}

/** What the pages of a manager's desk share: which unit, for a manager of several; and on a phone the way between them. */
export function Desk({ at, children }: Props) {
  const { session, posts, post } = usePosts();
  return (
    <>
      {!useIsDesk() && <Ways at={at} tier={post?.tier} />}
      <Faces of={session}>
        {() =>
          post ? (
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
          ) : (
            <Note icon="info" text="您还没有要管的单位。请联系街道，给您登记岗位。" />
          )
        }
      </Faces>
    </>
  );
}

function Ways({ at, tier }: { at: At; tier?: Post['tier'] }) {
  return (
    <View className="desk-views" role="navigation" aria-label="社区管理">
      {viewsFor(tier).map((view) =>
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
  );
}
