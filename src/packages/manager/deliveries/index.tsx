import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from 'contract/actions';
import { currentTime } from '@/cloud/clock';
import { call } from '@/cloud/call';
import { Faces, Note } from '@/components/faces';
import { More } from '@/components/more';
import { Page } from '@/components/page';
import { Words } from '@/components/words';
import { usePages } from '@/hooks/use-pages';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import { Desk } from '../parts/desk';
import { Frame } from '../parts/frame';
import { Alarms } from './alarms';
import { Rows } from './rows';
import { States, type Shown } from './states';
import './deliveries.scss';

/** 通知送达: what became of each notice of a unit's cases, why, and what an admin can do about it. */
export default function Deliveries() {
  return (
    <Frame at="deliveries">
      <Page title="通知送达" wide>
        <Desk at="deliveries">{(orgId) => <Unit key={orgId} orgId={orgId} />}</Desk>
      </Page>
    </Frame>
  );
}

function Unit({ orgId }: { orgId: string }) {
  const [shown, setShown] = useState<Shown>('all');
  /** Comes with the first page alone. */
  const [head, setHead] = useState<Pick<Output<'admin.deliveries'>, 'counts' | 'alarms'>>();
  const [said, setSaid] = useState('');
  const state = shown === 'all' ? undefined : shown;
  const asked = usePages(`admin.deliveries ${orgId} ${shown}`, async (cursor) => {
    const page = await call('admin.deliveries', { orgId, state, cursor });
    if (cursor === undefined) setHead(page);
    return { rows: page.deliveries, cursor: page.cursor };
  });
  usePullRefresh(asked);
  function done(words: string) {
    setSaid(words);
    asked.reload();
  }
  return (
    <>
      <Words look="muted">最近一个月的。通知都在各人的“我的”里，这里看的是发没发到微信。</Words>
      {head && <Alarms orgId={orgId} alarms={head.alarms} onMended={done} onRefused={asked.reload} />}
      <View className="deliveries-said" role="status">
        {said}
      </View>
      {head && <States counts={head.counts ?? {}} shown={shown} onChange={setShown} />}
      <Faces
        of={asked}
        isEmpty={(rows) => rows.length === 0}
        empty={<Note icon="bell" text={state ? '没有这样的通知。' : '这一个月还没有通知。'} />}
      >
        {(rows) => (
          <Rows
            orgId={orgId}
            rows={rows}
            isPart={asked.more !== undefined}
            now={currentTime()}
            onRetried={done}
            onRefused={asked.reload}
          />
        )}
      </Faces>
      <More of={asked} />
    </>
  );
}
