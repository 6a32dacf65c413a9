import type { MouseEvent } from 'react';
import { instantOf, sayDay } from 'contract/time';
import type { ControlProps } from './control';

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
  if (kind === 'date')
    return (
      <div className="control control-date">
        <span aria-hidden>{value ? sayDay(instantOf(value)) : '点这里选日子'}</span>
        {/* The native box takes the fingers and the keys; what it writes depends on the browser's language, so ours is seen. */}
        <input
          {...shared}
          className="control-calendar"
          type="date"
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
      type={kind === 'phone' ? 'tel' : kind}
      enterKeyHint={kind === 'search' ? 'search' : 'done'}
      autoComplete={kind === 'phone' ? 'tel' : 'off'}
      onChange={(event) => onInput(event.target.value)}
      onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && onConfirm?.()}
    />
  );
}

/** A click anywhere in the box opens the calendar, where the browser lets a page do so. */
function openCalendar({ currentTarget }: MouseEvent<HTMLInputElement>) {
  try {
    currentTarget.showPicker();
  } catch {
    // An older browser opens it by its own sign.
  }
}
