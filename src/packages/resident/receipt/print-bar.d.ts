import type { ReactElement } from 'react';

/** Onto paper: printed from H5; in WeChat, which prints nothing, the words are copied to where they can be. */
export function PrintBar(props: { text: string }): ReactElement;
