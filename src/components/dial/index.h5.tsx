import { withoutExtension } from 'contract/phone';
import type { DialProps } from '.';

export function Dial({ number, className = '', label, children }: DialProps) {
  return (
    <a
      className={`press ${className}`}
      href={`tel:${withoutExtension(number)}`}
      aria-label={label}
      style={{ textDecoration: 'none' }}
    >
      {children}
    </a>
  );
}
