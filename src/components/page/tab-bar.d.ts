import type { ReactElement } from 'react';

export type Tab = 'home' | 'cases' | 'me';

/** The three tab pages. WeChat draws its own (app.config); on H5 it is ours. */
export function TabBar(props: { tab: Tab }): ReactElement | null;
