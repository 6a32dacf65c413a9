import { View } from '@tarojs/components';
import type { BatchView } from 'contract/models';
import { type Level, isBad, levels } from 'contract/words';
import { LevelWords } from '@/components/level';

/** How many chose each of the five levels. The numbers say it; the bars only help the eye. */
export function Levels({ of: { levels: counts, denominator } }: { of: BatchView }) {
  return (
    <View className="counts" role="list">
      {(Object.keys(levels) as Level[]).map((level) => (
        <View role="listitem" key={level}>
          <View className="counts-words">
            <LevelWords level={level} />
            <View className="counts-number">{counts[level]}条</View>
          </View>
          <View className="counts-bar" aria-hidden>
            <View
              className={isBad(level) ? 'trend-bad' : 'trend-good'}
              style={{ width: `${denominator === 0 ? 0 : (100 * counts[level]) / denominator}%` }}
            />
          </View>
        </View>
      ))}
    </View>
  );
}
