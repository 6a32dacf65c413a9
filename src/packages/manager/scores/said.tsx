import { View } from '@tarojs/components';
import type { Output } from 'contract/actions';
import { FEW_WORDS, hiddenWords } from 'contract/metrics';
import { BAD, tagsFor } from 'contract/words';
import { Words } from '@/components/words';
import { Bars } from './bars';

const blame = new Set(BAD.flatMap((level) => tagsFor[level]));

/** The words that reviews share, what was praised and what went wrong. */
export function Said({ words: { hidden, reviews, tags } }: { words: Output<'metrics.overview'>['words'] }) {
  if (hidden)
    return (
      <Words>
        {hiddenWords.few}。现在{reviews}条评价。
      </Words>
    );
  if (tags.length === 0) return <Words>还没有{FEW_WORDS}条评价都用了的词。</Words>;
  const bars = (isBlame: boolean) =>
    tags
      .filter(({ tag }) => blame.has(tag) === isBlame)
      .map(({ tag, count }) => ({ name: tag, count, words: `${count}条` }));
  return (
    <View className="said">
      <Bars title="说好的" rows={bars(false)} most={tags[0]?.count ?? 0} />
      <Bars title="说不好的" rows={bars(true)} most={tags[0]?.count ?? 0} isBad />
      <Words look="muted">至少{FEW_WORDS}条评价都用了的词才列出来。</Words>
    </View>
  );
}
