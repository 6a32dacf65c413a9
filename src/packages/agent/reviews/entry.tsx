import { View } from '@tarojs/components';
import type { BatchEntry } from 'contract/models';
import { type AppealState, appealNames, isBad } from 'contract/words';
import { Button } from '@/components/button';
import { LevelWords } from '@/components/level';
import { Tag, type Tone } from '@/components/tag';
import { Words } from '@/components/words';
import { go } from '@/routes';

const tones: Record<AppealState, Tone> = { open: 'progress', upheld: 'ok', rejected: 'plain' };

/** One rating without a name; a bad one with the way to appeal, or what became of the appeal. */
export function Entry({ entry }: { entry: BatchEntry }) {
  const { id, level, appeal } = entry;
  return (
    <View className="entry">
      <Said entry={entry} />
      {appeal && (
        <>
          <Tag tone={tones[appeal.state]}>申诉：{appealNames[appeal.state]}</Tag>
          <Words look="muted">您说的：{appeal.reason}</Words>
          {appeal.why && <Words>裁定的理由：{appeal.why}</Words>}
        </>
      )}
      {isBad(level) && !appeal && (
        <Button inline onPress={() => go.agentAppeal(id)}>
          觉得不公道，申诉
        </Button>
      )}
    </View>
  );
}

/** What was said, as the list and the page of an appeal show it. */
export function Said({ entry: { level, tags, text } }: { entry: BatchEntry }) {
  return (
    <>
      <LevelWords level={level} />
      {text ? <Words>{text}</Words> : tags.length === 0 && <Words look="muted">没有写话。</Words>}
      {tags.length > 0 && <Words look="muted">{tags.join('、')}</Words>}
    </>
  );
}
