import { limits } from 'contract/limits';
import type { CaseView } from 'contract/models';
import { can } from 'contract/deeds';
import { type Level, levels, tagsFor } from 'contract/words';
import { CaseForm } from '@/components/case-form';
import { Choice } from '@/components/choice';
import { Field } from '@/components/field';
import { Reasons } from '@/components/level/reasons';
import { useCall } from '@/hooks/use-call';
import { useForm } from '@/hooks/use-form';
import type { FormProps } from './forms';

interface Draft {
  level?: Level;
  tags: string[];
  text: string;
}

/** A resident who asked in WeChat also rates there: staff do not rate before them. */
export const canEnter = (kase: CaseView) => can(kase, 'review') && !kase.reviewed && kase.channel !== 'self';

/** 代录评价: what a resident without WeChat said, written down by a manager who never had the case in hand. */
export function EnterReview({ id, onDone }: FormProps) {
  const kase = useCall('cases.detail', { caseId: id });
  const form = useForm('reviews.submit', {
    key: `enter-review.${id}`,
    begin: (kept: Partial<Draft>): Draft => ({ tags: [], text: '', ...kept }),
    check: ({ level }) => ({ level: level ? undefined : '请选一个满意程度。' }),
    inputOf: ({ level = 'satisfied', tags, text }) => ({
      caseId: id,
      level,
      tags,
      ...(text.trim() && { text }),
    }),
    beside: ['level', 'tags', 'text'],
    onRefused: kase.reload,
  });
  const { draft, write, wrong } = form;
  const { level, tags } = draft;
  return (
    <CaseForm
      title="代录评价"
      hint="居民怎么说就怎么记，记了不能改。会标明是您代录的，不计入满意率。差评照样整改。"
      submit="记下评价"
      kase={kase}
      may={canEnter}
      form={form}
      onDone={onDone}
    >
      {() => (
        <>
          <Choice
            legend="居民说办得怎么样？"
            options={(Object.keys(levels) as Level[]).map((value) => ({ value, label: levels[value] }))}
            value={level}
            // Reasons that do not fit the new level go.
            onChange={(next) =>
              write({ level: next, tags: tags.filter((tag) => tagsFor[next].includes(tag)) })
            }
            error={wrong('level')}
          />
          {level && (
            <Reasons
              of={level}
              values={tags}
              onChange={(next) => write({ tags: next })}
              error={wrong('tags')}
            />
          )}
          <Field
            label="居民的原话，可以不写"
            kind="long"
            value={draft.text}
            max={limits.reviewText}
            onInput={(text) => write({ text })}
            error={wrong('text')}
          />
        </>
      )}
    </CaseForm>
  );
}
