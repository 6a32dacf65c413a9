import { View } from '@tarojs/components';
import type { Output } from 'contract/actions';
import { spokenNo } from 'contract/case-no';
import { levels } from 'contract/words';
import { currentTime } from '@/cloud/clock';
import { Faces } from '@/components/faces';
import { Heading } from '@/components/heading';
import { List, ListRow } from '@/components/list-row';
import { Tag } from '@/components/tag';
import { Words } from '@/components/words';
import { dayWords } from '@/format/when';
import { useCall } from '@/hooks/use-call';
import { go } from '@/routes';
import type { Range } from 'contract/period';
import { Rest, useRest } from './rest';

/** The newest bad reviews, in the residents' own words; each opens its case. */
export function Bad({ orgId, from, to }: Range & { orgId: string }) {
  const asked = useCall('reviews.scores', { orgId, from, to });
  return (
    <View className="scores-bad">
      <Heading>最近的差评</Heading>
      <Faces of={asked} isEmpty={({ bad }) => bad.length === 0} empty={<Words>这段时间没有差评。</Words>}>
        {({ bad }) => <Rows reviews={bad} />}
      </Faces>
    </View>
  );
}

function Rows({ reviews }: { reviews: Output<'reviews.scores'>['bad'] }) {
  const rest = useRest(reviews);
  const now = currentTime();
  return (
    <>
      <List>
        {rest.shown.map(({ caseId, no, serviceName, level, tags, text, at }) => (
          <ListRow
            key={caseId}
            title={serviceName}
            tag={<Tag tone="breach">{levels[level]}</Tag>}
            note={
              <>
                {text && <View className="scores-text">{text}</View>}
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
      <Rest of={rest} />
    </>
  );
}
