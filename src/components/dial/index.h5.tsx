import type { DialProps } from '.';

export function Dial({ number, className = '', label, children }: DialProps) {
  return (
    <a
      className={`press ${className}`}
      href={`tel:${number}`}
      aria-label={label}
      style={{ textDecoration: 'none' }}
    >
      {children}
    </a>
  );
}
