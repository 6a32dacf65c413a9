import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Watch } from '../clock';
import { invalidParam } from '../refusal';
import { openSecret } from '../secret';

/** How long a link is good that asked for no time, in seconds. */
const DEFAULT_AGE = 86_400;
/** Files that one call may name (docs/wechat.md, "The SDK's protocol"). */
const MAX_FILES = 50;
/** A path's longest UTF-8, as the object store behind the cloud has it. */
const MAX_PATH = 850;
const kinds: Record<string, string> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
};
const SCHEME = 'cloud://linli-local.6c69-linli-local/';

/** Cloud storage: files under their paths, written by a signed PUT and read by a signed link that runs out. */
export class Storage {
  readonly #dir: string;
  readonly #secret: string;

  constructor(
    dataDir: string,
    private readonly clock: Watch,
    private readonly url: () => string,
  ) {
    this.#dir = join(dataDir, 'storage');
    mkdirSync(this.#dir, { recursive: true });
    this.#secret = openSecret(join(this.#dir, 'secret'));
  }

  /** What the SDK needs to put a file at `path`. */
  metadata(path: string) {
    checkPath(path);
    return {
      url: `${this.url()}/storage/${encode(path)}`,
      token: 'local',
      authorization: this.#sign(`put ${path}`),
      fileId: SCHEME + path,
      cosFileId: createHash('sha256').update(path).digest('hex'),
    };
  }

  /** A link to each file; one that is not there says so and fails no other. */
  links(files: readonly { fileid: string; max_age?: number | undefined }[]) {
    checkCount(files);
    return files.map(({ fileid, max_age: maxAge = DEFAULT_AGE }) => {
      const path = pathOf(fileid);
      if (path === undefined || !existsSync(this.#fileOf(path)))
        return { code: 'STORAGE_FILE_NONEXIST', fileID: fileid, tempFileURL: '', maxAge };
      const t = Math.floor(this.clock.now() / 1000) + maxAge;
      const sign = this.#sign(`get ${path} ${t}`);
      return {
        code: 'SUCCESS',
        fileID: fileid,
        tempFileURL: `${this.url()}/storage/${encode(path)}?sign=${sign}&t=${t}`,
        maxAge,
      };
    });
  }

  remove(fileIds: readonly string[]) {
    checkCount(fileIds);
    return fileIds.map((fileID) => {
      const file = this.#fileOf(pathOf(fileID) ?? '');
      if (!existsSync(file)) return { code: 'STORAGE_FILE_NONEXIST', fileID };
      rmSync(file);
      return { code: 'SUCCESS', fileID };
    });
  }

  /** `PUT` of the SDK's upload, and `GET` of a link. */
  async serve(
    path: string,
    query: URLSearchParams,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    if (request.method === 'PUT') return this.#put(path, request, response);
    const t = Number(query.get('t'));
    if (!this.#isSigned(`get ${path} ${t}`, query.get('sign') ?? '') || this.clock.now() > t * 1000)
      return refuse(response, 403, 'AccessDenied', 'Request has expired or its signature does not match.');
    const file = this.#fileOf(path);
    if (!existsSync(file)) return refuse(response, 404, 'NoSuchKey', 'The specified key does not exist.');
    const { size } = statSync(file);
    const part = partOf(request.headers.range, size);
    if (part === 'none')
      return refuse(response, 416, 'InvalidRange', 'The requested range cannot be satisfied.');
    response.writeHead(part ? 206 : 200, {
      // A browser shows a picture that says it is one, and puts away what does not.
      'content-type': kinds[extname(path).toLowerCase()] ?? 'application/octet-stream',
      'content-length': part ? part.end - part.start + 1 : size,
      // Opened alone, a picture stands in a document that the browser styles by itself; nothing else is in it.
      'content-security-policy': "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'",
      ...(part && { 'content-range': `bytes ${part.start}-${part.end}/${size}` }),
    });
    await pipeline(createReadStream(file, part), response);
  }

  async #put(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isPath(path)) {
      request.resume();
      return refuse(response, 400, 'InvalidURI', 'The key is no path of cloud storage.');
    }
    const { authorization = '', signature, key, 'x-cos-meta-fileid': fileId } = request.headers;
    const { cosFileId } = this.metadata(path);
    const isRight = signature === authorization && key === encodeURIComponent(path) && fileId === cosFileId;
    if (!isRight || !this.#isSigned(`put ${path}`, authorization)) {
      request.resume();
      return refuse(response, 403, 'SignatureDoesNotMatch', 'The signature does not match.');
    }
    // Under another name first: a server that is killed half way leaves no half file.
    const part = join(this.#dir, `part-${randomUUID()}`);
    try {
      await pipeline(request, createWriteStream(part));
      await rename(part, this.#fileOf(path));
    } finally {
      rmSync(part, { force: true });
    }
    response.writeHead(200).end();
  }

  /** A name that any path can have on any disk. */
  #fileOf(path: string): string {
    return join(this.#dir, createHash('sha256').update(path).digest('hex'));
  }

  #sign(text: string): string {
    return createHmac('sha256', this.#secret).update(text).digest('base64url');
  }

  #isSigned(text: string, signature: string): boolean {
    const [given, right] = [Buffer.from(signature), Buffer.from(this.#sign(text))];
    return given.length === right.length && timingSafeEqual(given, right);
  }
}

const isPath = (path: string): boolean =>
  path !== '' &&
  !path.startsWith('/') &&
  !/\/\/|(^|\/)\.{1,2}(\/|$)|[\u0000-\u001f\u007f]/.test(path) &&
  Buffer.byteLength(path) <= MAX_PATH;

function checkPath(path: string): void {
  if (!isPath(path)) throw invalidParam(`not a path of cloud storage: ${path.slice(0, 100)}`);
}

function checkCount(files: readonly unknown[]): void {
  if (files.length === 0 || files.length > MAX_FILES) throw invalidParam(`1 to ${MAX_FILES} files a call`);
}

/** The bytes that are asked for, both ends included; `none` where the file has none of them. */
function partOf(
  range: string | undefined,
  size: number,
): { start: number; end: number } | 'none' | undefined {
  const [, from, to = ''] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  if (from === undefined) return undefined;
  const start = Number(from);
  if (start >= size) return 'none';
  return { start, end: to === '' ? size - 1 : Math.min(Number(to), size - 1) };
}

const encode = (path: string) => path.split('/').map(encodeURIComponent).join('/');
const pathOf = (fileId: string) => (fileId.startsWith(SCHEME) ? fileId.slice(SCHEME.length) : undefined);

/** The object store's own words. */
function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  const requestId = randomUUID();
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(
    `<?xml version='1.0' encoding='utf-8' ?>\n<Error><Code>${code}</Code><Message>${message}</Message><RequestId>${requestId}</RequestId><TraceId>${requestId}</TraceId></Error>`,
  );
}
