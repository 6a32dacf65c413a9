import { limits } from 'contract/limits';
import { dayOf } from 'contract/time';
import { leaveReasons } from 'contract/words';
import { currentTime } from '@/cloud/clock';
import { useForm } from '@/hooks/use-form';
import { Field } from '../field';
import { Reason, noReason } from '../reason';
import { Words } from '../words';

/** From which day to which, both included, and why. */
interface Draft {
  from: string;
  to: string;
  why: string;
}

/** The user's own leave, or that of an agent who rang up (`agentId`). */
export function useLeave(agentId?: string) {
  return useForm('roster.leave', {
    key: agentId ? `leave.${agentId}` : 'leave',
    begin: (kept: Partial<Draft>): Draft => ({ from: '', to: '', why: '', ...kept }),
    check: ({ from, to, why }) => ({
      from: from ? undefined : '请选从哪天起。',
      to: to ? undefined : '请选到哪天为止。',
      why: why.trim() ? undefined : noReason,
    }),
    inputOf: (leave) => ({ agentId, ...leave }),
    beside: ['from', 'to', 'why'],
  });
}

/** Which days, and why. */
export function LeaveForm({ of: { draft, write, wrong } }: { of: ReturnType<typeof useLeave> }) {
  const today = dayOf(currentTime());
  return (
    <>
      <Words look="muted">请假的日子不派新件。手上的件不会自己转走：办完，或者换人办。</Words>
      <Field
        label="从哪天起"
        kind="date"
        min={today}
        required
        value={draft.from}
        error={wrong('from')}
        // Most leaves are a day: the end follows until it is set. Either may be the one to mend when they clash.
        onInput={(from) =>
          write({ from, to: draft.to === '' || draft.to === draft.from ? from : draft.to }, ['from', 'to'])
        }
      />
      <Field
        label="到哪天为止，这天也算"
        kind="date"
        min={draft.from || today}
        required
        value={draft.to}
        error={wrong('to')}
        onInput={(to) => write({ to }, ['from', 'to'])}
      />
      <Reason
        legend="为什么请假？"
        columns={3}
        reasons={leaveReasons}
        value={draft.why}
        onChange={(why) => write({ why })}
        error={wrong('why')}
        max={limits.reason}
      />
    </>
  );
}
