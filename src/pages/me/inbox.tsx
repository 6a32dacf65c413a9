import { View } from '@tarojs/components';
import type { Notice } from 'contract/models';
import { currentTime } from '@/cloud/clock';
import { Faces, Note } from '@/components/faces';
import { Heading } from '@/components/heading';
import { List, ListRow } from '@/components/list-row';
import { More } from '@/components/more';
import { call } from '@/cloud/call';
import { whenWords } from '@/format/when';
import { usePages } from '@/hooks/use-pages';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import { useSession } from '@/hooks/use-session';
import { go } from '@/routes';

/** What I was told, newest first; each opens its case as my role sees it. */
export function Inbox() {
  const { is } = useSession();
  const asked = usePages('account.inbox', async (cursor) => {
    const { notices, cursor: next } = await call('account.inbox', { cursor });
    return { rows: notices, cursor: next };
  });
  usePullRefresh(asked);
  const now = currentTime();
  const open = ({ caseId }: Notice) =>
    (is('agent') ? go.agentCase : is('manager') ? go.managerCase : go.case)(caseId);
  return (
    <View className="me-section">
      <Heading>消息</Heading>
      <Faces
        of={asked}
        isEmpty={(rows) => rows.length === 0}
        empty={<Note icon="bell" text="现在没有消息。办件有进展,会在这里告诉您。" />}
      >
        {(rows) => (
          <>
            <List>
              {rows.map((notice) => (
                <ListRow
                  key={notice.id}
                  title={notice.title}
                  note={
                    <>
                      <View className="me-notice">{notice.text}</View>
                      <View>{whenWords(notice.at, now)}</View>
                    </>
                  }
                  onPress={() => open(notice)}
                />
              ))}
            </List>
            <More of={asked} />
          </>
        )}
      </Faces>
    </View>
  );
}
