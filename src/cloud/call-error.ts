import type { ErrorCode } from 'contract/errors';
import { pageErrors } from 'contract/page-errors';

/**
 * `OFFLINE` and `DEVICE` are the client's own. `OFFLINE`: no answer came, so the call may have arrived or not; safe to repeat
 * with its requestId. `DEVICE`: the phone or WeChat does not allow it; the message says why.
 */
export type CallErrorCode = ErrorCode | 'OFFLINE' | 'DEVICE';

export const offlineMessage = '网络不通，写的内容都还在。请看看信号，再点一次。';

/** Why a call gave no data. `message` is for people and says what to do next; `fields` names the inputs that are wrong. */
export class CallError extends Error {
  readonly code: CallErrorCode;
  readonly fields: Record<string, string>;
  readonly requestId: string;

  constructor(code: CallErrorCode, message: string, requestId: string, fields: Record<string, string> = {}) {
    super(message);
    this.name = 'CallError';
    this.code = code;
    this.fields = fields;
    this.requestId = requestId;
  }
}

/** Why not, in the rules' own words where they say more than the sentence of the code: which original it is that is out. */
export function saidOf({ code, fields, message }: CallError): string {
  return code === 'ORIGINAL_OUT' ? (fields.caseId ?? message) : message;
}

/** Anything thrown, as a `CallError`: what is not one is a bug, so it goes the way of all bugs and the person is told so. */
export function asCallError(failure: unknown): CallError {
  if (failure instanceof CallError) return failure;
  rethrown(failure);
  return new CallError('INTERNAL', pageErrors.INTERNAL, '');
}

/** To the console, and to whoever hears what nothing catches (`troubles`). */
export function rethrown(failure: unknown): void {
  setTimeout(() => {
    throw failure;
  });
}
