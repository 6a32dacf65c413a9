import { limits } from 'contract/limits';
import { CaseForm } from '@/components/case-form';
import { Choice } from '@/components/choice';
import { Field } from '@/components/field';
import { useCall } from '@/hooks/use-call';
import { Rated } from '../reviews/rated';
import { useForm } from '@/hooks/use-form';
import type { FormProps } from './forms';

interface Draft {
  isUpheld?: 'yes' | 'no';
  findings: string;
}

/** 核实: was it true, and what was found. What is held not to be true needs its evidence. */
export function Verify({ id, onDone }: FormProps) {
  const kase = useCall('cases.detail', { caseId: id });
  const form = useForm('cases.verify', {
    key: `verify.${id}`,
    begin: (kept: Partial<Draft>): Draft => ({ findings: '', ...kept }),
    check: ({ isUpheld, findings }) => ({
      isUpheld: isUpheld ? undefined : '请选属实还是不属实。',
      findings: findings.trim() ? undefined : '请写清核实到了什么。',
    }),
    inputOf: ({ isUpheld, findings }) => ({ caseId: id, isUpheld: isUpheld === 'yes', findings }),
    beside: ['isUpheld', 'findings'],
    onRefused: kase.reload,
  });
  const { draft, write, wrong } = form;
  return (
    <CaseForm
      title="写核实结果"
      hint="居民和上级看得到您写的。代办员看不到。"
      submit="核实好了"
      kase={kase}
      may={({ rectification }) => rectification?.deeds.includes('verify') === true}
      form={form}
      onDone={onDone}
    >
      {({ review }) => (
        <>
          {review && <Rated {...review} />}
          <Choice
            legend="居民说的属实吗？"
            options={[
              { value: 'yes', label: '属实', hint: '接着整改，改好再打电话回访' },
              { value: 'no', label: '不属实', hint: '要有证据，再打电话跟居民说清' },
            ]}
            value={draft.isUpheld}
            onChange={(isUpheld) => write({ isUpheld })}
            error={wrong('isUpheld')}
          />
          <Field
            label={draft.isUpheld === 'no' ? '凭什么说不属实？写清证据' : '核实到了什么？'}
            hint="比如：问了谁、看了什么单子、几时的事"
            kind="long"
            required
            value={draft.findings}
            max={limits.findings}
            onInput={(findings) => write({ findings })}
            error={wrong('findings')}
          />
        </>
      )}
    </CaseForm>
  );
}
