import { limits } from 'contract/limits';
import { CaseForm } from '@/components/case-form';
import { Choice } from '@/components/choice';
import { Facts } from '@/components/facts';
import { Field } from '@/components/field';
import { useCall } from '@/hooks/use-call';
import { Rated } from '../reviews/rated';
import { useForm } from '@/hooks/use-form';
import type { FormProps } from './forms';

interface Draft {
  outcome?: 'mended' | 'explained';
  text: string;
}

/** 整改: what was done about what was true. */
export function Mend({ id, onDone }: FormProps) {
  const kase = useCall('cases.detail', { caseId: id });
  const form = useForm('cases.mend', {
    key: `mend.${id}`,
    begin: (kept: Partial<Draft>): Draft => ({ text: '', ...kept }),
    check: ({ outcome, text }) => ({
      outcome: outcome ? undefined : '请选已整改还是已解释。',
      text: text.trim() ? undefined : '请写清做了什么。',
    }),
    inputOf: ({ outcome = 'mended', text }) => ({ caseId: id, outcome, text }),
    beside: ['outcome', 'text'],
    onRefused: kase.reload,
  });
  const { draft, write, wrong } = form;
  return (
    <CaseForm
      title="写整改结果"
      hint="居民马上收到。接着打电话，问他满意不满意。"
      submit="整改好了"
      kase={kase}
      may={({ rectification }) => rectification?.deeds.includes('mend') === true}
      form={form}
      onDone={onDone}
    >
      {({ review, rectification }) => (
        <>
          {review && <Rated {...review} />}
          {rectification?.findings && <Facts facts={[{ name: '核实', value: rectification.findings }]} />}
          <Choice
            legend="怎么办的？"
            options={[
              { value: 'mended', label: '已整改', hint: '改了、补办了' },
              { value: 'explained', label: '已解释', hint: '改不了的，当面或电话说清了' },
            ]}
            value={draft.outcome}
            onChange={(outcome) => write({ outcome })}
            error={wrong('outcome')}
          />
          <Field
            label="做了什么？写给居民看"
            kind="long"
            required
            value={draft.text}
            max={limits.findings}
            onInput={(text) => write({ text })}
            error={wrong('text')}
          />
        </>
      )}
    </CaseForm>
  );
}
