import { View } from '@tarojs/components';
import { useState } from 'react';
import { errors } from 'contract/errors';
import { limits } from 'contract/limits';
import type { Candidate, CaseView } from 'contract/models';
import { can } from 'contract/deeds';
import { handoverReasons } from 'contract/words';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Faces, Note } from '@/components/faces';
import { FieldError } from '@/components/field';
import { Page } from '@/components/page';
import { Reason } from '@/components/reason';
import { Words } from '@/components/words';
import { goToFault } from '@/hooks/focus';
import { useCall } from '@/hooks/use-call';
import { useDeed } from '@/hooks/use-deed';
import { useDraft } from '@/hooks/use-draft';

interface Draft {
  agentId?: string;
  reason: string;
}
type Faults = Partial<Record<keyof Draft, string>>;

/** 转给同事: to whom, best first as the rules rank them, and why. It stays with the agent until the colleague says yes. */
export function HandOver({ caseId, onDone }: { caseId: string; onDone(): void }) {
  const asked = useCall('cases.detail', { caseId });
  const kase = asked.data?.case;
  const may = kase !== undefined && can(kase, 'handover') && !kase.handover && kase.handoversLeft > 0;
  const people = useCall('cases.candidates', may ? { caseId } : undefined);
  const { run, busy, error, clear } = useDeed('cases.handover', () => {
    asked.reload();
    people.reload();
  });
  const { draft, change, discard } = useDraft<Draft>(`handover.${caseId}`, (kept) => ({
    reason: '',
    ...kept,
  }));
  const [missing, setMissing] = useState<Faults>({});
  const faults: Faults = { ...error?.fields, ...missing };

  // Whoever was chosen may be barred by now.
  const chosen = people.data?.candidates.find((one) => one.agentId === draft.agentId && !one.barred)?.agentId;

  function write(part: Partial<Draft>) {
    change(part);
    setMissing({});
    clear();
  }
  async function send() {
    const reason = draft.reason.trim();
    const lacks: Faults = {
      ...(chosen ? {} : { agentId: '请选一位同事。' }),
      ...(reason ? {} : { reason: '选一个原因,或者写一句。' }),
    };
    setMissing(lacks);
    if (!chosen || !reason || [...reason].length > limits.reason) return goToFault();
    if (!(await run({ caseId, agentId: chosen, reason }))) return goToFault();
    discard();
    onDone();
  }

  const isBeside = faults.agentId !== undefined || faults.reason !== undefined;
  return (
    <Page
      title="转给同事"
      bar={
        may &&
        people.data && (
          <>
            <FieldError id="handover-error">{error && !isBeside ? error.message : undefined}</FieldError>
            <Button look="main" busy={busy} onPress={() => void send()}>
              请同事接手
            </Button>
          </>
        )
      }
    >
      <Faces
        of={asked}
        isEmpty={() => !may}
        empty={
          <Note icon="info" text={whyPast(kase)}>
            <Button look="main" onPress={onDone}>
              看看办件
            </Button>
          </Note>
        }
      >
        {({ case: shown }) => (
          <>
            <View>
              <Words look="strong">
                {shown.serviceName} · {shown.residentName}
              </Words>
              <Words look="muted">同事答应以前,还在您手上。还能转{shown.handoversLeft}回。</Words>
            </View>
            <Faces
              of={people}
              isEmpty={({ candidates }) => candidates.length === 0}
              empty={<Note icon="people" text="附近没有别的代办员。确实办不了,请打电话给社区。" />}
            >
              {({ candidates }) => (
                <Choice
                  legend="转给谁?"
                  options={optionsOf(candidates)}
                  value={chosen}
                  error={faults.agentId}
                  onChange={(agentId) => write({ agentId })}
                />
              )}
            </Faces>
            <Reason
              legend="为什么转?"
              reasons={handoverReasons}
              value={draft.reason}
              onChange={(reason) => write({ reason })}
              error={faults.reason}
              max={limits.reason}
            />
          </>
        )}
      </Faces>
    </Page>
  );
}

/** Those whom the rules bar stand last, with the reason, and cannot be chosen. */
function optionsOf(candidates: readonly Candidate[]) {
  const able = candidates.filter((one) => !one.barred);
  const barred = candidates.filter((one) => one.barred);
  return [...able, ...barred].map(({ agentId, name, reason, barred: isBarred }) => ({
    value: agentId,
    label: name,
    hint: isBarred ? `不能转:${reason}` : reason,
    disabled: isBarred,
  }));
}

function whyPast(kase: CaseView | undefined): string {
  if (kase?.handover) return `已经请${kase.handover.agentName}接手了,等他答复以后再说。`;
  return kase?.handoversLeft === 0 ? errors.HANDOVER_LIMIT : errors.STATE_NOT_ALLOWED;
}
