import { View } from '@tarojs/components';
import { Words } from '@/components/words';

/** How far it is, as a bar and in words. */
export function Progress({ done, of, words }: { done: number; of: number; words: string }) {
  const percent = of > 0 ? Math.floor((100 * done) / of) : 0;
  return (
    <>
      <View
        className="import-bar"
        role="progressbar"
        aria-label={words}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <View className="import-bar-done" style={{ width: `${percent}%` }} />
      </View>
      <Words>{words}</Words>
    </>
  );
}
