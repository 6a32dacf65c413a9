import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as cloud from 'wx-server-sdk';

const LOOK_SECONDS = 60;

/** Cloud storage: what is too big for an answer, for as long as it is needed. */

/**
 * Puts a file at `path` (`exports/…/a.xlsx`), over one that is there, and gives its id. The bytes go by the disk, since
 * the SDK takes a file's stream or the whole in memory.
 */
export async function upload(
  path: string,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<string> {
  const file = join(tmpdir(), randomUUID());
  try {
    await pipeline(Readable.from(bytes, { objectMode: false }), createWriteStream(file));
    // The SDK's types know a buffer alone.
    const fileContent = createReadStream(file) as unknown as Buffer;
    const { fileID } = await cloud.uploadFile({ cloudPath: path, fileContent });
    return fileID;
  } finally {
    await rm(file, { force: true });
  }
}

/** The bytes of a file, at most so many: `too big` beyond them, and undefined where it is gone. */
export async function download(fileId: string, most: number): Promise<Uint8Array | 'too big' | undefined> {
  const [url] = await linksTo([fileId], LOOK_SECONDS);
  const { ok, body } = url ? await fetch(url) : { ok: false, body: null };
  if (!ok || !body) return undefined;
  const parts: Uint8Array[] = [];
  const reader = body.getReader();
  for (let size = 0; ;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel();
      return 'too big';
    }
    parts.push(value);
  }
  return Buffer.concat(parts);
}

/** Whether a file lies in this environment's storage, in that folder: `cloud://<environment>.<bucket>/<folder>/<file>`. */
export function liesIn(folder: string, fileId: string): boolean {
  const [, env, path = ''] = /^cloud:\/\/([\w-]+)\.[\w.-]+\/(.+)$/.exec(fileId) ?? [];
  return env === cloud.getWXContext().ENV && path.slice(0, path.lastIndexOf('/')) === folder;
}

/** Where this environment's files lie: a file's id is this and its path. The cloud tells its bucket by a file's id alone, so one is put there. */
export async function rootOfFiles(): Promise<string> {
  const path = 'root/here.txt';
  return (await upload(path, [Buffer.from('.')])).slice(0, -path.length);
}

/** Files that one call may name. */
const FILES_A_CALL = 50;

function* portionsOf(fileIds: readonly string[]): Generator<string[]> {
  for (let at = 0; at < fileIds.length; at += FILES_A_CALL) yield fileIds.slice(at, at + FILES_A_CALL);
}

/** Links to files, in their order, each good for so many seconds; none for a file that is gone. */
export async function linksTo(fileIds: readonly string[], seconds: number): Promise<string[]> {
  return [...(await linksById(fileIds, seconds)).values()];
}

/** The same by the file's id. */
export async function linksById(fileIds: readonly string[], seconds: number): Promise<Map<string, string>> {
  const links = new Map<string, string>();
  for (const portion of portionsOf(fileIds)) {
    const { fileList } = (await cloud.getTempFileURL({
      fileList: portion.map((fileID) => ({ fileID, maxAge: seconds }) as unknown as string),
    })) as unknown as { fileList: { fileID: string; status: number; tempFileURL: string }[] };
    for (const { fileID, status, tempFileURL } of fileList) if (status === 0) links.set(fileID, tempFileURL);
  }
  return links;
}

/** Deletes files; one that is gone already is no fault. */
export async function remove(fileIds: readonly string[]): Promise<void> {
  for (const portion of portionsOf(fileIds)) await cloud.deleteFile({ fileList: portion });
}

/** How large a file is, and its first bytes; undefined where it is gone. The rest of it is not fetched. */
export async function beginningOf(
  fileId: string,
  bytes: number,
): Promise<{ size: number; head: Uint8Array } | undefined> {
  const [url] = await linksTo([fileId], LOOK_SECONDS);
  if (!url) return undefined;
  const answer = await fetch(url, { headers: { range: `bytes=0-${bytes - 1}` } });
  // Of an empty file there is no first byte.
  if (answer.status === 416) return { size: 0, head: new Uint8Array() };
  const size = /\/(\d+)$/.exec(answer.headers.get('content-range') ?? '')?.[1];
  if (answer.status !== 206 || size === undefined) return undefined;
  return { size: Number(size), head: new Uint8Array(await answer.arrayBuffer()) };
}
