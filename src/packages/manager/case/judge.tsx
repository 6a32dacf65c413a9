import { limits } from 'contract/limits';
import type { CaseView } from 'contract/models';
import { outcomeNames } from 'contract/words';
import { Card } from '@/components/card';
import { CaseForm } from '@/components/case-form';
import { Choice } from '@/components/choice';
import { Field } from '@/components/field';
import { Words } from '@/components/words';
import { useCall } from '@/hooks/use-call';
import { back } from '@/routes';
import { Rated } from '../reviews/rated';
import { useForm } from '@/hooks/use-form';
import type { FormProps } from './forms';

interface Draft {
  isUpheld?: 'yes' | 'no';
  why: string;
}

/** 裁定申诉: both sides, what the rectification found, and what follows from either answer. */
export function Judge({ id, onDone }: FormProps) {
  const kase = useCall('cases.detail', { caseId: id });
  const form = useForm('reviews.judge', {
    key: `judge.${id}`,
    begin: (kept: Partial<Draft>): Draft => ({ why: '', ...kept }),
    check: ({ isUpheld, why }) => ({
      isUpheld: isUpheld ? undefined : '请选申诉成立还是不成立。',
      why: why.trim() ? undefined : '请写清裁定的理由。',
    }),
    inputOf: ({ isUpheld, why }) => ({ caseId: id, isUpheld: isUpheld === 'yes', why }),
    beside: ['isUpheld', 'why'],
    onRefused: kase.reload,
  });
  const { draft, write, wrong } = form;
  return (
    <CaseForm
      title="裁定申诉"
      hint="代办员和居民都看得到裁定和理由。代办员看不到是谁评的，理由里不要写姓名和办件。"
      submit="裁定"
      kase={kase}
      may={({ review }) => review?.appeal?.state === 'open'}
      form={form}
      onDone={() => back.managerReviews('appeals')}
      onPast={onDone}
    >
      {(one) => (
        <>
          <Sides kase={one} />
          <Choice
            legend="申诉成立吗？"
            options={[
              { value: 'yes', label: '成立', hint: '评价还看得到，不再算进满意率' },
              { value: 'no', label: '不成立', hint: '维持原评价，照样算进满意率' },
            ]}
            value={draft.isUpheld}
            onChange={(isUpheld) => write({ isUpheld })}
            error={wrong('isUpheld')}
          />
          <Field
            label="为什么这样裁定？"
            kind="long"
            required
            value={draft.why}
            max={limits.reason}
            onInput={(why) => write({ why })}
            error={wrong('why')}
          />
        </>
      )}
    </CaseForm>
  );
}

function Sides({ kase: { review, rectification, assignment } }: { kase: CaseView }) {
  return (
    <>
      {review && (
        <Card title="居民评的" icon="star">
          <Rated {...review} />
        </Card>
      )}
      <Card title={`代办员${assignment?.agentName ?? ''}说`} icon="talk">
        <Words>{review?.appeal?.reason}</Words>
      </Card>
      {rectification?.findings && (
        <Card title="核实的结果" icon="search">
          <Words>
            {[rectification.outcome && outcomeNames[rectification.outcome], rectification.findings]
              .filter(Boolean)
              .join('。')}
          </Words>
        </Card>
      )}
    </>
  );
}
