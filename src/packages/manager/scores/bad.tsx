import { View } from '@tarojs/components';
import type { Output } from 'contract/actions';
import { spokenNo } from 'contract/case-no';
import { levels } from 'contract/words';
import { currentTime } from '@/cloud/clock';
import { Heading } from '@/components/heading';
import { List, ListRow } from '@/components/list-row';
import { Tag } from '@/components/tag';
import { Words } from '@/components/words';
import { dayWords } from '@/format/when';
import { go } from '@/routes';

/** The newest bad reviews, in the residents' own words; each opens its case. */
export function Bad({ reviews }: { reviews: Output<'reviews.scores'>['bad'] }) {
  const now = currentTime();
  return (
    <View className="scores-bad">
      <Heading>差评</Heading>
      {reviews.length === 0 && <Words>这段时间没有差评。</Words>}
      <List>
        {reviews.map(({ caseId, no, serviceName, level, tags, text, at }) => (
          <ListRow
            key={caseId}
            title={serviceName}
            tag={<Tag tone="breach">{levels[level]}</Tag>}
            note={
              <>
                {text && <View className="scores-said">{text}</View>}
                {tags.length > 0 && <View>{tags.join('、')}</View>}
                <View>
                  编号 {spokenNo(no)} · {dayWords(at, now)}评
                </View>
              </>
            }
            onPress={() => go.managerCase(caseId)}
          />
        ))}
      </List>
    </View>
  );
}
