import { View } from '@tarojs/components';
import { Fragment, type ReactNode } from 'react';
import type { ModerationRow } from 'contract/models';
import { call } from '@/cloud/call';
import { Faces, Note } from '@/components/faces';
import { More } from '@/components/more';
import { usePages } from '@/hooks/use-pages';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import type { HeapProps } from './heaps';
import { useRuling } from './use-ruling';

interface Props extends HeapProps {
  heap: 'texts' | 'wall';
  /** said where nothing lies in it */
  empty: string;
  children(row: ModerationRow, ruling: ReturnType<typeof useRuling>): ReactNode;
}

/** A heap of reviews that a person has to rule on, each with its ways to do so. */
export function Moderated({ orgId, onDone, heap, empty, children }: Props) {
  const asked = usePages(`reviews.moderation ${orgId} ${heap}`, async (cursor) => {
    const page = await call('reviews.moderation', { orgId, heap, cursor });
    return { rows: page.reviews, cursor: page.cursor };
  });
  usePullRefresh(asked);
  const ruling = useRuling(() => {
    asked.reload();
    onDone();
  });
  return (
    <>
      <View className="reviews-said" role="status">
        {ruling.said}
      </View>
      <Faces of={asked} isEmpty={(rows) => rows.length === 0} empty={<Note icon="done" text={empty} />}>
        {(rows) => (
          <View className="reviews-items" role="list">
            {rows.map((row) => (
              <Fragment key={row.caseId}>{children(row, ruling)}</Fragment>
            ))}
          </View>
        )}
      </Faces>
      <More of={asked} />
    </>
  );
}
