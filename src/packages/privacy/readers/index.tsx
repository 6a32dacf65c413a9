import { spokenNo } from 'contract/case-no';
import { looks, lookers } from 'contract/kept';
import type { Reading } from 'contract/models/privacy';
import { call } from '@/cloud/call';
import { currentTime } from '@/cloud/clock';
import { Card } from '@/components/card';
import { Faces, Note } from '@/components/faces';
import { More } from '@/components/more';
import { Page } from '@/components/page';
import { Words } from '@/components/words';
import { whenWords } from '@/format/when';
import { usePages } from '@/hooks/use-pages';
import { usePullRefresh } from '@/hooks/use-pull-refresh';

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
              <One key={`${row.at} ${i}`} of={row} />
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

function One({ of }: { of: Reading }) {
  return (
    <Card title={`${lookers[of.part]}${of.by}`} icon="person">
      <Words>
        {of.case && `因为办件 ${spokenNo(of.case.no)}，${of.case.serviceName}：`}
        {looks[of.how]}。
      </Words>
      {of.why && <Words>写的原因：{of.why}</Words>}
      <Words look="muted">{spanWords(of)}</Words>
    </Card>
  );
}

/** 11月23日 上午10点; 到…为止; 现在还看得到. */
function spanWords({ at, until, isOn }: Reading): string {
  const now = currentTime();
  if (isOn) return `${whenWords(at, now)}起，现在还看得到`;
  const [from, to] = [at, until ?? at].map((one) => whenWords(one, now));
  return from === to ? (from ?? '') : `${from}到${to}`;
}
