/** A refusal in production's words: what `/admin` answers as `{code, message}`, and the SDK maps to its errCode. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export const invalidParam = (message: string) => new Refusal('INVALID_PARAM', message);
export const badOperator = (message: string) => new Refusal('DATABASE_INVALID_OPERRATOR', message); // production's spelling
export const requestFailed = (message: string) => new Refusal('DATABASE_REQUEST_FAILED', message);

/** The words of whatever was thrown, also from another realm (a function's `Error` under jest is not ours). */
export function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error);
}
