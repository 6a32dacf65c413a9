import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from 'contract/actions';
import { currentTime } from '@/cloud/clock';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import { Faces, Note } from '@/components/faces';
import { Page } from '@/components/page';
import { Words } from '@/components/words';
import { useCall } from '@/hooks/use-call';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import { Desk } from '../desk';
import { Sides } from '../sides';
import { Bad } from './bad';
import { Levels } from './levels';
import { rangeOf, sayDate, type Span, spans } from './range';
import { Rows } from './rows';
import { Total } from './total';
import './scores.scss';

/** 评价得分: how satisfied people are with one unit, read in a minute: the rate, what it is made of, where it is low. */
export default function Scores() {
  return (
    <Page title="评价得分" wide>
      <Desk at="scores">{(orgId) => <Unit key={orgId} orgId={orgId} />}</Desk>
    </Page>
  );
}

function Unit({ orgId }: { orgId: string }) {
  const [span, setSpan] = useState<Span>('year');
  const asked = useCall('reviews.scores', { orgId, ...rangeOf(span, currentTime()) });
  usePullRefresh(asked);
  return (
    <>
      <View className="scores-span">
        <Choice
          legend="看多久"
          hideLegend
          columns={3}
          options={spans}
          value={span}
          onChange={(one) => setSpan(one)}
        />
      </View>
      <Faces
        of={asked}
        isEmpty={({ total }) => total.completed === 0}
        empty={<Note icon="chart" text="这段时间还没有办结的件,换个时间看看。" />}
      >
        {(scores) => <Shown scores={scores} />}
      </Faces>
    </>
  );
}

function Shown({
  scores: { org, from, to, total, services, months, bad },
}: {
  scores: Output<'reviews.scores'>;
}) {
  return (
    <>
      <Words look="muted">
        {org.name},{sayDate(from)}到{sayDate(to)}办结的件
      </Words>
      <Sides
        first={
          <>
            <Total score={total} />
            <Levels score={total} />
            <Card title="按月" icon="calendar">
              <Rows rows={[...months].reverse().map((one) => ({ ...one, name: sayDate(one.month) }))} />
            </Card>
          </>
        }
        second={
          <Card title="按事项" icon="all">
            <Rows rows={services.map((one) => ({ ...one, name: one.serviceName }))} />
          </Card>
        }
      />
      <Bad reviews={bad} />
    </>
  );
}
