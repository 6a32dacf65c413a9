import { limits } from 'contract/limits';
import type { CaseView } from 'contract/models';
import { can } from 'contract/deeds';
import { type Level, levels } from 'contract/words';
import { currentTime } from '@/cloud/clock';
import { Card } from '@/components/card';
import { CaseForm } from '@/components/case-form';
import { Choice } from '@/components/choice';
import { Field } from '@/components/field';
import { Words } from '@/components/words';
import { whenWords } from '@/format/when';
import { useCall } from '@/hooks/use-call';
import { useForm } from '@/hooks/use-form';
import type { FormProps } from './forms';

const whistleOf = (kase: CaseView, whistle: string) => kase.whistles.find((one) => one.id === whistle);

/** The summoned unit answers. */
export function Answer({ id, whistle = '', onDone }: FormProps) {
  const kase = useCall('cases.detail', { caseId: id });
  const form = useForm('cases.answer', {
    key: `answer.${id}.${whistle}`,
    begin: (kept: { answer?: string }) => ({ answer: kept.answer ?? '' }),
    check: ({ answer }) => ({ answer: answer.trim() ? undefined : '请写一句答复。' }),
    inputOf: ({ answer }) => ({ caseId: id, whistleId: whistle, answer }),
    beside: ['answer'],
    onRefused: kase.reload,
  });
  return (
    <CaseForm
      title="答复吹哨"
      hint="写清已经做了什么、还要做什么、几时做完。社区会来评。"
      submit="答复"
      kase={kase}
      may={(one) => can(one, 'answer') && whistleOf(one, whistle)?.mine === true}
      form={form}
      onDone={onDone}
    >
      {(one) => (
        <>
          <Question kase={one} whistle={whistle} />
          <Field
            label="答复"
            kind="long"
            required
            value={form.draft.answer}
            max={limits.answer}
            onInput={(answer) => form.write({ answer })}
            error={form.wrong('answer')}
          />
        </>
      )}
    </CaseForm>
  );
}

/** The asking side says whether the answer helped. */
export function Rate({ id, whistle = '', onDone }: FormProps) {
  const kase = useCall('cases.detail', { caseId: id });
  const form = useForm('cases.rateAnswer', {
    key: `rate.${id}.${whistle}`,
    begin: (kept: { level?: Level; text?: string }) => ({ level: kept.level, text: kept.text ?? '' }),
    check: ({ level }) => ({ level: level ? undefined : '请选一个满意程度。' }),
    inputOf: ({ level = 'satisfied', text }) => ({
      caseId: id,
      whistleId: whistle,
      level,
      ...(text.trim() ? { text } : {}),
    }),
    beside: ['level', 'text'],
    onRefused: kase.reload,
  });
  return (
    <CaseForm
      title="评答复"
      hint="评了就不能改。答复的单位看得到。"
      submit="评好了"
      kase={kase}
      may={(one) => {
        const asked = whistleOf(one, whistle);
        return can(one, 'rateAnswer') && asked?.answer !== undefined && asked.rating === undefined;
      }}
      form={form}
      onDone={onDone}
    >
      {(one) => (
        <>
          <Question kase={one} whistle={whistle} />
          <Choice
            legend="这次答复怎么样？"
            options={(Object.keys(levels) as Level[]).map((value) => ({ value, label: levels[value] }))}
            value={form.draft.level}
            onChange={(level) => form.write({ level })}
            error={form.wrong('level')}
          />
          <Field
            label="还想说的，可以不写"
            kind="long"
            value={form.draft.text}
            max={limits.reviewText}
            onInput={(text) => form.write({ text })}
            error={form.wrong('text')}
          />
        </>
      )}
    </CaseForm>
  );
}

function Question({ kase, whistle }: { kase: CaseView; whistle: string }) {
  const now = currentTime();
  const asked = whistleOf(kase, whistle);
  if (!asked) return null;
  return (
    <Card title={`${asked.askedBy}问${asked.orgName}`} icon="megaphone">
      <Words>{asked.question}</Words>
      <Words look="muted">
        {asked.answer === undefined
          ? `最晚${whenWords(asked.dueAt, now)}答复`
          : `${whenWords(asked.askedAt, now)}问的`}
      </Words>
      {asked.answer !== undefined && (
        <Words>
          {asked.answeredBy}答：{asked.answer}
        </Words>
      )}
    </Card>
  );
}
