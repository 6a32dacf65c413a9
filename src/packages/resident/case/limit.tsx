import { View } from '@tarojs/components';
import type { CaseView } from 'contract/models';
import { Due } from '@/components/case-card';
import { Words } from '@/components/words';
import { whenWords } from '@/format/when';

/** By when it is promised; while it waits for the resident, that the clock stands and since when. */
export function Limit({ kase, now }: { kase: CaseView; now: number }) {
  const { pausedAt, dueAt, provisional, pauses, kind } = kase;
  if (pausedAt !== undefined) {
    return (
      <View>
        <View>等您补上再接着算</View>
        <Words look="muted">{whenWords(pausedAt, now)}起，时限暂停。</Words>
      </View>
    );
  }
  if (kind === 'waiting') return <View>前一件办好，才开始算日子</View>;
  const response = kase.clocks.find(({ name, stoppedAt }) => name === 'response' && stoppedAt === undefined);
  return (
    <View>
      {response && <View>最晚{whenWords(response.dueAt, now)}有人接，夜里也算</View>}
      <Due at={dueAt} now={now} provisional={provisional} kind={kind} />
      {provisional && <Words look="muted">那一年放假的日子还没公布，公布了再核定，会告诉您。</Words>}
      {pauses.length > 0 && <Words look="muted">等您补材料的工夫没算在里头，日子往后推了。</Words>}
    </View>
  );
}
