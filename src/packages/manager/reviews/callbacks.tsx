import { View } from '@tarojs/components';
import { spokenNo } from 'contract/case-no';
import type { CallbackRow } from 'contract/models';
import { currentTime } from '@/cloud/clock';
import { call } from '@/cloud/call';
import { Button } from '@/components/button';
import { Faces, Note } from '@/components/faces';
import { Fold } from '@/components/fold';
import { Heading } from '@/components/heading';
import { List, ListRow } from '@/components/list-row';
import { More } from '@/components/more';
import { usePages } from '@/hooks/use-pages';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import { go } from '@/routes';
import { heardWords, triedWords } from '../parts/call/words';
import { sayPeriod } from 'contract/period';
import { Sides } from '../parts/sides';
import type { HeapProps } from './heaps';

/** 抽样回访: whom to call, and the samples they come from. */
export function Callbacks({ orgId }: HeapProps) {
  return (
    <Sides
      first={
        <View className="reviews-column">
          <Heading>要打的电话</Heading>
          <Calls orgId={orgId} open none="没有要打的回访电话。" />
          <Fold title="打完的">{() => <Calls orgId={orgId} open={false} none="还没有打完的。" />}</Fold>
        </View>
      }
      second={<Samples orgId={orgId} />}
    />
  );
}

function Calls({ orgId, open, none }: { orgId: string; open: boolean; none: string }) {
  const asked = usePages(`reviews.callbacks ${orgId} ${open}`, async (cursor) => {
    const page = await call('reviews.callbacks', { orgId, open, cursor });
    return { rows: page.callbacks, cursor: page.cursor };
  });
  usePullRefresh(asked);
  const now = currentTime();
  return (
    <Faces of={asked} isEmpty={(rows) => rows.length === 0} empty={<Note icon="phone" text={none} />}>
      {(rows) => (
        <>
          <List>
            {rows.map((row) => (
              <Row key={row.id} row={row} now={now} />
            ))}
          </List>
          <More of={asked} />
        </>
      )}
    </Faces>
  );
}

function Row({ row, now }: { row: CallbackRow; now: number }) {
  return (
    <ListRow
      title={`${row.name} · ${row.serviceName}`}
      note={
        <>
          <View className="reviews-says">{row.open ? triedWords(row.calls, now) : heardWords(row)}</View>
          <View>编号 {spokenNo(row.no)}</View>
        </>
      }
      onPress={() => go.managerCallback(row.id)}
    />
  );
}

function Samples({ orgId }: { orgId: string }) {
  const asked = usePages(`reviews.samples ${orgId}`, async (cursor) => {
    const page = await call('reviews.samples', { orgId, cursor });
    return { rows: page.samples, cursor: page.cursor };
  });
  return (
    <View className="reviews-column">
      <Heading>抽过的样</Heading>
      <Faces
        of={asked}
        isEmpty={(rows) => rows.length === 0}
        empty={<Note icon="chart" text="还没有抽过。一个月或一个季度过完了，就可以抽。" />}
      >
        {(rows) => (
          <>
            <List>
              {rows.map(({ id, period, size, population, by }) => (
                <ListRow
                  key={id}
                  title={sayPeriod(period)}
                  note={`办结${population}件，抽了${Math.min(size, population)}件，${by}抽的`}
                  onPress={() => go.managerSample(id)}
                />
              ))}
            </List>
            <More of={asked} />
          </>
        )}
      </Faces>
      <Button onPress={() => go.managerDraw(orgId)}>抽一次样</Button>
    </View>
  );
}
