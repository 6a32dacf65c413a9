import type { SlotDay } from 'contract/models';
import { instantOf, timeOf } from 'contract/time';
import { type PropsWithChildren, useState } from 'react';
import { currentTime } from '@/cloud/clock';
import { dayWords, timeWords } from '@/format/when';
import { Button } from '../button';
import { Choice } from '../choice';
import { FieldError } from '../field';
import { Note } from '../faces';
import { Words } from '../words';

export interface When {
  /** `2026-11-24` */
  day?: string;
  /** `09:00` */
  time?: string;
}

/** As many days as leave their hours on the same screen; one tap shows the others. */
const daysAtFirst = 4;

interface Props extends When {
  days: readonly SlotDay[];
  /** the agent comes to the resident */
  isAtDoor: boolean;
  /** the hour may be left to the agent's call */
  mayWait: boolean;
  error?: string;
  onChange(when: When): void;
}

/** The hours that can still be had. Until a day is picked, the first that has any shows its hours. `children`: the way to later days. */
export function Slots({
  days,
  day,
  time,
  isAtDoor,
  mayWait,
  error,
  onChange,
  children,
}: PropsWithChildren<Props>) {
  const now = currentTime();
  const [isAll, setAll] = useState(false);
  // Of what is closed every week nothing is said; a holiday or a full day would be missed.
  const worth = days.filter(({ slots, why }) => slots.length > 0 || why !== '不开门');
  const picked = worth.findIndex((one) => one.day === day);
  const shown = isAll || picked >= daysAtFirst ? worth : worth.slice(0, daysAtFirst);
  const open = worth.find((one) => one.day === day) ?? shown.find(({ slots }) => slots.length > 0);
  const isFree = (on: string, clock?: string) =>
    days.some((one) => one.day === on && one.slots.some(({ at }) => timeOf(at) === clock));
  const has = day !== undefined && time !== undefined;
  const isGone = has && !isFree(day, time);
  const said = error ?? (isGone ? '这个时间约不上了，请另选一个。' : undefined);
  return (
    <>
      <Choice
        legend={isAtDoor ? '哪天上门？' : '约在哪天？'}
        columns={2}
        options={shown.map(({ day: value, slots, why, provisional }) => ({
          value,
          label: dayWords(instantOf(value), now),
          hint: why ?? (provisional ? '暂定，放假安排还没公布' : undefined),
          disabled: slots.length === 0,
        }))}
        value={open?.day}
        onChange={(one) => onChange({ day: one, time: isFree(one, time) ? time : undefined })}
      />
      {shown.length < worth.length ? <Button onPress={() => setAll(true)}>看后面的日子</Button> : children}
      {open && open.slots.length > 0 ? (
        <Choice
          legend="几点？"
          columns={3}
          options={open.slots.map(({ at }) => ({ value: timeOf(at), label: timeWords(at) }))}
          value={open.day === day ? time : undefined}
          error={said}
          onChange={(one) => onChange({ day: open.day, time: one })}
        />
      ) : (
        <>
          <FieldError id="slots-error">{said}</FieldError>
          <Note icon="calendar" text={mayWait ? noneYet : none} />
        </>
      )}
      {mayWait && !has && <Words look="muted">{later}</Words>}
      {mayWait && has && (
        <Button inline icon="undo" onPress={() => onChange({ day: undefined, time: undefined })}>
          先不约，代办员打电话约
        </Button>
      )}
    </>
  );
}

const later = '不选时间也行：代办员先打电话，约好再办。';
const noneYet = '这些天都约满了。';
const none = '这些天都约满了。请看后面的日子，或换一种办理方式。';
