export function readable(): Promise<undefined> {
  return Promise.resolve(undefined);
}
