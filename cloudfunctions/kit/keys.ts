import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { type Rejection, reject } from '../../contract/errors';
import type { Encrypted } from '../domain/documents';

/**
 * 密钥: what the database must not be able to read is encrypted with a key of the function's environment (`LINLI_KEYS`), AES-256-GCM. Keys have
 * numbers, `1:<64 hex digits>,2:<…>`: the highest encrypts, each of them opens, so that a new one can take over bit by bit
 * (docs/decisions/0072).
 */

const NONCE = 12;
const TAG = 16;

function keys(): Map<number, Buffer> {
  const written = process.env.LINLI_KEYS ?? '';
  return new Map(
    [...written.matchAll(/(?:^|,)(\d{1,6}):([0-9a-f]{64})(?=,|$)/g)].map(
      ([, number, hex = '']) => [Number(number), Buffer.from(hex, 'hex')] as const,
    ),
  );
}

/** The numbers of the keys that open and do not encrypt any more. */
export const olderKeys = (): number[] => [...keys().keys()].sort((a, b) => a - b).slice(0, -1);

/**
 * The digest of a request that has something of the kind in it: by the newest key. A plain one would tell an ID number to whoever tries all
 * there can be, which are few for somebody whose birthday is known.
 */
export function keyedDigest(digest: string): string {
  const known = keys();
  const key = known.get(Math.max(...known.keys()));
  return key ? createHmac('sha256', key).update(digest).digest('hex').slice(0, digest.length) : '';
}

/** Encrypts for one place (`of`: the id of its document): moved elsewhere it does not open. Errors: KEY_MISSING. */
export function encrypt(text: string, of: string): Encrypted | Rejection {
  const known = keys();
  const number = Math.max(...known.keys());
  const key = known.get(number);
  if (!key) return reject('KEY_MISSING');
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(of));
  const secret = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return { key: number, box: Buffer.concat([nonce, cipher.getAuthTag(), secret]).toString('base64') };
}

/** What was encrypted for this place. Errors: KEY_LOST, where the key is gone or the box was changed. */
export function decrypt({ key: number, box }: Encrypted, of: string): string | Rejection {
  const key = keys().get(number);
  const bytes = Buffer.from(box, 'base64');
  if (!key || bytes.length < NONCE + TAG) return reject('KEY_LOST');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE))
      .setAAD(Buffer.from(of))
      .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    return decipher.update(bytes.subarray(NONCE + TAG), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return reject('KEY_LOST');
  }
}
