import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Words } from '@/components/words';
import { useTextSize } from '@/hooks/use-text-size';

/** The way to 长辈版 and back, on the first page. Where the words are largest it says less, to fit beside the title. */
export function TextSizeSwitch() {
  const { size, isElder, isOffered, setSize } = useTextSize();
  if (isOffered) return null;
  if (size === 'huge') {
    return (
      <Button look="quiet" inline label="换回标准版" onPress={() => setSize('standard')}>
        标准版
      </Button>
    );
  }
  return (
    <Button look="quiet" icon="letters" inline onPress={() => setSize(isElder ? 'standard' : 'elder')}>
      {isElder ? '换回标准版' : '长辈版：字大些'}
    </Button>
  );
}

/** 长辈版 in so many words, once, for whose phone writes large already. */
export function TextSizeOffer() {
  const { isOffered, setSize } = useTextSize();
  if (!isOffered) return null;
  return (
    <Card tone="progress" icon="letters" title="要不要把字放大？">
      <Words>您的手机用的是大字。长辈版字大、按钮大，一页里的事少。</Words>
      <View className="home-offer">
        <Button look="main" onPress={() => setSize('elder')}>
          换成长辈版
        </Button>
        <Button onPress={() => setSize('standard')}>不用</Button>
      </View>
    </Card>
  );
}
