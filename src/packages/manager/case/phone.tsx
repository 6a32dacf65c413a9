import { currentTime } from '@/cloud/clock';
import { CaseForm } from '@/components/case-form';
import { Note } from '@/components/faces';
import { useCall } from '@/hooks/use-call';
import type { CaseView } from 'contract/models';
import { AttemptFields, attemptFields, beginAttempt, checkAttempt, saidIn } from '../parts/call/attempt';
import { OpenNumber } from '../parts/call/number';
import { nextCallAt, triedWords } from '../parts/call/words';
import { useForm } from '@/hooks/use-form';
import type { FormProps } from './forms';

const callsOf = ({ rectification }: CaseView) => rectification?.calls ?? [];
const isSoon = (kase: CaseView) => nextCallAt(callsOf(kase)) > currentTime();

/** 回访: one attempt of the call that ends a rectification. */
export function Phone({ id, onDone }: FormProps) {
  const kase = useCall('cases.detail', { caseId: id });
  const form = useForm('cases.phone', {
    key: `phone.${id}`,
    begin: beginAttempt,
    check: checkAttempt,
    inputOf: (attempt) => ({ caseId: id, ...saidIn(attempt) }),
    beside: attemptFields,
    onRefused: kase.reload,
  });
  const { draft, write, wrong } = form;
  return (
    <CaseForm
      title="打回访电话"
      hint="说说核实和整改的结果，问他现在满意不满意。原来的评价不改。"
      submit="记下这次电话"
      kase={kase}
      may={({ rectification }) => rectification?.deeds.includes('phone') === true}
      isSendable={(one) => !isSoon(one)}
      form={form}
      onDone={onDone}
    >
      {(one) =>
        isSoon(one) ? (
          <Note icon="clock" text={`${triedWords(callsOf(one), currentTime())}。`} />
        ) : (
          <>
            <OpenNumber caseId={id} why="差评回访" />
            <AttemptFields draft={draft} tries={callsOf(one).length} write={write} wrong={wrong} />
          </>
        )
      }
    </CaseForm>
  );
}
