import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { Rate } from 'contract/actions/metrics';
import { type Axis, placeOn, round } from './axis';
import { intervalWords, isShown, partWords, percent, rateWords, type ShownRate } from './rate-words';

export interface Row {
  key: string;
  name: ReactNode;
  rate: Rate;
}

interface Props {
  /** what the rows are, and what is counted of them */
  what: string;
  metric: string;
  rows: readonly Row[];
  /** where the picture of each row reaches from and to; without it there is none */
  axis?: Axis;
}

/**
 * A rate of several, one below the other: its value, what it is made of, and Wilson's interval; on a desk in columns. The
 * picture of each row is its interval with a mark at the rate, all on one axis.
 */
export function Table({ what, metric, rows, axis }: Props) {
  return (
    <View className="rows" role="table" aria-label={`${metric}，按${what}`}>
      <View className="unseen" role="row">
        {[what, metric, '分子÷分母', '95%区间'].map((head) => (
          <View key={head} role="columnheader">
            {head}
          </View>
        ))}
      </View>
      {axis && <Ends axis={axis} />}
      {rows.map(({ key, name, rate }) => (
        <View className="row" role="row" key={key}>
          <View className="row-name" role="rowheader">
            {name}
          </View>
          <View className={isShown(rate) ? 'row-rate' : 'row-none'} role="cell">
            {rateWords(rate)}
          </View>
          {axis && isShown(rate) && <Whisker axis={axis} rate={rate} />}
          <View className="row-parts" role="cell">
            {partWords(rate)}
          </View>
          <View className="row-interval" role="cell">
            {isShown(rate) && intervalWords(rate)}
          </View>
        </View>
      ))}
    </View>
  );
}

/** Where the axis begins and ends, above the pictures. */
function Ends({ axis: [low, high] }: { axis: Axis }) {
  return (
    <View className="row row-ends" aria-hidden>
      <View className="whisker-ends">
        <View>{percent(low)}</View>
        <View>{percent(high)}</View>
      </View>
    </View>
  );
}

/** The interval as a band, the rate as an upright mark on it: where bands overlap, neither is ahead. */
function Whisker({ axis, rate: { low, rate, high } }: { axis: Axis; rate: ShownRate }) {
  const left = placeOn(axis, low);
  return (
    <View className="whisker" aria-hidden>
      <View
        className="whisker-band"
        style={{ left: `${left}%`, width: `${round(placeOn(axis, high) - left)}%` }}
      />
      <View className="whisker-mark" style={{ left: `${placeOn(axis, rate)}%` }} />
    </View>
  );
}
