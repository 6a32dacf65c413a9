import { View } from '@tarojs/components';
import type { Output } from 'contract/actions';
import type { Figures } from 'contract/actions/metrics';
import { dimensions, hiddenWords, metricKeys, metrics } from 'contract/metrics';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import { FoldCard } from '@/components/fold';
import { Words } from '@/components/words';
import { Sides } from '../parts/sides';
import { Below, belowTitle } from './below';
import { Breakdown } from './breakdown';
import { Levels } from './levels';
import { isShown } from './rate-words';
import { Said } from './said';
import { Trend } from './trend';
import { chosenMetric, chosenStep } from './view';

/** One of the rates in parts: over time, by unit below, by item, mode and channel; and what reviews say. */
export function Details({ overview }: { overview: Output<'metrics.overview'> }) {
  const metric = chosenMetric.use();
  const { total, levels, words, below, services, modes, channels } = overview;
  const rate = total.rates[metric];
  const { name } = metrics[metric];
  return (
    <>
      <View className="scores-short">
        <Choice
          legend="细看哪个率"
          columns={3}
          options={metricKeys.map((key) => ({ value: key, label: metrics[key].name }))}
          value={metric}
          onChange={chosenMetric.set}
        />
      </View>
      {!isShown(rate) && (
        <Card>
          <Words>
            {rate.hidden
              ? `${name}${hiddenWords.few}，各月、各事项也一起不显示。`
              : `${name}还没有：这段时间没有${metrics[metric].denominator}。`}
          </Words>
        </Card>
      )}
      <Sides
        first={
          <>
            {isShown(rate) && (
              <Card title={`${name}走势`} icon="chart">
                <Over overview={overview} />
              </Card>
            )}
            {below.length > 0 && (isShown(rate) || below.some(({ canOpen }) => canOpen)) && (
              <Card title={belowTitle(below)} icon="place">
                <Below metric={metric} lines={below} />
              </Card>
            )}
            {metric === 'satisfaction' && isShown(rate) && levels && (
              <FoldCard title="五个档次" icon="star">
                {() => <Levels counts={levels} />}
              </FoldCard>
            )}
            <FoldCard title="评价里常说的" icon="letters">
              {() => <Said words={words} />}
            </FoldCard>
          </>
        }
        second={
          isShown(rate) && (
            <>
              <FoldCard title={`按${dimensions.service}`} icon="all">
                {() => <Breakdown what={dimensions.service} metric={metric} lines={services} />}
              </FoldCard>
              <FoldCard title={`按${dimensions.mode}`} icon="station">
                {() => <Breakdown what={dimensions.mode} metric={metric} lines={modes} />}
              </FoldCard>
              <FoldCard title={`按${dimensions.channel}`} icon="phone">
                {() => <Breakdown what={dimensions.channel} metric={metric} lines={channels} />}
              </FoldCard>
            </>
          )
        }
      />
    </>
  );
}

/** The step that figures came in: another one may be on its way. */
const stepOf = (lines: readonly Figures[]) => (lines.some(({ key }) => key.length > 7) ? 'week' : 'month');

function Over({ overview: { from, to, trend } }: { overview: Output<'metrics.overview'> }) {
  const metric = chosenMetric.use();
  const step = chosenStep.use();
  return (
    <>
      <View className="scores-short">
        <Choice
          legend="按月还是按周"
          hideLegend
          columns={3}
          options={[
            { value: 'month', label: '按月' },
            { value: 'week', label: '按周' },
          ]}
          value={step}
          onChange={chosenStep.set}
        />
      </View>
      <Trend metric={metric} step={stepOf(trend)} lines={trend} from={from} to={to} />
    </>
  );
}
