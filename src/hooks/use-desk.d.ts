/** The window is as wide as a desk's (H5, 960 px): there is room beside a page. A phone never is. */
export function useIsDesk(): boolean;
