import type { PropsWithChildren } from 'react';

export function Label({
  htmlFor,
  className,
  children,
}: PropsWithChildren<{ htmlFor: string; className: string }>) {
  return (
    <label htmlFor={htmlFor} className={className}>
      {children}
    </label>
  );
}
