import { View } from '@tarojs/components';
import { limits } from 'contract/limits';
import type { BatchView } from 'contract/models';
import { Card } from '@/components/card';
import { Words } from '@/components/words';
import { monthWords } from '@/format/when';

/** The batches in a line each, newest first: how many, and how many of them satisfied. The bars only help the eye. */
export function Trend({ batches }: { batches: readonly BatchView[] }) {
  return (
    <Card title="一批一批看" icon="chart">
      <View className="trend" role="list">
        {batches.map(({ month, numerator, denominator }) => (
          <View role="listitem" key={month}>
            <View className="trend-words">
              <View className="trend-month">{monthWords(month)}</View>
              <View>{countWords(numerator, denominator)}</View>
            </View>
            <View className="trend-bar" aria-hidden>
              <View className="trend-good" style={{ flexGrow: numerator }} />
              <View className="trend-bad" style={{ flexGrow: denominator - numerator }} />
            </View>
          </View>
        ))}
      </View>
      <Words look="muted">
        {`基本满意以上都算满意，斜纹的是不满意。不满${limits.batch}条的月份，和后面的月份并成一批。`}
      </Words>
    </Card>
  );
}

function countWords(numerator: number, denominator: number): string {
  if (denominator === 0) return '没有计入的';
  return `${denominator}条，${numerator}条满意`;
}
