import type { Candidate } from 'contract/models';
import { can } from 'contract/deeds';
import { CaseForm } from '@/components/case-form';
import { Choice } from '@/components/choice';
import { Faces, Note } from '@/components/faces';
import { useCall } from '@/hooks/use-call';
import { useForm } from '@/hooks/use-form';
import type { FormProps } from './forms';

/** 安排代办员: all agents of the street, best first, each with the reason; an agent who cannot is shown and cannot be chosen. */
export function Assign({ id, onDone }: FormProps) {
  const kase = useCall('cases.detail', { caseId: id });
  const found = useCall('cases.candidates', { caseId: id });
  const form = useForm('cases.assign', {
    key: `assign.${id}`,
    begin: (kept: { agentId?: string }) => ({ agentId: kept.agentId }),
    check: ({ agentId }) => ({
      agentId: found.data?.candidates.some((one) => one.agentId === agentId && !one.barred)
        ? undefined
        : '请选一位代办员。',
    }),
    inputOf: ({ agentId = '' }) => ({ caseId: id, agentId }),
    beside: ['agentId'],
    onRefused() {
      kase.reload();
      found.reload();
    },
  });
  return (
    <CaseForm
      title="安排代办员"
      hint="对方马上收到通知，答应了才开始办。"
      submit="就请这一位"
      kase={kase}
      may={(one) => can(one, 'assign')}
      form={form}
      onDone={onDone}
    >
      {() => (
        <Faces
          of={found}
          isEmpty={({ candidates }) => candidates.length === 0}
          empty={<Note icon="people" text="本街道没有别的代办员。可以转到别的社区，或者向街道吹哨。" />}
        >
          {({ candidates }) => (
            <Choice
              legend={candidates.every((one) => one.barred) ? '现在谁都接不了' : '请哪一位？排在前面的更合适'}
              options={ableFirst(candidates).map(({ agentId, name, reason, barred }) => ({
                value: agentId,
                label: name,
                hint: barred ? `接不了：${reason}` : reason,
                disabled: barred,
              }))}
              value={form.draft.agentId}
              onChange={(agentId) => form.write({ agentId })}
              error={form.wrong('agentId')}
            />
          )}
        </Faces>
      )}
    </CaseForm>
  );
}

/** Who can be chosen, best first; then who cannot, with the reason. */
const ableFirst = (candidates: readonly Candidate[]) => [
  ...candidates.filter((one) => !one.barred),
  ...candidates.filter((one) => one.barred),
];
