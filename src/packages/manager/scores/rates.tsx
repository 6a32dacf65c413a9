import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Rate, Rates as RatesOf } from 'contract/actions/metrics';
import { FEW, type MetricKey, dayWords, formulaOf, metricKeys, metrics } from 'contract/metrics';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Icon } from '@/components/icon';
import { Press } from '@/components/press';
import { Words } from '@/components/words';
import { intervalWords, isShown, partWords, rateWords } from './rate-words';

/** The six rates, each with what it is divided from; how it is made is one tap away. */
export function Rates({ rates }: { rates: RatesOf }) {
  const isFew = metricKeys.some((key) => rates[key].hidden);
  const isNone = !metricKeys.some((key) => isShown(rates[key]));
  const why = isFew && (
    <Words>不到{FEW}件的先不显示：一两个人就会让数字忽高忽低，也容易看出是谁评的。件多了，自己就出来。</Words>
  );
  return (
    <Card>
      {isNone && why}
      <View className="rates" role="list">
        {metricKeys.map((key) => (
          <One key={key} metric={key} rate={rates[key]} />
        ))}
      </View>
      {!isNone && why}
    </Card>
  );
}

function One({ metric, rate }: { metric: MetricKey; rate: Rate }) {
  const [isOpen, setIsOpen] = useState(false);
  const { name, day } = metrics[metric];
  return (
    <View className={isOpen ? 'rate rate-told' : 'rate'} role="listitem">
      <View className="rate-line">
        <Heading level={3}>{name}</Heading>
        <View className={isShown(rate) ? 'rate-number' : 'rate-none'}>{rateWords(rate)}</View>
      </View>
      <View className="rate-line">
        <Words>{rate.hidden ? `现在${rate.denominator}件` : partWords(rate)}</Words>
        <Press
          className="rate-how"
          label={`${name}怎么算`}
          expanded={isOpen}
          onPress={() => setIsOpen(!isOpen)}
        >
          <View className="rate-how-words">
            <View>怎么算</View>
            <View className={isOpen ? 'rate-sign rate-open' : 'rate-sign'}>
              <Icon name="next" />
            </View>
          </View>
        </Press>
      </View>
      {isOpen && (
        <View className="rate-formula">
          <Words>{formulaOf(metric)}。</Words>
          <Words look="muted">
            {dayWords[day]}。{isShown(rate) && `95%区间 ${intervalWords(rate)}：件越多，区间越窄。`}
          </Words>
        </View>
      )}
    </View>
  );
}
