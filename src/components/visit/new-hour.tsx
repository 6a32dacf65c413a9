import { isAtHome } from 'contract/deeds';
import type { CaseView } from 'contract/models';
import { instantOf } from 'contract/time';
import { useState } from 'react';
import { useDeed } from '@/hooks/use-deed';
import { Appointment } from '../appointment';
import { Button } from '../button';
import { FieldError } from '../field';
import { Words } from '../words';

/** Another hour, of those at which the agent who has the case can come. */
export function NewHour({ kase, onDone }: { kase: CaseView; onDone(): void }) {
  const [when, setWhen] = useState<{ day?: string; time?: string }>({});
  const [lack, setLack] = useState<string>();
  const { run, busy, error } = useDeed('cases.book');
  const { caseId, serviceCode, mode, assignment, agentName, dueAt, pausedAt, orgId } = kase;
  async function book() {
    if (!when.day || !when.time) return setLack('请选一个时间。');
    if (await run({ caseId, appointment: `${when.day}T${when.time}` })) onDone();
  }
  const beside = error?.fields.appointment;
  const isPast = when.day !== undefined && pausedAt === undefined && instantOf(when.day) > dueAt;
  return (
    <>
      <Appointment
        place={orgId === undefined ? undefined : { orgId }}
        agentId={agentName === undefined ? undefined : assignment?.agentId}
        serviceCode={serviceCode}
        mode={mode}
        mayWait={false}
        {...when}
        error={lack ?? beside}
        onChange={(next) => {
          setWhen(next);
          setLack(undefined);
        }}
      />
      {isPast && (
        <Words>
          {kase.parts.some(isAtHome)
            ? '这天比说好的日子晚：办完的日子也跟着改到这天。'
            : '这天比说好的日子晚：说好的日子不跟着改。'}
        </Words>
      )}
      <FieldError id="book-error">{beside ? undefined : error?.message}</FieldError>
      <Button look="main" busy={busy} onPress={() => void book()}>
        定这个时间
      </Button>
    </>
  );
}
