export function isShut(): Promise<undefined> {
  return Promise.resolve(undefined);
}
