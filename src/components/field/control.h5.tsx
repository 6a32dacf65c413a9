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
  if (kind === 'long')
    return <textarea {...shared} rows={4} onChange={(event) => onInput(event.target.value)} />;
  return (
    <input
      {...shared}
      type={kind === 'phone' ? 'tel' : kind}
      min={min}
      enterKeyHint={kind === 'search' ? 'search' : 'done'}
      autoComplete={kind === 'phone' ? 'tel' : 'off'}
      onChange={(event) => onInput(event.target.value)}
      onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && onConfirm?.()}
    />
  );
}
