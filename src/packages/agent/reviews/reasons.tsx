import { View } from '@tarojs/components';
import type { BatchView } from 'contract/models';
import { isPraise } from 'contract/words';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Lines, Words } from '@/components/words';

/** What people praised and what went wrong, over all batches shown, the most named first. */
export function Reasons({ batches }: { batches: readonly BatchView[] }) {
  const counts = new Map<string, number>();
  for (const { tag, count } of batches.flatMap(({ tags }) => tags))
    counts.set(tag, (counts.get(tag) ?? 0) + count);
  const named = [...counts].sort(([, one], [, other]) => other - one);
  return (
    <Card title="大家怎么说" icon="people">
      <Part title="好在哪" named={named.filter(([tag]) => isPraise(tag))} none="还没有人选。" />
      <Part title="哪里要改" named={named.filter(([tag]) => !isPraise(tag))} none="没有人选。" />
    </Card>
  );
}

function Part({ title, named, none }: { title: string; named: [string, number][]; none: string }) {
  return (
    <View className="reasons-part">
      <Heading level={3}>{title}</Heading>
      {named.length === 0 ? (
        <Words look="muted">{none}</Words>
      ) : (
        <Lines items={named.map(([tag, count]) => `${tag} ${count}次`)} />
      )}
    </View>
  );
}
