import { addDays, dayOf, instantOf, weekdayOf } from 'contract/time';
import { currentTime } from '@/cloud/clock';
import { dayWords, timeWords } from '@/format/when';
import { Choice } from '../choice';

/** A week ahead, without Sundays; an agent settles the rest by phone. */
const daysAhead = 8;
const times = ['09:00', '10:00', '11:00', '14:00', '15:00', '16:00'] as const;

interface Props {
  /** `2026-11-24` */
  day?: string;
  /** `09:00` */
  time?: string;
  error?: string;
  onChange(part: { day: string } | { time: string }): void;
}

/** A day, and a time that is not past yet. */
export function Appointment({ day, time, error, onChange }: Props) {
  const now = currentTime();
  const days = daysFrom(now);
  // A draft of last week may name a day that is gone.
  const hasDay = days.some((one) => one === day);
  return (
    <>
      <Choice
        legend="约在哪天？"
        columns={2}
        options={days.map((one) => ({ value: one, label: dayWords(instantOf(one), now) }))}
        value={day}
        error={hasDay ? undefined : error}
        onChange={(one) => onChange({ day: one })}
      />
      <Choice
        legend="几点？"
        columns={3}
        options={times.map((one) => ({
          value: one,
          label: timeWords(instantOf(day ?? dayOf(now), one)),
          disabled: day !== undefined && instantOf(day, one) <= now,
        }))}
        value={time as (typeof times)[number] | undefined}
        error={hasDay ? error : undefined}
        onChange={(one) => onChange({ time: one })}
      />
    </>
  );
}

/** The days that still have a time to give. */
function daysFrom(now: number): string[] {
  const last = times[times.length - 1];
  return Array.from({ length: daysAhead }, (_, ahead) => addDays(dayOf(now), ahead)).filter(
    (day) => weekdayOf(day) !== 7 && instantOf(day, last) > now,
  );
}
