import type { ReactElement } from 'react';

/** One picture, for the eye: what it hangs in says its name, which Taro's Image cannot on H5. */
export function Picture(props: { src: string }): ReactElement;
