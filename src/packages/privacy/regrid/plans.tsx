import { View } from '@tarojs/components';
import type { Output } from 'contract/actions';
import type { UnitNode } from 'contract/models';
import { instantOf } from 'contract/time';
import { currentTime } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Faces } from '@/components/faces';
import { FieldError } from '@/components/field';
import { Heading } from '@/components/heading';
import { Lines, Words } from '@/components/words';
import { dayWords, whenWords } from '@/format/when';
import { useCall } from '@/hooks/use-call';
import { useDeed } from '@/hooks/use-deed';

type Row = Output<'units.regrids'>['regrids'][number];

const states: Record<Row['state'], string> = {
  planned: '还没到日子',
  moved: '正在改',
  done: '改好了',
  dropped: '取消了',
};

/** What is planned, which can be taken back, and what was done. */
export function Plans({ community, grids }: { community: UnitNode; grids: readonly UnitNode[] }) {
  const asked = useCall('units.regrids', { orgId: community.id });
  return (
    <View className="regrid-plans">
      <Heading>定好的和改过的</Heading>
      <Faces
        of={asked}
        isEmpty={({ regrids }) => regrids.length === 0}
        empty={<Words look="muted">还没有重划过。</Words>}
      >
        {({ regrids }) => (
          <>
            {regrids.map((row) => (
              <Plan key={row.id} row={row} grids={grids} onDropped={asked.reload} />
            ))}
          </>
        )}
      </Faces>
    </View>
  );
}

function Plan({ row, grids, onDropped }: { row: Row; grids: readonly UnitNode[]; onDropped(): void }) {
  const { run, busy, error } = useDeed('units.unplan', onDropped);
  const now = currentTime();
  const nameOf = (id: string) => grids.find((one) => one.id === id)?.name ?? '撤销了的网格';
  const day = dayWords(instantOf(row.from), now);
  const drop = async () => {
    if (await run({ id: row.id })) onDropped();
  };
  return (
    <Card title={`${day}起，${states[row.state]}`}>
      <Lines
        items={row.moves.map(
          ({ grid, to, prefix }) =>
            `${nameOf(grid)}${prefix ? `里${prefix}开头的` : '全部'}，到${nameOf(to)}`,
        )}
      />
      <Words look="muted">
        {row.by}，{whenWords(row.at, now)}定的
        {row.state === 'done' && `；转了${row.residents}位居民、${row.cases}件`}
      </Words>
      <FieldError id={`unplan-${row.id}`}>{error?.fields.id ?? error?.message}</FieldError>
      {row.state === 'planned' && (
        <Button inline icon="undo" busy={busy} label={`取消${day}起的重划`} onPress={() => void drop()}>
          取消
        </Button>
      )}
    </Card>
  );
}
