import { View } from '@tarojs/components';
import { type Level, isBad, levels } from 'contract/words';
import { Tag } from '@/components/tag';
import { Words } from '@/components/words';
import './rated.scss';

interface Props {
  level: Level;
  tags: readonly string[];
  text?: string;
}

/** What the resident rated and said: the level in words, the reasons, the sentence. */
export function Rated({ level, tags, text }: Props) {
  return (
    <View>
      <View className="rated-level">
        <Tag tone={isBad(level) ? 'breach' : 'ok'}>{levels[level]}</Tag>
        {tags.length > 0 && <View>{tags.join('、')}</View>}
      </View>
      {text && <Words look="large">{text}</Words>}
    </View>
  );
}
