import { View } from '@tarojs/components';
import { limits } from 'contract/limits';
import type { ModerationRow } from 'contract/models';
import type { CallError } from '@/cloud/call-error';
import { Button } from '@/components/button';
import { Field, FieldError } from '@/components/field';
import { useDraft } from '@/hooks/use-draft';
import type { HeapProps } from './heaps';
import { Item } from './item';
import { Moderated } from './moderated';
import { Rated } from './rated';

/** 回音墙: which reviews neighbours may read, and what the community answers. */
export function Wall(props: HeapProps) {
  return (
    <Moderated {...props} heap="wall" empty="没有等着上墙的评价。">
      {(row, { rule, isBusy, errorOf }) => (
        <Entry
          row={row}
          busy={isBusy(row.caseId)}
          error={errorOf(row.caseId)}
          onRule={(wall, answer) =>
            rule(
              { caseId: row.caseId, wall, ...(answer && { answer }) },
              wall === 'shown' ? '放上墙了，满5条一起给邻居看。' : '不上墙。',
            )
          }
        />
      )}
    </Moderated>
  );
}

interface EntryProps {
  row: ModerationRow;
  busy: boolean;
  error?: CallError;
  onRule(wall: 'shown' | 'hidden', answer?: string): Promise<boolean>;
}

function Entry({ row, busy, error, onRule }: EntryProps) {
  const { draft, change, discard } = useDraft(`wall.${row.caseId}`, (kept: { answer?: string }) => ({
    answer: kept.answer ?? '',
  }));
  const decide = async (wall: 'shown' | 'hidden', answer?: string) => {
    if (await onRule(wall, answer)) discard();
  };
  const wrong = error?.fields.answer;
  return (
    <Item of={row} done="评">
      <Rated {...row} />
      <Field
        label="社区的回复，可以不写"
        kind="long"
        value={draft.answer}
        max={limits.answer}
        onInput={(answer) => change({ answer })}
        error={wrong}
      />
      <FieldError id={`wall-${row.caseId}`}>{wrong ? undefined : error?.message}</FieldError>
      <View className="reviews-ways">
        <Button
          inline
          busy={busy}
          label={`上墙：${row.serviceName}`}
          onPress={() => void decide('shown', draft.answer.trim())}
        >
          上墙
        </Button>
        <Button inline busy={busy} label={`不上墙：${row.serviceName}`} onPress={() => void decide('hidden')}>
          不上墙
        </Button>
      </View>
    </Item>
  );
}
