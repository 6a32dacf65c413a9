import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from 'contract/actions';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Words } from '@/components/words';
import { countWords, type Heat, heatOfHours, heatOfWeekdays, mostWords } from './heat';
import { Picture } from './picture';
import { stripSvg } from './strip';

/** Items that are shown before somebody asks for the rest. */
const FIRST = 6;
type By = 'weekdays' | 'hours';

/** What people ask for, on which weekday or at which hour. */
export function AskedFor({ overview }: { overview: Pick<Output<'metrics.overview'>, By> }) {
  const [by, setBy] = useState<By>('weekdays');
  const [isAll, setIsAll] = useState(false);
  const heat = by === 'weekdays' ? heatOfWeekdays(overview.weekdays) : heatOfHours(overview.hours);
  const rest = heat.rows.length - FIRST;
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
      <Squares heat={isAll ? heat : { ...heat, rows: heat.rows.slice(0, FIRST) }} by={by} />
      <Words look="muted">方块越大,提出的件越多;点是没有。按居民提出的时间算。</Words>
      {rest > 0 && (
        <Button onPress={() => setIsAll(!isAll)}>{isAll ? '只看最多的' : `再看其余${rest}项`}</Button>
      )}
    </>
  );
}

function Squares({ heat: { columns, rows, all }, by }: { heat: Heat; by: By }) {
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  const what = by === 'weekdays' ? '各天件数' : '各钟点件数';
  return (
    <View className="heat" role="table" aria-label={`要办什么,${what}`}>
      <View className="unseen" role="row">
        {['事项', '最多', what].map((head) => (
          <View key={head} role="columnheader">
            {head}
          </View>
        ))}
      </View>
      <Strip name="全部事项" columns={columns} counts={all} most={Math.max(1, ...all)} isAll />
      {rows.map(({ key, name, counts }) => (
        <Strip key={key} name={name} columns={columns} counts={counts} most={most} />
      ))}
    </View>
  );
}

interface StripProps {
  name: string;
  columns: readonly string[];
  counts: readonly number[];
  most: number;
  /** the sum of all, which has the names of the columns above it and a measure of its own */
  isAll?: boolean;
}

function Strip({ name, columns, counts, most, isAll }: StripProps) {
  return (
    <View className="heat-row" role="row">
      <View className="heat-name" role="rowheader">
        {name}
      </View>
      <View className="heat-most" role="cell">
        {mostWords(columns, counts)}
      </View>
      <View className="heat-strip" role="cell">
        <View className="unseen">{countWords(columns, counts)}</View>
        {isAll && <Columns names={columns} />}
        <Picture className="heat-squares" svg={stripSvg(counts, most)} />
      </View>
    </View>
  );
}

/** Weekdays by one character each; of hours the first and the last. */
function Columns({ names }: { names: readonly string[] }) {
  const shown = names.length === 7 ? names.map((name) => name.slice(1)) : [names[0], names[names.length - 1]];
  return (
    <View className={shown.length === 7 ? 'heat-columns' : 'heat-columns heat-ends'} aria-hidden>
      {shown.map((name) => (
        <View key={name}>{name}</View>
      ))}
    </View>
  );
}
