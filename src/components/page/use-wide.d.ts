/** While this page is in view, the whole window's width is its own (H5 on a desk); nothing in WeChat. */
export function useWide(wide: boolean): void;
