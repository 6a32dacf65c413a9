import { useRef } from 'react';
import type { Output } from 'contract/actions';
import { currentTime } from '@/cloud/clock';
import { Faces, Note } from '@/components/faces';
import { FoldCard } from '@/components/fold';
import { Heading } from '@/components/heading';
import { Words } from '@/components/words';
import { whenWords } from '@/format/when';
import { createStore } from '@/hooks/store';
import { useCall } from '@/hooks/use-call';
import { useDrawn } from '@/hooks/use-drawn';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import { AskedFor } from './asked-for';
import { Bad } from './bad';
import { Details } from './details';
import { Persons } from './persons';
import { sayDate } from './range';
import { Rates } from './rates';
import { type Chosen, Span, chosenDays } from './span';
import { Take } from './take';
import { chosenMetric, chosenStep } from './view';

/** Kept on the way down to a unit and back. */
const chosenSpan = createStore<Chosen>({ span: 'year' });

/** The scores of one unit: its six rates first, then one of them in parts, then what people ask for and say. */
export function Unit({ orgId }: { orgId: string }) {
  const chosen = chosenSpan.use();
  const trend = chosenStep.use();
  const days = chosenDays(chosen, currentTime());
  const asked = useCall('metrics.overview', days && { orgId, ...days, trend });
  usePullRefresh(asked);
  // Other days or weeks for months: the page stays as it is until they come, with what is open and where the manager reads.
  const last = useRef<Output<'metrics.overview'>>();
  const wrong = asked.error?.fields ?? {};
  const isSaid = days && !wrong.from && !wrong.to;
  // Of days that make no sense nothing is shown, so nothing of them stays.
  last.current = isSaid ? (asked.data ?? last.current) : undefined;
  const shown = asked.loading ? { ...asked, data: last.current } : asked;
  return (
    <>
      <Span chosen={chosen} onChange={chosenSpan.set} wrong={wrong} />
      {isSaid && (
        <Faces of={shown}>{(overview) => <Shown overview={overview} onTurned={asked.reload} />}</Faces>
      )}
    </>
  );
}

function Shown({ overview, onTurned }: { overview: Output<'metrics.overview'>; onTurned(): void }) {
  const { org, from, to, asOf, total, aside } = overview;
  const metric = chosenMetric.use();
  const now = currentTime();
  const isDrawn = useDrawn();
  const isNothing = total.asked === 0 && total.completed === 0;
  return (
    <>
      <Heading lead>{org.name}</Heading>
      <Words look="muted">
        {sayDate(from)}到{sayDate(to)}
        {asOf !== undefined && `，统计到${whenWords(asOf, now)}`}。提交{total.asked}件，办结{total.completed}
        件。
        {aside > 0 && `另有${aside}条评价是代录的、在代办员手机上评的或申诉撤下的，不算在内。`}
      </Words>
      {isNothing ? (
        <Note icon="chart" text="这段时间还没有办件。有了以后，这里一分钟数一次。" />
      ) : (
        <>
          <Rates rates={total.rates} months={overview.months} />
          <Details overview={overview} />
          {isDrawn && (
            <>
              <FoldCard title="要办什么" icon="calendar">
                {() => <AskedFor overview={overview} />}
              </FoldCard>
              <Take overview={overview} />
            </>
          )}
        </>
      )}
      {org.tier === 'community' && (
        <Persons
          orgId={org.id}
          metric={metric}
          from={from}
          to={to}
          ranking={overview.ranking}
          onTurned={onTurned}
        />
      )}
      <Bad orgId={org.id} from={from} to={to} />
    </>
  );
}
