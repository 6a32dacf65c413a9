import { View } from '@tarojs/components';
import { round } from './axis';
import { countWords, type Heat, mostWords } from './heat';

interface Props {
  heat: Pick<Heat, 'columns' | 'all'> & { rows: readonly Heat['rows'][number][] };
  /** what is counted in each row */
  what: string;
}

/** Items below each other, each with its counts: all of them on one measure, their sum above on its own. */
export function Strips({ heat: { columns, rows, all }, what }: Props) {
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  return (
    <View className="heat" role="table" aria-label={`要办什么，${what}`}>
      <View className="unseen" role="row">
        {['事项', '最多', what].map((head) => (
          <View key={head} role="columnheader">
            {head}
          </View>
        ))}
      </View>
      <Strip name="全部事项" columns={columns} counts={all} most={Math.max(1, ...all)} />
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
}

/** Columns as high as their counts, each with its count and its name: read by height or by number, never by shade. */
function Strip({ name, columns, counts, most }: StripProps) {
  return (
    <View className="heat-row" role="row">
      <View className="heat-name" role="rowheader">
        {name}
      </View>
      <View className="heat-most" role="cell">
        {mostWords(columns, counts)}
      </View>
      <View className="heat-cell" role="cell">
        <View className="unseen">{countWords(columns, counts)}</View>
        <View className="heat-strip" aria-hidden>
          {counts.map((count, i) => (
            <View key={columns[i]}>
              {count}
              <View
                className="heat-column"
                style={{ backgroundSize: `100% ${round((100 * count) / most)}%` }}
              />
              <View className="heat-day">{columns[i]}</View>
            </View>
          ))}
        </View>
      </View>
    </View>
  );
}
