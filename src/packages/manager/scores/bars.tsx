import { View } from '@tarojs/components';
import { Heading } from '@/components/heading';

interface Row {
  name: string;
  count: number;
  /** what is said of the count */
  words: string;
}

interface Props {
  title?: string;
  rows: readonly Row[];
  /** the count of a whole bar */
  most: number;
  isBad?: boolean;
}

/** Counts beside their names. The words say it; the bars help the eye, those of what is bad are hatched too. */
export function Bars({ title, rows, most, isBad }: Props) {
  if (rows.length === 0) return null;
  return (
    <View className="bars">
      {title && <Heading level={3}>{title}</Heading>}
      <View className="bars-rows" role="list">
        {rows.map(({ name, count, words }) => (
          <View className="bar-row" role="listitem" key={name}>
            <View className="bar-words">
              <View>{name}</View>
              <View>{words}</View>
            </View>
            <View className="bar" aria-hidden>
              <View
                className={isBad ? 'bar-part bar-bad' : 'bar-part'}
                style={{ width: `${most === 0 ? 0 : (100 * count) / most}%` }}
              />
            </View>
          </View>
        ))}
      </View>
    </View>
  );
}
