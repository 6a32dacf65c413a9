import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { useRecent } from '@/hooks/use-recent';

/** 最近找过的: one tap looks for the same again. Kept on this phone, and gone as a whole when asked. */
export function Recent({ onPick }: { onPick(words: string): void }) {
  const { recent, forget } = useRecent();
  if (recent.length === 0) return null;
  return (
    <View className="recent" role="group" aria-label="最近找过的">
      <View className="recent-title">最近找过的</View>
      {recent.map((words) => (
        <Button key={words} inline onPress={() => onPick(words)}>
          {words}
        </Button>
      ))}
      <Button look="quiet" icon="close" inline onPress={forget}>
        清除记录
      </Button>
    </View>
  );
}
