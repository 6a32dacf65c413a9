import { limits } from 'contract/limits';
import type { CaseView } from 'contract/models';
import { can } from 'contract/deeds';
import { renewReasons, reopenReasons } from 'contract/words';
import { CaseForm } from '@/components/case-form';
import { Reason, noReason } from '@/components/reason';
import { useCall } from '@/hooks/use-call';
import { useForm } from '@/hooks/use-form';
import type { FormProps } from './forms';

export const canReopen = (kase: CaseView) => can(kase, 'reopen') && kase.reopenUntil !== undefined;

/** 没办成: a resident told a manager that it is not done. */
export function Reopen({ id, onDone }: FormProps) {
  const kase = useCall('cases.detail', { caseId: id });
  const form = useForm('cases.reopen', {
    key: `reopen.${id}`,
    begin: (kept: { reason?: string }) => ({ reason: kept.reason ?? '' }),
    check: ({ reason }) => ({ reason: reason.trim() ? undefined : noReason }),
    inputOf: ({ reason }) => ({ caseId: id, reason }),
    beside: ['reason'],
    onRefused: kase.reload,
  });
  const { draft, write, wrong } = form;
  const isCancelled = kase.data?.case.state === 'cancelled';
  return (
    <CaseForm
      title={isCancelled ? '居民说还要办' : '居民说没办成'}
      hint="办结的回到原来的代办员手上，终止、撤销的另找代办员。原来的期限不变，从没停过。"
      submit="退回去接着办"
      kase={kase}
      may={canReopen}
      form={form}
      onDone={onDone}
    >
      {() => (
        <Reason
          legend={isCancelled ? '怎么又要办了？' : '哪里没办成？'}
          reasons={isCancelled ? renewReasons : reopenReasons}
          value={draft.reason}
          onChange={(reason) => write({ reason })}
          error={wrong('reason')}
          max={limits.reason}
        />
      )}
    </CaseForm>
  );
}
