import type { CaseView } from 'contract/models';
import { useState } from 'react';
import { useDeed } from '@/hooks/use-deed';
import { useWhere } from '@/hooks/use-where';
import { Appointment } from '../appointment';
import { Button } from '../button';
import { FieldError } from '../field';

/** Another hour, of those at which the agent who has the case can come. */
export function NewHour({ kase, onDone }: { kase: CaseView; onDone(): void }) {
  const [when, setWhen] = useState<{ day?: string; time?: string }>({});
  const [lack, setLack] = useState<string>();
  const { run, busy, error } = useDeed('cases.book');
  const where = useWhere();
  const { caseId, serviceCode, mode, assignment, agentName } = kase;
  async function book() {
    if (!when.day || !when.time) return setLack('请选一个时间。');
    if (await run({ caseId, appointment: `${when.day}T${when.time}` })) onDone();
  }
  const beside = error?.fields.appointment;
  return (
    <>
      <Appointment
        place={where?.orgId ? { orgId: where.orgId } : undefined}
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
      <FieldError id="book-error">{beside ? undefined : error?.message}</FieldError>
      <Button look="main" busy={busy} onPress={() => void book()}>
        定这个时间
      </Button>
    </>
  );
}
