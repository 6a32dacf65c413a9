import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Figures, Rate } from 'contract/actions/metrics';
import { type MetricKey, metrics } from 'contract/metrics';
import { Button } from '@/components/button';
import { Words } from '@/components/words';
import { type Axis, axisOf } from './axis';
import { lineSvg } from './line';
import { Picture } from './picture';
import type { Range } from 'contract/period';
import { periodsOf, sayPeriod, type Trend as Step } from './range';
import { isShown, percent, rateWords } from './rate-words';
import { Table } from './table';

interface Props extends Range {
  metric: MetricKey;
  step: Step;
  lines: readonly Figures[];
}

/** How one rate went: a picture, or the numbers of it. Those who listen hear the numbers beside either. */
export function Trend({ metric, step, lines, from, to }: Props) {
  const [isTable, setIsTable] = useState(false);
  const periods = periodsOf({ from, to }, step);
  const found = new Map(lines.map((line) => [line.key, line.rates[metric]]));
  const rates = periods.flatMap((period) => found.get(period) ?? []);
  const say = (period = '') => sayPeriod(period, to.slice(0, 4));
  const rows = periods.flatMap((period) => {
    const rate = found.get(period);
    return rate ? [{ key: period, name: say(period), rate }] : [];
  });
  const table = (
    <Table what={step === 'month' ? '月份' : '周'} metric={metrics[metric].name} rows={[...rows].reverse()} />
  );
  const isDrawn = rates.filter(isShown).length > 1;
  if (!isDrawn) return table;
  const axis = axisOf(rates);
  return (
    <>
      {isTable ? (
        table
      ) : (
        <>
          <Plot axis={axis} ends={[say(periods[0]), say(periods[periods.length - 1])]}>
            {lineSvg(
              periods.map((period) => found.get(period)),
              axis,
            )}
          </Plot>
          <Words look="strong">{sayEnds(rows)}</Words>
          <Words look="muted">
            线是{metrics[metric].name}，浅色的带子是95%区间。
            {rates.length < periods.length || !rates.every(isShown)
              ? '断开的地方没有件，或者不到20件，不显示。'
              : ''}
          </Words>
          <View className="unseen">{table}</View>
        </>
      )}
      <Button icon={isTable ? 'chart' : 'all'} onPress={() => setIsTable(!isTable)}>
        {isTable ? '看图' : '看数字'}
      </Button>
    </>
  );
}

/** `11月 82.4%，最高是5月 90%，最低是1月 78.1%。`: what the eye takes from the picture. */
function sayEnds(rows: readonly { name: string; rate: Rate }[]): string {
  const shown = rows.filter(({ rate }) => isShown(rate));
  const sorted = [...shown].sort((a, b) => (a.rate.rate ?? 0) - (b.rate.rate ?? 0));
  const [last, highest, lowest] = [shown, sorted, [...sorted].reverse()].map((of) => {
    const end = of[of.length - 1];
    return end ? `${end.name} ${rateWords(end.rate)}` : '';
  });
  return `${last}，最高是${highest}，最低是${lowest}。`;
}

/** A picture with the ends of its axes written beside it. */
function Plot({
  axis: [low, high],
  ends,
  children,
}: {
  axis: Axis;
  ends: [string, string];
  children: string;
}) {
  return (
    <View className="plot" aria-hidden>
      <View className="plot-scale">
        <View>{percent(high)}</View>
        <View>{percent((low + high) / 2)}</View>
        <View>{percent(low)}</View>
      </View>
      <Picture className="plot-picture" svg={children} />
      <View className="plot-ends">
        <View>{ends[0]}</View>
        <View>{ends[1]}</View>
      </View>
    </View>
  );
}
