import type { ReactElement } from 'react';

/** Sends a page to the family: WeChat shares the card of this page, H5 copies its address. */
export function Send(props: { path: string }): ReactElement;
