import { View } from '@tarojs/components';
import { Words } from '@/components/words';

/** How far it is: a bar for the eye, and words, which are read out. */
export function Progress({ done, of, words }: { done: number; of: number; words: string }) {
  const percent = of > 0 ? Math.floor((100 * done) / of) : 0;
  return (
    <>
      <View className="import-bar" aria-hidden>
        <View className="import-bar-done" style={{ width: `${percent}%` }} />
      </View>
      <Words>{words}</Words>
    </>
  );
}
