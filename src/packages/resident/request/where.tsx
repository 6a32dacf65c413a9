import { limits } from 'contract/limits';
import type { Person } from 'contract/models';
import { addDays, dayOf, instantOf, weekdayOf } from 'contract/time';
import { currentTime } from '@/cloud/clock';
import { Choice } from '@/components/choice';
import { Field } from '@/components/field';
import { dayWords, timeWords } from '@/format/when';
import type { PartProps } from './what';

/** A week ahead, without Sundays; an agent settles the rest by phone. */
const daysAhead = 8;
const times = ['09:00', '10:00', '11:00', '14:00', '15:00', '16:00'] as const;

/** 第2步: the phone, the door where somebody comes, the time where one is set. */
export function Where({ draft, faults, write, person }: PartProps & { person: Person }) {
  const now = currentTime();
  const days = daysFrom(now);
  // A draft of last week may name a day that is gone.
  const hasDay = days.some((day) => day === draft.day);
  return (
    <>
      <Field
        label="联系电话"
        hint="代办员先打这个电话找您"
        kind="phone"
        required
        value={draft.phone ?? person.phone ?? ''}
        error={faults.phone}
        onInput={(phone) => write({ phone })}
      />
      {draft.mode === 'home-visit' && (
        <Field
          label="上门的地址"
          hint="小区、楼号、单元和门牌"
          kind="long"
          required
          max={limits.address}
          value={draft.address ?? person.address ?? ''}
          error={faults.address}
          onInput={(address) => write({ address })}
        />
      )}
      {draft.mode === 'appointment' && (
        <>
          <Choice
            legend="约在哪天?"
            columns={2}
            options={days.map((day) => ({ value: day, label: dayWords(instantOf(day), now) }))}
            value={draft.day}
            error={hasDay ? undefined : faults.appointment}
            onChange={(day) => write({ day })}
          />
          <Choice
            legend="几点?"
            columns={3}
            options={times.map((time) => ({
              value: time,
              label: timeWords(instantOf(draft.day ?? dayOf(now), time)),
              disabled: draft.day !== undefined && instantOf(draft.day, time) <= now,
            }))}
            value={draft.time as (typeof times)[number] | undefined}
            error={hasDay ? faults.appointment : undefined}
            onChange={(time) => write({ time })}
          />
        </>
      )}
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
