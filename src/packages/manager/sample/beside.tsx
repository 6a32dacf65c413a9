import { View } from '@tarojs/components';
import type { SampleView } from 'contract/models';
import { type Level, SATISFIED, levels } from 'contract/words';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Words } from '@/components/words';

type Results = SampleView['results'];
type Counts = Results['online'];

/** Fewer than this say nothing of the rest: no rates are made from them. */
const enough = 20;
const names = Object.keys(levels) as Level[];

/** What was said on the phone beside what the same people had rated online, and what those say who never rated. */
export function Beside({ results }: { results: Results }) {
  const { both, same, better, worse, online, phone, unrated } = results;
  const said = Object.fromEntries(names.map((level) => [level, phone[level] - unrated[level]])) as Counts;
  const silent = sum(unrated, names);
  return (
    <Card title="电话里说的和网上评的" icon="chart">
      {both === 0 && <Words>还没有网上评过、电话里也说了的。</Words>}
      {both > 0 && (
        <>
          <Words look="strong">
            两边都说了的{both}件：一样{same}件，电话里更满意{better}件，电话里更不满意{worse}件
          </Words>
          <Words>{differenceWords(sum(online, SATISFIED), sum(said, SATISFIED), both)}</Words>
          <Levels names={['网上', '电话']} of={[online, said]} />
        </>
      )}
      {silent > 0 && (
        <>
          <Heading level={3}>网上没评的，电话里说的</Heading>
          <Levels names={['电话']} of={[unrated]} />
        </>
      )}
    </Card>
  );
}

const sum = (counts: Counts, of: readonly Level[]) => of.reduce((total, level) => total + counts[level], 0);

/** 网上满意2件,电话里满意1件,少1件; the rate only where it is worth one. */
function differenceWords(online: number, phone: number, both: number): string {
  const gap = phone - online;
  const counts = `满意的：网上${online}件，电话里${phone}件，${gap === 0 ? '一样多' : `${gap > 0 ? '多' : '少'}${Math.abs(gap)}件`}。`;
  if (both < enough) return `${counts}不到${enough}件，不算满意率。`;
  const percent = (count: number) => `${Math.floor((count * 1000) / both) / 10}%`;
  return `${counts}满意率：网上${percent(online)}，电话里${percent(phone)}。`;
}

function Levels({ names: heads, of }: { names: readonly string[]; of: readonly Counts[] }) {
  return (
    <View role="list">
      {names.map((level) => (
        <View className="sample-level" role="listitem" key={level}>
          <View className="sample-level-name">{levels[level]}</View>
          {of.map((counts, i) => (
            <View key={heads[i]}>
              {heads[i]}
              {counts[level]}件
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}
