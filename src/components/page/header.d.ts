import type { ReactElement, ReactNode } from 'react';

export interface HeaderProps {
  title: string;
  isRoot: boolean;
  /** on the title's line, at its end */
  beside?: ReactNode;
}

/** The title and the way back. WeChat draws its own; on H5 it is ours. */
export function Header(props: HeaderProps): ReactElement | null;
