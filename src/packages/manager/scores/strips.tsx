import { View } from '@tarojs/components';
import { countWords, type Heat, mostWords } from './heat';
import { Picture } from './picture';
import { stripSvg } from './strip';

interface Props {
  heat: Pick<Heat, 'columns' | 'all'> & { rows: readonly Heat['rows'][number][] };
  /** what is counted in each row */
  what: string;
  /** the counts as words, not as a picture */
  isTable: boolean;
}

/** Items below each other, each with its counts: all of them on one measure, their sum above on its own. */
export function Strips({ heat: { columns, rows, all }, what, isTable }: Props) {
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
      <Strip
        name="全部事项"
        columns={columns}
        counts={all}
        most={Math.max(1, ...all)}
        isTable={isTable}
        isFirst
      />
      {rows.map(({ key, name, counts }) => (
        <Strip key={key} name={name} columns={columns} counts={counts} most={most} isTable={isTable} />
      ))}
    </View>
  );
}

interface StripProps {
  name: string;
  columns: readonly string[];
  counts: readonly number[];
  most: number;
  isTable: boolean;
  /** it has the names of the columns above it */
  isFirst?: boolean;
}

function Strip({ name, columns, counts, most, isTable, isFirst }: StripProps) {
  return (
    <View className="heat-row" role="row">
      <View className="heat-name" role="rowheader">
        {name}
      </View>
      <View className="heat-most" role="cell">
        {mostWords(columns, counts)}
      </View>
      <View className="heat-strip" role="cell">
        <View className={isTable ? undefined : 'unseen'}>{countWords(columns, counts)}</View>
        {!isTable && (
          <>
            {isFirst && <Columns names={columns} />}
            <Picture className="heat-columns" svg={stripSvg(counts, most)} />
          </>
        )}
      </View>
    </View>
  );
}

/** Weekdays by one character each; of hours the first and the last. */
function Columns({ names }: { names: readonly string[] }) {
  const isWeek = names.length === 7;
  const shown = isWeek ? names.map((name) => name.slice(1)) : [names[0], names[names.length - 1]];
  return (
    <View className={isWeek ? 'heat-names' : 'heat-names heat-ends'} aria-hidden>
      {shown.map((name) => (
        <View key={name}>{name}</View>
      ))}
    </View>
  );
}
