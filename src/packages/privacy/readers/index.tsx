import { call } from '@/cloud/call';
import { Faces, Note } from '@/components/faces';
import { More } from '@/components/more';
import { Page } from '@/components/page';
import { Words } from '@/components/words';
import { usePages } from '@/hooks/use-pages';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import { ReadingCard } from '../parts/reading';

/** 谁看过我的信息: each opening, in words. */
export default function Readers() {
  const asked = usePages('privacy.readers', async (cursor) => {
    const page = await call('privacy.readers', { cursor });
    return { rows: page.readings, cursor: page.cursor };
  });
  usePullRefresh(asked);
  return (
    <Page title="谁看过我的信息">
      <Words>电话、门牌和材料照片平时是遮住的。谁打开看了，都记在这里，谁也删不掉。</Words>
      <Faces
        of={asked}
        isEmpty={(rows) => rows.length === 0}
        empty={<Note icon="shield" text="还没有人打开看过您的信息。" />}
      >
        {(rows) => (
          <>
            {rows.map((row, i) => (
              <ReadingCard key={`${row.at} ${i}`} of={row} />
            ))}
            <More of={asked} />
          </>
        )}
      </Faces>
      <Words look="muted">
        随手报和投诉附的照片、地点，办这件事的人都看得到，不一次一次记。觉得不该看的，可以投诉，上级来查。
      </Words>
    </Page>
  );
}
