import { useState } from 'react';
import { limits } from 'contract/limits';
import { leaveReasons } from 'contract/words';
import { dayOf } from 'contract/time';
import { currentTime } from '@/cloud/clock';
import { Card } from '@/components/card';
import { Field } from '@/components/field';
import { Reason } from '@/components/reason';
import { Words } from '@/components/words';
import { leaveDays } from '@/format/leave';
import { goToFault, goToTop } from '@/hooks/focus';
import { useDeed } from '@/hooks/use-deed';
import { useDraft } from '@/hooks/use-draft';

/** From which day to which, both included, and why. */
interface Draft {
  from: string;
  to: string;
  why: string;
}
type Faults = Partial<Record<keyof Draft, string>>;

const fields = ['from', 'to', 'why'] as const;

/** What one is writing is kept on the phone until it is asked for; `onDone` hears which days. */
export function useLeaveForm(onDone: (days: string) => void) {
  const { draft, change, restart } = useDraft<Draft>('leave', (kept) => ({
    from: '',
    to: '',
    why: '',
    ...kept,
  }));
  const { run, busy, error, clear } = useDeed('roster.leave');
  const [missing, setMissing] = useState<Faults>({});
  // A draft that began afresh begins with no reason chosen: see `Reason`.
  const [turn, setTurn] = useState(0);
  const faults: Faults = { ...error?.fields, ...missing };

  function write(part: Partial<Draft>) {
    change(part);
    setMissing({});
    clear();
  }
  async function send() {
    const why = draft.why.trim();
    const lacks: Faults = {
      ...(draft.from ? {} : { from: '请选从哪天起。' }),
      ...(draft.to ? {} : { to: '请选到哪天为止。' }),
      ...(why ? {} : { why: '选一个原因,或者写一句。' }),
    };
    setMissing(lacks);
    if (Object.keys(lacks).length > 0 || [...why].length > limits.reason) return goToFault();
    if (!(await run({ ...draft, why }))) return goToFault();
    const days = leaveDays(draft, currentTime());
    restart();
    setTurn(turn + 1);
    onDone(days);
    goToTop('.leave-news');
  }
  const isBeside = fields.some((field) => faults[field] !== undefined);
  return { draft, write, send, busy, faults, turn, refusal: error && !isBeside ? error.message : undefined };
}

export function LeaveForm({ of: { draft, write, faults, turn } }: { of: ReturnType<typeof useLeaveForm> }) {
  const today = dayOf(currentTime());
  return (
    <Card title="要请假" icon="calendar">
      <Words look="muted">请假的日子不派新件。手上的件,办完或者转给同事。</Words>
      <Field
        label="从哪天起"
        kind="date"
        min={today}
        required
        value={draft.from}
        error={faults.from}
        // Most leaves are a day: the end follows until it is set.
        onInput={(from) => write({ from, to: draft.to === '' || draft.to === draft.from ? from : draft.to })}
      />
      <Field
        label="到哪天为止,这天也算"
        kind="date"
        min={draft.from || today}
        required
        value={draft.to}
        error={faults.to}
        onInput={(to) => write({ to })}
      />
      <Reason
        key={turn}
        legend="为什么请假?"
        columns={3}
        reasons={leaveReasons}
        value={draft.why}
        onChange={(why) => write({ why })}
        error={faults.why}
        max={limits.reason}
      />
    </Card>
  );
}
