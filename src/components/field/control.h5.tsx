import type { ControlProps } from './control';

/** A number is a text with the keys for it: the browser's own would hide what it cannot read, and then nothing could be said about it. */
const types = {
  text: 'text',
  search: 'search',
  phone: 'tel',
  number: 'text',
  day: 'date',
  time: 'time',
} as const;

export function Control({
  id,
  value,
  onInput,
  onConfirm,
  onFocus,
  kind,
  placeholder,
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
