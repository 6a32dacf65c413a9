import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from 'contract/actions';
import type { Rate, Rates as RatesOf } from 'contract/actions/metrics';
import { FEW, type MetricKey, dayWords, formulaOf, metricKeys, metrics } from 'contract/metrics';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Icon } from '@/components/icon';
import { Press } from '@/components/press';
import { Tag } from '@/components/tag';
import { Words } from '@/components/words';
import {
  changeWords,
  intervalWords,
  isShown,
  marksWords,
  meaningOf,
  meaningWords,
  partWords,
  rateWords,
} from './rate-words';

type Overview = Output<'metrics.overview'>;

/** The six rates, each with what it is divided from; how it is made is one tap away. */
export function Rates({ rates, months }: Pick<Overview, 'months'> & { rates: RatesOf }) {
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
          <One key={key} metric={key} rate={rates[key]} months={months} />
        ))}
      </View>
      {!isNone && why}
    </Card>
  );
}

interface OneProps extends Pick<Overview, 'months'> {
  metric: MetricKey;
  rate: Rate;
}

/** A tile on the ground of what it means; a word says the same. */
function One({ metric, rate, months }: OneProps) {
  const [isOpen, setIsOpen] = useState(false);
  const { name, day } = metrics[metric];
  const meaning = meaningOf(metric, rate);
  const [last, before] = [months.last.rates[metric], months.before.rates[metric]];
  const changed = changeWords(last, before);
  const monthName = (month: string) => `${Number(month.slice(5))}月`;
  const ofMonth = (month: string, one: Rate) => `${monthName(month)} ${rateWords(one)}（${partWords(one)}）`;
  const marked = marksWords(metric);
  return (
    <View className={`rate rate-${meaning ?? 'plain'}`} role="listitem">
      <View className="rate-line">
        <Heading level={3}>{name}</Heading>
        {meaning && <Tag tone={tones[meaning]}>{meaningWords[meaning]}</Tag>}
      </View>
      <View className={isShown(rate) ? 'rate-number' : 'rate-none'}>{rateWords(rate)}</View>
      {changed && (
        <Words look="strong">
          {monthName(months.last.key)}
          {changed}
        </Words>
      )}
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
          {changed && (
            <Words>
              {ofMonth(months.last.key, last)}，{ofMonth(months.before.key, before)}。
            </Words>
          )}
          <Words look="muted">
            {dayWords[day]}。{marked && `${marked}。`}
            {isShown(rate) && `95%区间 ${intervalWords(rate)}：件越多，区间越窄。`}
          </Words>
        </View>
      )}
    </View>
  );
}

const tones = { good: 'ok', mind: 'warning', low: 'breach' } as const;
