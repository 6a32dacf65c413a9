import type { ReactElement } from 'react';

/**
 * One picture, for the eye: what it hangs in says its name, which Taro's Image cannot on H5. It fills a square, or, `whole`, is as wide as its place.
 */
export function Picture(props: { src: string; whole?: boolean }): ReactElement;
