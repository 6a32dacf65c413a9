import type { MouseEvent } from 'react';
import { instantOf, sayDay } from 'contract/time';
import { currentTime } from '@/cloud/clock';
import type { ControlProps } from './control';

/** A number is a text with the keys for it: the browser's own box hides what it cannot read, and nothing could be said about it. */
const types = { text: 'text', search: 'search', phone: 'tel', number: 'text' } as const;

export function Control({
  id,
  value,
  onInput,
  onConfirm,
  onFocus,
  kind,
  placeholder,
  min,
  describedBy,
  invalid,
  required,
}: ControlProps) {
  const shared = {
    id,
    value,
    placeholder,
    onFocus,
    className: `control control-${kind}`,
    'aria-describedby': describedBy,
    'aria-invalid': invalid,
    'aria-required': required,
  };
  if (kind === 'date' || kind === 'time')
    return (
      <div className="control control-date">
        <span aria-hidden>{shownValue(kind, value)}</span>
        {/* The native box takes the fingers and the keys; what it writes depends on the browser's language, so ours is seen. */}
        <input
          {...shared}
          className="control-calendar"
          type={kind}
          min={min}
          onChange={(event) => onInput(event.target.value)}
          onClick={openCalendar}
        />
      </div>
    );
  if (kind === 'long')
    return <textarea {...shared} rows={4} onChange={(event) => onInput(event.target.value)} />;
  return (
    <input
      {...shared}
      type={types[kind]}
      inputMode={kind === 'number' ? 'decimal' : undefined}
      enterKeyHint={kind === 'search' ? 'search' : 'done'}
      autoComplete={kind === 'phone' ? 'tel' : 'off'}
      onChange={(event) => onInput(event.target.value)}
      onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && onConfirm?.()}
    />
  );
}

function shownValue(kind: 'date' | 'time', value: string): string {
  if (kind === 'time') return value || '点这里选时间';
  return value ? sayDay(instantOf(value), currentTime()) : '点这里选日子';
}

/** A click anywhere in the box opens the calendar, where the browser lets a page do so. */
function openCalendar({ currentTarget }: MouseEvent<HTMLInputElement>) {
  try {
    currentTarget.showPicker();
  } catch {
    // An older browser opens it by its own sign.
  }
}
