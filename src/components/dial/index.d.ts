import type { PropsWithChildren, ReactElement } from 'react';

export interface DialProps extends PropsWithChildren {
  number: string;
  className?: string;
  /** said instead of the content: whom the call goes to */
  label?: string;
}

/** One tap calls. A link on H5, a button in WeChat; no look of its own: see `CallButton`. */
export function Dial(props: DialProps): ReactElement;
