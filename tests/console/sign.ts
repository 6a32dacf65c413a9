import { createHash, createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Refused } from './refused';

/** Seconds that a signature may be off. Source: Tencent Cloud API, "签名方法 v3", AuthFailure.SignatureExpire. */
const MAX_SKEW = 300;

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
const sha = (text: string) => createHash('sha256').update(text).digest('hex');

/** Checks a request as Tencent Cloud does: the id, the clock, then the signature over what was sent. Gives the id. */
export function checkSignature(
  headers: IncomingHttpHeaders,
  body: string,
  secrets: ReadonlyMap<string, string>,
  now: number,
): string {
  const pattern =
    /^TC3-HMAC-SHA256 Credential=([^/]+)\/([\d-]+)\/(\w+)\/tc3_request, SignedHeaders=([\w;-]+), Signature=(\w+)$/;
  const found = pattern.exec(headers.authorization ?? '');
  if (!found) throw new Refused('AuthFailure.InvalidAuthorization', 'The Authorization header is not valid.');
  const [, id = '', date = '', service = '', signed = '', signature] = found;
  const secret = secrets.get(id);
  if (secret === undefined)
    throw new Refused(
      'AuthFailure.SecretIdNotFound',
      'The SecretId is not found, please ensure that your SecretId is correct.',
    );
  const timestamp = Number(headers['x-tc-timestamp']);
  if (Math.abs(now / 1000 - timestamp) > MAX_SKEW)
    throw new Refused(
      'AuthFailure.SignatureExpire',
      'The provided credentials could not be validated because the signature is expired.',
    );
  const lines = signed.split(';').map((name) => `${name}:${String(headers[name] ?? '')}\n`);
  const canonical = ['POST', '/', '', lines.join(''), signed, sha(body)].join('\n');
  const text = ['TC3-HMAC-SHA256', timestamp, `${date}/${service}/tc3_request`, sha(canonical)].join('\n');
  const key = hmac(hmac(hmac(`TC3${secret}`, date), service), 'tc3_request');
  const isOfDay = new Date(timestamp * 1000).toISOString().startsWith(date);
  if (!isOfDay || hmac(key, text).toString('hex') !== signature)
    throw new Refused(
      'AuthFailure.SignatureFailure',
      'The provided credentials could not be validated. Please check your signature is correct.',
    );
  return id;
}
