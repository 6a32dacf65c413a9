import type { ReactElement } from 'react';

/** The title and the way back. WeChat draws its own; on H5 it is ours. */
export function Header(props: { title: string; isRoot: boolean }): ReactElement | null;
