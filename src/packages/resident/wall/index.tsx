import { View } from '@tarojs/components';
import { limits } from 'contract/limits';
import type { WallEntry } from 'contract/models';
import { Card } from '@/components/card';
import { Faces, Note } from '@/components/faces';
import { Heading } from '@/components/heading';
import { LevelWords } from '@/components/level';
import { Page } from '@/components/page';
import { Words } from '@/components/words';
import { monthWords } from '@/format/when';
import { useCall } from '@/hooks/use-call';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import './wall.scss';

/** 回音墙: what neighbours said and agreed to show, in batches, and what the community answered. */
export default function Wall() {
  const asked = useCall('reviews.wall', {});
  usePullRefresh(asked);
  return (
    <Page title="回音墙">
      <Faces of={asked} isEmpty={({ batches }) => batches.length === 0} empty={<None />}>
        {({ orgName, batches }) => (
          <>
            <Words>{orgName}的邻居这么说。都是本人愿意给大家看的，不写名字。</Words>
            {batches.map(({ month, entries }) => (
              <View className="wall-batch" key={month}>
                <Heading>{monthWords(month)}</Heading>
                {entries.map((entry) => (
                  <Entry key={entry.id} entry={entry} />
                ))}
              </View>
            ))}
          </>
        )}
      </Faces>
    </Page>
  );
}

/** Why there is nothing: not that no neighbour asks. */
function None() {
  return (
    <Note icon="talk" text="墙上还没有话。">
      <Words>{`要有${limits.batch}位邻居愿意给大家看，社区看过，到下个月一起贴出来，谁也认不出谁。`}</Words>
    </Note>
  );
}

function Entry({ entry: { level, tags, text, answer } }: { entry: WallEntry }) {
  return (
    <Card>
      <LevelWords level={level} />
      <Words>{text}</Words>
      {tags.length > 0 && <Words look="muted">{tags.join('、')}</Words>}
      {answer && (
        <View className="wall-answer">
          <Words look="strong">社区回复</Words>
          <Words>{answer}</Words>
        </View>
      )}
    </Card>
  );
}
