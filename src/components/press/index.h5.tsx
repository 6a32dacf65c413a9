import type { PressProps } from '.';

export function Press({
  onPress,
  className = '',
  label,
  disabled,
  busy,
  expanded,
  current,
  children,
}: PressProps) {
  return (
    <button
      type="button"
      className={`press ${className}`}
      aria-label={label}
      disabled={disabled}
      aria-busy={busy}
      aria-expanded={expanded}
      aria-current={current ? 'page' : undefined}
      onClick={() => !busy && onPress()}
    >
      {children}
    </button>
  );
}
