import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import type { Notice } from 'contract/models';
import { currentTime } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Faces, Note } from '@/components/faces';
import { Heading } from '@/components/heading';
import { List, ListRow } from '@/components/list-row';
import { More } from '@/components/more';
import { Tag } from '@/components/tag';
import { call } from '@/cloud/call';
import { whenWords } from '@/format/when';
import { usePages } from '@/hooks/use-pages';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import { noteInboxRead } from '@/hooks/use-session';
import { go } from '@/routes';

/** As many as leave the numbers to call and the size of the words within reach below them. */
const few = 3;

/** What I was told, newest first, and which of it is new; each opens the page it names. */
export function Inbox() {
  const [isOpen, setIsOpen] = useState(false);
  /** Up to when it was read before it was opened: what is new stays so while one looks at it. */
  const readAt = useRef(0);
  const asked = usePages('account.inbox', async (cursor) => {
    const page = await call('account.inbox', { cursor });
    if (cursor === undefined) readAt.current = page.readAt;
    return { rows: page.notices, cursor: page.cursor };
  });
  usePullRefresh(asked);
  const now = currentTime();
  const isNew = ({ at }: Notice) => at > readAt.current;
  const hidden = isOpen ? 0 : (asked.data ?? []).slice(few).filter(isNew).length;
  useRead(hidden === 0 ? asked.data?.find(isNew)?.at : undefined);
  return (
    <View className="me-section">
      <Heading>消息</Heading>
      <Faces
        of={asked}
        isEmpty={(rows) => rows.length === 0}
        empty={<Note icon="bell" text="现在没有消息。办件有进展，会在这里告诉您。" />}
      >
        {(rows) => (
          <>
            <List>
              {rows.slice(0, isOpen ? undefined : few).map((notice) => (
                <ListRow
                  key={notice.id}
                  title={notice.title}
                  tag={isNew(notice) && <Tag tone="progress">没看过</Tag>}
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
                  再看早一些的{hidden > 0 && `，还有${hidden}条没看过`}
                </Button>
              )
            )}
          </>
        )}
      </Faces>
      <List>
        <ListRow
          icon="bell"
          title="通知设置"
          note="告诉您什么、夜里打不打扰、微信还能发几条"
          onPress={go.notices}
        />
      </List>
    </View>
  );
}

/** Tells the cloud up to which notice everything new was in view. */
function useRead(upTo?: number) {
  useEffect(() => {
    if (upTo === undefined) return;
    // Without a signal it stays unread, and is told the next time.
    call('account.read', { upTo }).then(noteInboxRead, () => undefined);
  }, [upTo]);
}
