import type { ReactElement } from 'react';

/** One picture with its name: Taro's Image gives it none on H5. */
export function Picture(props: { src: string; name: string }): ReactElement;
