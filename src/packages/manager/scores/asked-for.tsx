import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from 'contract/actions';
import { Choice } from '@/components/choice';
import { Words } from '@/components/words';
import { type Heat, heatOfHours, heatOfWeekdays } from './heat';
import { Rest, useRest } from './rest';
import { Strips } from './strips';

type By = 'weekdays' | 'hours';

/** What people ask for, on which weekday or at which hour: each column with its number. */
export function AskedFor({ overview }: { overview: Pick<Output<'metrics.overview'>, By> }) {
  const [by, setBy] = useState<By>('weekdays');
  const heat: Heat = by === 'weekdays' ? heatOfWeekdays(overview.weekdays) : heatOfHours(overview.hours);
  const rest = useRest(heat.rows);
  return (
    <>
      <View className="scores-short">
        <Choice<By>
          legend="按什么看"
          hideLegend
          columns={3}
          options={[
            { value: 'weekdays', label: '按星期' },
            { value: 'hours', label: '按钟点' },
          ]}
          value={by}
          onChange={setBy}
        />
      </View>
      <Strips heat={{ ...heat, rows: rest.shown }} what={by === 'weekdays' ? '各天件数' : '各钟点件数'} />
      <Words look="muted">按提出的时间算。第一行的柱子另有高低。</Words>
      <Rest of={rest} />
    </>
  );
}
