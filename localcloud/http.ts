import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { isIP } from 'node:net';

/** The whole body, or undefined past `limit` bytes. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Who sends too much gets this long to read why; cut off at once, it would see a broken connection and no answer. */
const cutOffAfterMs = 1000;

/**
 * Answers before the whole request has come; what still comes is thrown away for a second. The line is not used again, and the answer says so: who
 * keeps lines (a proxy, the SDK) would send its next call, perhaps another person's, into one that is being cut.
 */
export function sendEarly(request: IncomingMessage, response: ServerResponse, value: unknown): void {
  const text = JSON.stringify(value);
  response.setHeader('connection', 'close');
  response.writeHead(200, jsonOf(text)).write(text);
  const end = () => response.end();
  // Ended now, it would be closed with bytes unread, and the answer thrown away where it arrives.
  const late = setTimeout(end, cutOffAfterMs);
  request
    .resume()
    .once('end', end)
    .once('close', () => clearTimeout(late));
}

/** Nested deeper than a hundred levels, which Mongo does not keep either: code that walks it by recursion would not come back. */
export function isTooDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > 100) return true;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
}

/** What stands between the slashes of an address, as people write it; empty where it stands for nothing. */
export function decodePath(path: string): string {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') ? '' : decoded;
  } catch {
    return '';
  }
}

/**
 * Whether a request comes by this machine's own name and, where a browser says from which page, from a page of this very
 * server. A foreign site can lead a name of its own to 127.0.0.1 and would then pass for a page of ours; an IP address or
 * `localhost` it cannot have.
 */
export function isFromHere({ headers: { host, origin } }: IncomingMessage): boolean {
  const own = parseUrl(`http://${host}`);
  if (!own || !(own.hostname === 'localhost' || isIP(own.hostname.replace(/^\[|\]$/g, '')))) return false;
  return origin === undefined || parseUrl(origin)?.host === own.host;
}

const parseUrl = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined);

/**
 * What Taro writes into the page as <style>, each let in by its hash, and no other: nothing (its style-loader begins with that), its elements, weui's,
 * its title bar and its router. Another version of Taro may write others: the browser's complaint, by which every browser test then fails, says the hash.
 */
const frameworkStyles: readonly string[] = [
  '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
  'ChCglxBdvn1YI8cpS+zDIrDUXfFGsucCHWyhToGUApI=',
  'x6TcEqT+n96cOKirGolQXbvuFpu1zwwzMJ6cD8qLNGo=',
  'OWb7ai9w4OSl9aLkaPbZk+swjkkGKNbWUN0Dhvo8rBU=',
  'x/X6aljHhqx+oEoYl7BMTFjY84GtJt4r9MdkAc5GkUI=',
];

/** For every answer: a page runs the server's own scripts alone, no site frames it, and no answer is taken for what it is not. */
export const safeHeaders = {
  'content-security-policy': [
    "default-src 'self'",
    `style-src 'self' ${frameworkStyles.map((hash) => `'sha256-${hash}'`).join(' ')}`,
    // Drawings and the icons' font stand in the style sheets.
    "img-src 'self' data:",
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
};

/** Begins to listen, and gives the port: with 0 the system picks one. */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  sendText(response, JSON.stringify(value), status);
}

/** A JSON reply that is text already. */
export function sendText(response: ServerResponse, text: string, status = 200): void {
  response.writeHead(status, jsonOf(text)).end(text);
}

const jsonOf = (text: string) => ({
  'content-type': 'application/json; charset=utf-8',
  'content-length': Buffer.byteLength(text),
});
