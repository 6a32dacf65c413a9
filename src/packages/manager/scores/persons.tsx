import type { MetricKey } from 'contract/metrics';
import { metrics } from 'contract/metrics';
import type { Ranking } from 'contract/actions/metrics';
import { currentTime } from '@/cloud/clock';
import { Card } from '@/components/card';
import { Faces } from '@/components/faces';
import { Lines, Words } from '@/components/words';
import { whenWords } from '@/format/when';
import { useCall } from '@/hooks/use-call';
import { axisOf } from './axis';
import type { Range } from 'contract/period';
import { RankingForm } from './ranking-form';
import { PersonTable } from './person-table';
import { isShown } from './rate-words';
import { Table } from './table';

interface Props extends Range {
  orgId: string;
  metric: MetricKey;
  ranking: Ranking;
  onTurned(): void;
}

/** The agents of a community side by side, only where a manager turned it on; who did, and why, stands below for all readers. */
export function Persons({ orgId, metric, from, to, ranking: { on, log }, onTurned }: Props) {
  const now = currentTime();
  return (
    <Card title="代办员对比" icon="people">
      {on ? (
        <Side orgId={orgId} metric={metric} from={from} to={to} />
      ) : (
        <Words>没有打开。代办员只看得到自己的数字，不互相比。要比，先写明原因。</Words>
      )}
      <RankingForm key={String(on)} orgId={orgId} on={on} onTurned={onTurned} />
      {log.length > 0 && (
        <>
          <Words look="strong">谁打开、关上过</Words>
          <Lines
            items={log.map(
              (turn) => `${whenWords(turn.at, now)} ${turn.by}${turn.on ? '打开' : '关上'}：${turn.why}`,
            )}
          />
        </>
      )}
    </Card>
  );
}

function Side({ orgId, metric, from, to }: Range & { orgId: string; metric: MetricKey }) {
  const asked = useCall('metrics.persons', { orgId, from, to });
  return (
    <Faces
      of={asked}
      isEmpty={({ persons }) => persons.length === 0}
      empty={<Words>这段时间还没有办完的件。</Words>}
    >
      {({ persons }) => {
        const rows = persons.map(({ key, name, rates }) => ({ key, name, rate: rates[metric] }));
        const rates = rows.map(({ rate }) => rate);
        return (
          <>
            <PersonTable persons={persons}>
              <Table
                what="代办员"
                metric={metrics[metric].name}
                rows={rows}
                axis={rates.some(isShown) ? axisOf(rates) : undefined}
              />
            </PersonTable>
            <Words look="muted">先按姓名排。两个人的区间有重叠，就不好说谁高谁低。</Words>
          </>
        );
      }}
    </Faces>
  );
}
