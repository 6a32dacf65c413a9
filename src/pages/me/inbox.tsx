import { View } from '@tarojs/components';
import { currentTime } from '@/cloud/clock';
import { Faces, Note } from '@/components/faces';
import { Heading } from '@/components/heading';
import { List, ListRow } from '@/components/list-row';
import { More } from '@/components/more';
import { call } from '@/cloud/call';
import { whenWords } from '@/format/when';
import { usePages } from '@/hooks/use-pages';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import { go } from '@/routes';

/** What I was told, newest first; each opens the page it names. */
export function Inbox() {
  const asked = usePages('account.inbox', async (cursor) => {
    const { notices, cursor: next } = await call('account.inbox', { cursor });
    return { rows: notices, cursor: next };
  });
  usePullRefresh(asked);
  const now = currentTime();
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
                  onPress={() => go.notice(notice)}
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
