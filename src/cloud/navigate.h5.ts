export const canNavigate = false;

export function navigate(): Promise<undefined> {
  return Promise.resolve(undefined);
}
