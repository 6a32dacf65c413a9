import { type Rejection, reject } from '../../contract/errors';
import { sha256 } from '../domain/sha256';
import type { Context } from './context';

/** What a write keeps of its request: the client's id of it, and the digest of what was asked. Older documents have no digest. */
export interface Written {
  requestId: string;
  digest?: string;
}

/** A short digest of an action and its input as the contract parsed it: its fields are in the order of the schema. */
export function digestOf(action: string, input: unknown): string {
  return sha256(JSON.stringify([action, input]))
    .toString('hex')
    .slice(0, 16);
}

/**
 * Is this what the very same request wrote before? REQUEST_REUSED: it has the request's id, and asked for something else. Who wrote
 * it, the caller has looked at: ids are made by clients, and two people may have the same.
 */
export function isRepeat(written: Written | undefined, { requestId, digest }: Context): boolean | Rejection {
  if (written?.requestId !== requestId) return false;
  return written.digest === undefined || written.digest === digest
    ? true
    : reject('REQUEST_REUSED', { requestId: '这个编号交过别的内容，请返回重新提交。' });
}
