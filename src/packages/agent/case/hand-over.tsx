import { pageErrors } from 'contract/page-errors';
import { limits } from 'contract/limits';
import type { Candidate, CaseView } from 'contract/models';
import { can } from 'contract/deeds';
import { handoverReasons } from 'contract/words';
import { CaseForm } from '@/components/case-form';
import { Choice } from '@/components/choice';
import { Faces, Note } from '@/components/faces';
import { Reason, noReason } from '@/components/reason';
import { useCall } from '@/hooks/use-call';
import { useForm } from '@/hooks/use-form';

interface Draft {
  agentId?: string;
  reason: string;
}

/** 转给同事: to whom, best first as the rules rank them, and why. It stays with the agent until the colleague says yes. */
export function HandOver({ caseId, onDone }: { caseId: string; onDone(): void }) {
  const asked = useCall('cases.detail', { caseId });
  const kase = asked.data?.case;
  const people = useCall('cases.candidates', kase && canHandOver(kase) ? { caseId } : undefined);
  const form = useForm('cases.handover', {
    key: `handover.${caseId}`,
    begin: (kept: Partial<Draft>): Draft => ({ reason: '', ...kept }),
    check: ({ agentId, reason }) => ({
      agentId: ableOf(agentId) ? undefined : '请选一位同事。',
      reason: reason.trim() ? undefined : noReason,
    }),
    inputOf: ({ agentId = '', reason }) => ({ caseId, agentId, reason }),
    beside: ['agentId', 'reason'],
    onRefused() {
      asked.reload();
      people.reload();
    },
  });
  const { draft, write, wrong } = form;
  /** The chosen colleague may be barred by now. */
  function ableOf(agentId?: string) {
    return people.data?.candidates.find((one) => one.agentId === agentId && !one.barred)?.agentId;
  }
  return (
    <CaseForm
      title="转给同事"
      hint={`同事答应以前，还在您手上。还能转${kase?.handoversLeft ?? 0}回。`}
      submit="请同事接手"
      kase={asked}
      may={canHandOver}
      isSendable={() => people.data !== undefined}
      form={form}
      past={whyPast(kase)}
      onDone={onDone}
    >
      {() => (
        <>
          <Faces
            of={people}
            isEmpty={({ candidates }) => candidates.length === 0}
            empty={<Note icon="people" text="附近没有别的代办员。确实办不了，请打电话给社区。" />}
          >
            {({ candidates }) => (
              <Choice
                legend="转给谁？"
                options={optionsOf(candidates)}
                value={ableOf(draft.agentId)}
                error={wrong('agentId')}
                onChange={(agentId) => write({ agentId })}
              />
            )}
          </Faces>
          <Reason
            legend="为什么转？"
            reasons={handoverReasons}
            value={draft.reason}
            onChange={(reason) => write({ reason })}
            error={wrong('reason')}
            max={limits.reason}
          />
        </>
      )}
    </CaseForm>
  );
}

const canHandOver = (kase: CaseView) => can(kase, 'handover') && !kase.handover && kase.handoversLeft > 0;

/** Those whom the rules bar stand last, with the reason, and cannot be chosen. */
function optionsOf(candidates: readonly Candidate[]) {
  const able = candidates.filter((one) => !one.barred);
  const barred = candidates.filter((one) => one.barred);
  return [...able, ...barred].map(({ agentId, name, reason, barred: isBarred }) => ({
    value: agentId,
    label: name,
    hint: isBarred ? `不能转：${reason}` : reason,
    disabled: isBarred,
  }));
}

function whyPast(kase: CaseView | undefined): string {
  if (kase?.handover) return `已经请${kase.handover.agentName}接手了，等他答复以后再说。`;
  return kase?.handoversLeft === 0 ? pageErrors.HANDOVER_LIMIT : pageErrors.STATE_NOT_ALLOWED;
}
