import type { ReactElement } from 'react';

export type Tab = 'home' | 'cases' | 'me';

/** The way to the three tab pages, and which of them is in view. */
export function TabBar(props: { tab: Tab }): ReactElement | null;
