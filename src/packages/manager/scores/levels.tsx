import { View } from '@tarojs/components';
import Progress from '@nutui/nutui-react-taro/dist/es/packages/progress';
import '@nutui/nutui-react-taro/dist/es/packages/progress/style/style.css';
import type { Score } from 'contract/models';
import { BAD, type Level, levels } from 'contract/words';
import { Card } from '@/components/card';
import { percent } from './percent';

const bad: readonly Level[] = BAD;

/** How many chose each of the five levels. The numbers say it; the bars only help the eye. */
export function Levels({ score }: { score: Score }) {
  if (score.denominator === 0) return null;
  return (
    <Card title="五个档次" icon="chart">
      <View className="levels" role="list">
        {(Object.keys(levels) as Level[]).map((level) => {
          const count = score.levels[level];
          const share = percent(count, score.denominator);
          return (
            <View className="level" role="listitem" key={level}>
              <View className="level-words">
                <View>{levels[level]}</View>
                <View>
                  {count}条 {share}
                </View>
              </View>
              <View aria-hidden>
                <Progress
                  percent={(100 * count) / score.denominator}
                  color={bad.includes(level) ? 'var(--breach)' : 'var(--brand)'}
                  background="var(--line)"
                />
              </View>
            </View>
          );
        })}
      </View>
    </Card>
  );
}
