import { View } from '@tarojs/components';
import { useState } from 'react';
import { currentTime } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Faces, Note } from '@/components/faces';
import { Heading } from '@/components/heading';
import { List, ListRow } from '@/components/list-row';
import { More } from '@/components/more';
import { call } from '@/cloud/call';
import { whenWords } from '@/format/when';
import { usePages } from '@/hooks/use-pages';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import { go } from '@/routes';

/** As many as leave the numbers to call and the size of the words within reach below them. */
const few = 3;

/** What I was told, newest first; each opens the page it names. */
export function Inbox() {
  const [isOpen, setIsOpen] = useState(false);
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
              {rows.slice(0, isOpen ? undefined : few).map((notice) => (
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
            {isOpen ? (
              <More of={asked} />
            ) : (
              rows.length > few && (
                <Button look="quiet" onPress={() => setIsOpen(true)}>
                  再看早一些的
                </Button>
              )
            )}
          </>
        )}
      </Faces>
    </View>
  );
}
