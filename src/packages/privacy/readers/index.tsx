import { call } from '@/cloud/call';
import { Page } from '@/components/page';
import { Words } from '@/components/words';
import { usePages } from '@/hooks/use-pages';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import { Readings } from '../parts/reading';

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
      <Readings of={asked} none="还没有人打开看过您的信息。" />
      <Words look="muted">
        随手报和投诉附的照片、地点，办这件事的人都看得到，不一次一次记。觉得不该看的，可以投诉，上级来查。
      </Words>
    </Page>
  );
}
