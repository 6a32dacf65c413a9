import type { PressProps } from '.';

export function Press({ onPress, className = '', label, disabled, busy, expanded, children }: PressProps) {
  return (
    <button
      type="button"
      className={`press ${className}`}
      aria-label={label}
      disabled={disabled}
      aria-busy={busy}
      aria-expanded={expanded}
      onClick={() => !busy && onPress()}
    >
      {children}
    </button>
  );
}
