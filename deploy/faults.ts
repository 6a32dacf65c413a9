import { type Refusal, refuse } from './refusals';
import { timeOf } from './time';

const offline = /^(ENOTFOUND|ECONN\w+|ETIMEDOUT|EAI_AGAIN|EPIPE|EHOSTUNREACH|ENETUNREACH)$/;

/** A call that the cloud refused or that never arrived: Tencent Cloud's code, its words and the action that was asked for. */
export class Fault extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly action: string,
  ) {
    super(message);
    this.name = 'Fault';
  }

  /** Asked for too often, or while a function is still being changed: the same call may be made again. */
  get isBusy(): boolean {
    return /^RequestLimitExceeded|FunctionStatusError|^ResourceUnavailable/.test(this.code);
  }

  /** The call did not arrive, or its answer did not. */
  get isOffline(): boolean {
    return offline.test(this.code) || /socket hang up|network timeout|ECONNRESET/.test(this.message);
  }

  get isMissing(): boolean {
    return this.code.startsWith('ResourceNotFound');
  }

  get isThere(): boolean {
    return this.code.startsWith('ResourceInUse') || /already exists?\b(?! with)/i.test(this.message);
  }

  get isDuplicate(): boolean {
    return /E11000|duplicate key/i.test(this.message);
  }
}

/** What manager-node throws, in one shape. It wraps an error of the network as the *message* of its own. */
export function faultOf(error: unknown, action: string): Fault {
  if (error instanceof Fault) return error;
  const { code, message, action: asked } = error as { code?: unknown; message?: unknown; action?: unknown };
  const inner = message as { code?: unknown } | undefined;
  const own = typeof inner === 'object' && inner !== null ? inner.code : code;
  return new Fault(
    typeof own === 'string' ? own : '',
    String(message ?? error),
    typeof asked === 'string' && asked !== '' ? asked : action,
  );
}

/** The sentence for a call that failed for good. */
export function refusalOf({ code, message, action, isOffline }: Fault): Refusal {
  if (isOffline) return refuse('NO_NETWORK', '腾讯云', code || 'socket');
  if (/^\s*</.test(message.replace(/^\[\w+\]/, ''))) return refuse('NOT_THE_CLOUD');
  if (code.startsWith('AuthFailure.SecretIdNotFound')) return refuse('WRONG_ID');
  if (code.startsWith('AuthFailure.SignatureFailure')) return refuse('WRONG_KEY');
  if (code.startsWith('AuthFailure.SignatureExpire')) return refuse('CLOCK_OFF', timeOf(Date.now()));
  if (/^AuthFailure|^UnauthorizedOperation/.test(code)) return refuse('NO_RIGHT', action);
  if (code.startsWith('RequestLimitExceeded')) return refuse('TOO_BUSY', action);
  // The cloud's words can quote what stands in a document: whatever is quoted or long enough for a phone is left out.
  const words = message
    .replace(/^\[\w+\] /, '')
    .replace(/"[^"]*"|\{[^}]*\}|\d{5,}/g, '…')
    .replace(/\s+/g, ' ')
    .slice(0, 160);
  return refuse('CLOUD_SAYS', action, code || '没有代码', words);
}
