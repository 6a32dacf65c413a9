/** Calls `then` when another page of the same browser has kept something under this key. In WeChat there is no other. */
export function onKeptElsewhere(key: string, then: () => void): void;
