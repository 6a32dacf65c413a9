import type { Output } from 'contract/actions';
import { limits } from 'contract/limits';
import type { CaseView } from 'contract/models';
import { type Level, levels } from 'contract/words';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { DraftFound } from '@/components/draft-found';
import { Field } from '@/components/field';
import { Heading } from '@/components/heading';
import { faces } from '@/components/level';
import { Reasons } from '@/components/level/reasons';
import { Page } from '@/components/page';
import { SendBar } from '@/components/send-bar';
import { go } from '@/routes';
import { Extras } from './extras';
import { Readers } from './readers';
import { useReview } from './use-review';

interface Props {
  kase: CaseView;
  onSent(sent: Output<'reviews.submit'>): void;
}

/** How it was, in three taps: a level, the reasons that fit it, and words if one likes; who will read them is said before. */
export function Form({ kase, onSent }: Props) {
  const review = useReview(kase.caseId);
  const { draft, hasText, write, setLevel, wrong } = review;
  const { level, tags, wall } = draft;
  return (
    <Page title="评一评" isOfAgent bar={<SendBar of={review} words="提交评价" onDone={onSent} />}>
      <Heading>{kase.serviceName}</Heading>
      <DraftFound of={review} />
      <Choice
        legend={`${kase.assignment ? `代办员${kase.assignment.agentName}` : '这件事'}办得怎么样？`}
        options={(Object.keys(levels) as Level[]).map((value) => ({
          value,
          label: levels[value],
          icon: faces[value],
        }))}
        value={level}
        error={wrong('level')}
        onChange={setLevel}
      />
      {level && (
        <>
          <Reasons
            of={level}
            values={tags}
            error={wrong('tags')}
            onChange={(chosen) => write({ tags: chosen })}
          />
          <Field
            label="还想说的，可以不写"
            hint="不用写名字和电话。"
            kind="long"
            max={limits.reviewText}
            value={draft.text}
            error={wrong('text')}
            onInput={(text) => write({ text })}
          />
          <Extras of={review} />
          <Readers wall={hasText && wall} />
        </>
      )}
      {kase.reopenUntil !== undefined && (
        <Button look="quiet" onPress={() => go.caseDeed(kase.caseId, 'reopen')}>
          其实没办成？请代办员接着办
        </Button>
      )}
    </Page>
  );
}
