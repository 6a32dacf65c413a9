import type { ReactElement } from 'react';

export type Tab = 'home' | 'cases' | 'me';

/** The way to the three tab pages, and on which of them one is. */
export function TabBar(props: { tab: Tab }): ReactElement | null;
