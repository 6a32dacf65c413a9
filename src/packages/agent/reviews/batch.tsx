import { View } from '@tarojs/components';
import type { BatchEntry, BatchView } from 'contract/models';
import { isBad } from 'contract/words';
import { Heading } from '@/components/heading';
import { Words } from '@/components/words';
import { monthWords } from '@/format/when';
import { Entry } from './entry';
import { Levels } from './levels';

/** Of all that were rated, with those that no longer count. */
export const batchTitle = ({ month, entries }: BatchView) => `${monthWords(month)}，${entries.length}条`;

/** One batch: its levels, then whatever says more than a level, in an order that tells nothing. */
export function Batch({ batch }: { batch: BatchView }) {
  const saying = batch.entries.filter(saysMore);
  const silent = batch.entries.length - saying.length;
  return (
    <>
      <Levels of={batch} />
      <View className="entries">
        <Heading level={3}>一条一条看</Heading>
        {saying.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
        {silent > 0 && <Words look="muted">还有{silent}条只打了分。</Words>}
      </View>
    </>
  );
}

const saysMore = ({ level, tags, text }: BatchEntry) => text !== undefined || tags.length > 0 || isBad(level);
