import { Button } from '@tarojs/components';
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
    <Button
      className={`press ${className}`}
      hoverClass="press-held"
      aria-label={label}
      disabled={disabled}
      aria-busy={busy}
      aria-expanded={expanded}
      aria-current={current ? 'page' : undefined}
      onClick={() => !busy && onPress()}
    >
      {children}
    </Button>
  );
}
