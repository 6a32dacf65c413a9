import type { PropsWithChildren, ReactElement } from 'react';

/** The words that name a field; on H5 a label, so that pressing it goes to the field. */
export function Label(props: PropsWithChildren<{ htmlFor: string; className: string }>): ReactElement;
