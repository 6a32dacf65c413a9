import { createHmac, timingSafeEqual } from 'node:crypto';
import { openSecret } from '../secret';

/** Stands in for WeChat's sign-in: a token says whose it is and cannot be forged without the folder's secret. */
export interface Identity {
  tokenOf(openid: string): string;
  /** The openid, or undefined for a token that this local cloud did not make. */
  openidOf(token: string): string | undefined;
}

/** Tokens are `<base64url openid>.<hmac>` by the secret in `file`. */
export function openIdentity(file: string): Identity {
  const secret = openSecret(file);
  const sign = (name: string) => createHmac('sha256', secret).update(name).digest();
  return {
    tokenOf(openid) {
      const name = Buffer.from(openid).toString('base64url');
      return `${name}.${sign(name).toString('base64url')}`;
    },
    openidOf(token) {
      const [name = '', signature = ''] = token.split('.');
      const given = Buffer.from(signature, 'base64url');
      const right = sign(name);
      if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
      return Buffer.from(name, 'base64url').toString();
    },
  };
}
