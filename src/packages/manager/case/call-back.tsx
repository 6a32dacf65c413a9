import { limits } from 'contract/limits';
import type { CallResult } from 'contract/words';
import { callResults } from 'contract/words';
import { CaseForm } from '@/components/case-form';
import { Choice } from '@/components/choice';
import { Field } from '@/components/field';
import { useCall } from '@/hooks/use-call';
import { useForm } from '@/hooks/use-form';
import { can } from 'contract/deeds';
import { OpenNumber } from '../parts/call/number';
import type { FormProps } from './forms';

interface Draft {
  result?: CallResult;
  text: string;
}

const results = Object.keys(callResults) as CallResult[];

/** 回访 of a complaint: one attempt to ask whether the answer will do. */
export function CallBack({ id, onDone }: FormProps) {
  const kase = useCall('cases.detail', { caseId: id });
  const form = useForm('cases.callBack', {
    key: `callBack.${id}`,
    begin: (kept: Partial<Draft>): Draft => ({ text: '', ...kept }),
    check: ({ result }) => ({ result: result ? undefined : '请选电话打得怎么样。' }),
    inputOf: ({ result = 'unanswered', text }) => ({
      caseId: id,
      result,
      ...(text.trim() && { text }),
    }),
    beside: ['result', 'text'],
    onRefused: kase.reload,
  });
  const { draft, write, wrong } = form;
  return (
    <CaseForm
      title="打回访电话"
      hint="问他对答复满不满意。打通了就办结；他还不满意，先不记，回去点“请上一级再查”。"
      submit="记下这次电话"
      kase={kase}
      may={(one) => can(one, 'callBack') && one.complaint?.closedAt === undefined}
      form={form}
      onDone={onDone}
    >
      {() => (
        <>
          <OpenNumber caseId={id} why="投诉回访" />
          <Choice
            legend="打得怎么样？"
            options={results.map((value) => ({ value, label: callResults[value] }))}
            value={draft.result}
            error={wrong('result')}
            onChange={(result) => write({ result })}
          />
          <Field
            label="居民说了什么，可以不写"
            kind="long"
            max={limits.message}
            value={draft.text}
            error={wrong('text')}
            onInput={(text) => write({ text })}
          />
        </>
      )}
    </CaseForm>
  );
}
