import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Field } from '@/components/field';
import type { Range } from 'contract/period';
import { type Span as Which, daysOf, spans } from './range';
import { currentTime } from '@/cloud/clock';

/** What is looked at: the span, and days of the manager's own choice. */
export interface Chosen {
  span: Which;
  own?: Range;
}

interface Props {
  chosen: Chosen;
  onChange(chosen: Chosen): void;
  /** what the server says is wrong with own days */
  wrong: Record<string, string>;
}

/** Which days: one of the usual spans, or a first and a last day. */
export function Span({ chosen: { span, own }, onChange, wrong }: Props) {
  const [days, setDays] = useState(own ?? daysOf('year', currentTime()));
  return (
    <>
      <View className="scores-short">
        <Choice
          legend="看哪段时间"
          hideLegend
          columns={3}
          options={spans}
          value={span}
          onChange={(one) => onChange({ span: one, own })}
        />
      </View>
      {span === 'own' && (
        <View className="own-days">
          <Field
            label="从哪天起"
            kind="date"
            value={days.from}
            error={wrong.from}
            onInput={(from) => setDays({ ...days, from })}
          />
          <Field
            label="到哪天，这天也算"
            kind="date"
            value={days.to}
            error={wrong.to}
            onInput={(to) => setDays({ ...days, to })}
          />
          <Button onPress={() => onChange({ span: 'own', own: days })}>看这些天</Button>
        </View>
      )}
    </>
  );
}

/** The days to ask for; of own days that were not said yet, none. */
export function chosenDays({ span, own }: Chosen, now: number): Range | undefined {
  return span === 'own' ? own : daysOf(span, now);
}
