import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as v from 'valibot';
import { copyDatabase } from './database/store.sqlite';
import { holdFolder } from './folder';

/** What stands in a backup beside the data: by it a restore sees whether it is whole. */
const manifest = v.object({ at: v.string(), sha256: v.string(), files: v.number() });
const MANIFEST = 'backup.json';
const DATABASE = 'database.sqlite';
/** Keys by which tokens and links are signed, and how far the clock is from the machine's. */
const besides = ['secret', 'clock.json'];

export interface Backup {
  folder: string;
  /** bytes of the database, and files beside it */
  bytes: number;
  files: number;
}

/**
 * Copies a data folder while its server runs: the database as it stood at one instant, then the files. A file that the database names is in the copy,
 * unless it was deleted meanwhile, which is meant. The copy has its name only once it is whole. Throws where `to` is there already.
 */
export async function backup(dataDir: string, to: string): Promise<Backup> {
  const from = resolve(dataDir);
  if (!existsSync(join(from, DATABASE)))
    throw new Error(`${from} holds no data: which folder is it? (DATA_DIR)`);
  const folder = resolve(to);
  if (existsSync(folder))
    throw new Error(`${folder} is there already: name a new folder, or put that one away first`);
  const part = `${folder}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(join(part, 'storage'), { recursive: true, mode: 0o700 });
  const file = join(part, DATABASE);
  copyDatabase(join(from, DATABASE), file);
  chmodSync(file, 0o600);
  for (const name of besides)
    if (existsSync(join(from, name))) copyFileSync(join(from, name), join(part, name));
  const files = copyFiles(join(from, 'storage'), join(part, 'storage'));
  const sha256 = await hashOf(file);
  writeFileSync(join(part, MANIFEST), JSON.stringify({ at: new Date().toISOString(), sha256, files }));
  renameSync(part, folder);
  return { folder, bytes: statSync(join(folder, DATABASE)).size, files };
}

/**
 * Puts a backup into a folder in which there is nothing yet. Throws, and leaves nothing behind, where the backup is not whole or a server has the
 * folder open.
 */
export async function restore(from: string, dataDir: string): Promise<Backup> {
  const folder = resolve(from);
  const read = v.safeParse(
    manifest,
    existsSync(join(folder, MANIFEST)) ? JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) : null,
  );
  if (!read.success) throw new Error(`${folder} is no backup: there is no ${MANIFEST} in it`);
  const target = resolve(dataDir);
  if (existsSync(target)) {
    // Its server would go on writing into what it has open.
    holdFolder(target).release();
    throw new Error(`${target} is there already: rename it first, so that nothing is written over`);
  }
  if ((await hashOf(join(folder, DATABASE))) !== read.output.sha256)
    throw new Error(`${folder} is damaged: take another backup`);
  const part = `${target}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(join(part, 'storage'), { recursive: true, mode: 0o700 });
  for (const name of [DATABASE, ...besides])
    if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(part, name));
  const files = copyFiles(join(folder, 'storage'), join(part, 'storage'));
  if (files < read.output.files) {
    rmSync(part, { recursive: true });
    throw new Error(`${folder} lacks ${read.output.files - files} of its files: take another backup`);
  }
  renameSync(part, target);
  return { folder: target, bytes: statSync(join(target, DATABASE)).size, files };
}

/** Copies what lies in storage; what is still coming up, or went meanwhile, is left out. */
function copyFiles(from: string, to: string): number {
  let copied = 0;
  if (!existsSync(from)) return copied;
  for (const name of readdirSync(from)) {
    if (name.startsWith('part-')) continue;
    try {
      copyFileSync(join(from, name), join(to, name));
      copied += 1;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
  return copied;
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
