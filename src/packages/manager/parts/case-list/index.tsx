import { View } from '@tarojs/components';
import { useEffect } from 'react';
import type { Heap } from 'contract/actions/cases';
import type { CaseRow } from 'contract/models';
import { isOpen } from 'contract/states';
import { currentTime } from '@/cloud/clock';
import { call } from '@/cloud/call';
import { callPages } from '@/cloud/call-pages';
import { Faces, Note } from '@/components/faces';
import { Heading } from '@/components/heading';
import { List, ListRow } from '@/components/list-row';
import { More } from '@/components/more';
import { goToNearest } from '@/hooks/focus';
import { createStore } from '@/hooks/store';
import { usePages } from '@/hooks/use-pages';
import { beside } from '@/routes';
import { firstHeap, heaps } from '../../board/heaps';
import { CardTag } from '../../board/card-tag';
import { RectifyTag } from '../../reviews/rectify-tag';
import { usePosts } from '../desk/posts';
import './case-list.scss';

interface Listed {
  orgId: string;
  heap: Heap;
}

/** The list that was looked at last: a case that is opened from it has it at its side. */
const lookedAt = createStore<Listed | undefined>(undefined);

/** The page that lists these says so. */
export function useLookedAt(orgId: string, heap: Heap) {
  useEffect(() => lookedAt.set({ orgId, heap }), [orgId, heap]);
}

/** The page of the menu that the list stands on. */
export const usePageOfList = () => (lookedAt.use()?.heap === 'rectify' ? 'reviews' : 'board');

/** Its rows as they were last known: another case is another page, and its list must not begin empty. */
const known = createStore<{ key?: string; rows?: CaseRow[] }>({});

/** The list that a case was chosen from, at its side at a desk; another one takes the place of the case in view. */
export function CaseList({ id }: { id: string }) {
  const { post } = usePosts();
  const listed = lookedAt.use() ?? (post && { orgId: post.orgId, heap: firstHeap(post.tier) });
  return listed ? <Rows id={id} {...listed} /> : null;
}

function Rows({ id, orgId, heap }: Listed & { id: string }) {
  const key = `cases.board ${orgId} ${heap}`;
  const asked = usePages(key, (from) =>
    callPages((cursor) => call('cases.board', { orgId, heap, cursor }), from),
  );
  const { data } = asked;
  useEffect(() => {
    if (data) known.set({ key, rows: data });
  }, [key, data]);
  const before = known.get();
  const rows = data ?? (before.key === key ? before.rows : undefined);
  const isThere = rows !== undefined;
  useEffect(() => {
    if (isThere) goToNearest('.case-list [aria-current]');
  }, [isThere]);
  const name = heap === 'rectify' ? '差评' : heaps[heap].name;
  return (
    <View className="frame-column case-list" role="navigation" aria-label={name}>
      <Heading>
        {name}
        {rows && ` ${rows.length}${asked.more ? '+' : ''}件`}
      </Heading>
      <Faces
        of={{ ...asked, data: rows }}
        isEmpty={(all) => all.length === 0}
        empty={<Note icon="inbox" text="现在没有。" />}
      >
        {(all) => (
          <List>
            {all.map((row) => (
              <Row key={row.caseId} row={row} current={row.caseId === id} />
            ))}
          </List>
        )}
      </Faces>
      <More of={asked}>再看后面的</More>
    </View>
  );
}

function Row({ row, current }: { row: CaseRow; current: boolean }) {
  const { caseId, serviceName, residentName, agentName, rectify } = row;
  const now = currentTime();
  return (
    <ListRow
      title={serviceName}
      current={current}
      note={
        <>
          <View className="case-list-who">{[residentName, agentName ?? '还没有代办员'].join(' · ')}</View>
          {rectify && !isOpen(row.state) ? (
            <RectifyTag rectify={rectify} now={now} />
          ) : (
            <CardTag row={row} now={now} />
          )}
        </>
      }
      onPress={() => beside.managerCase(caseId)}
    />
  );
}
