import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { decodePath } from './http';
import type { Levers } from './levers/levers';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
};
const compressible = /^(text|application\/json|image\/svg)/;

interface Asset {
  body: Buffer;
  gzip: Buffer | undefined;
  type: string;
  etag: string;
}

/** What was read and packed, for all clouds of this process. */
const cache = new Map<string, Asset>();

/** The H5 build's files; into its page goes what the levers add: the demo's bar. */
export function assetsService(staticDir: string | undefined, levers?: Pick<Levers, 'head' | 'files'>) {
  const root = staticDir && resolve(staticDir);

  /** The asset of a file, from memory while the file has not changed. */
  function asset(file: string): Asset | undefined {
    const stat = statSync(file, { throwIfNoEntry: false });
    if (!stat?.isFile()) return undefined;
    const key = `${file}:${stat.mtimeMs}:${stat.size}`;
    const known = cache.get(key) ?? make(readFileSync(file), file);
    cache.set(key, known);
    return known;
  }

  function page(file: string): Asset | undefined {
    const plain = asset(file);
    const head = levers?.head();
    if (!plain || !head) return plain;
    // Before the app's own scripts: they must find a token.
    return make(Buffer.from(plain.body.toString().replace(/<head[^>]*>/i, (tag) => tag + head)), file);
  }

  function find(pathname: string): Asset | undefined {
    const added = levers && Object.hasOwn(levers.files, pathname) ? levers.files[pathname] : undefined;
    if (added) return asset(added);
    if (!root) return undefined;
    const file = resolve(root, `.${pathname.endsWith('/') ? `${pathname}index.html` : pathname}`);
    if (!file.startsWith(root + sep)) return undefined;
    return file === join(root, 'index.html') ? page(file) : asset(file);
  }

  return async (path: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const found = request.method === 'GET' || request.method === 'HEAD' ? find(decodePath(path)) : undefined;
    if (!found) {
      // Browsers ask for an icon by themselves; that is no error.
      response.writeHead(path === '/favicon.ico' ? 204 : 404, {
        'content-type': 'text/plain; charset=utf-8',
      });
      response.end(path === '/favicon.ico' ? undefined : '没有这个页面，请回到首页。');
      return;
    }
    const headers = { etag: found.etag, 'cache-control': cachedFor(path), vary: 'accept-encoding' };
    if (request.headers['if-none-match'] === found.etag) {
      response.writeHead(304, headers).end();
      return;
    }
    const zipped = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? '')) ? found.gzip : undefined;
    const body = zipped ?? found.body;
    const encoding = zipped ? { 'content-encoding': 'gzip' } : {};
    response.writeHead(200, {
      ...headers,
      ...encoding,
      'content-type': found.type,
      'content-length': body.length,
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
}

/** A file whose name tells its content is asked for once; a font changes with a release. All else may change at any time. */
function cachedFor(path: string): string {
  if (/\.[0-9a-f]{8}\.(js|css)$/.test(path)) return 'public, max-age=31536000, immutable';
  return path.endsWith('.woff2') ? 'public, max-age=86400' : 'no-cache';
}

function make(body: Buffer, file: string): Asset {
  const type = types[extname(file).toLowerCase()] ?? 'application/octet-stream';
  const etag = `"${createHash('sha1').update(body).digest('base64url')}"`;
  return { body, gzip: compressible.test(type) ? gzipSync(body) : undefined, type, etag };
}
