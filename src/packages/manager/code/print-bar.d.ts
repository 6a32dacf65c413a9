import type { ReactElement } from 'react';

/** Onto paper: printed from H5; in WeChat the picture is saved to the album (`png`: base64). */
export function PrintBar(props: { name: string; png?: string }): ReactElement | null;
