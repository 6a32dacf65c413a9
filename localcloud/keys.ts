import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';

/** `1:<64 hex digits>,2:<…>`, as the functions read it (`LINLI_KEYS`, cloudfunctions/kit/keys). */
export type Keys = Map<number, string>;

export const keysIn = (written: string): Keys =>
  new Map(
    [...written.matchAll(/(\d+):([0-9a-f]{64})/g)].map(
      ([, number, hex = '']) => [Number(number), hex] as const,
    ),
  );

export const readKeys = (file: string): Keys => keysIn(existsSync(file) ? readFileSync(file, 'utf8') : '');

export const printKeys = (keys: Keys): string =>
  [...keys].map(([number, hex]) => `${number}:${hex}`).join(',');

export function writeKeys(file: string, keys: Keys): void {
  // Renaming is atomic: a kill leaves the old file or the new one.
  writeFileSync(`${file}.new`, `${printKeys(keys)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/**
 * The keys with a new one, which encrypts from now on. Its number is that of the day, so that a file that was begun anew never calls another key by
 * the number of a lost one.
 */
export function withNewKey(keys: Keys, now = Date.now()): Keys {
  const next = Math.max(Math.floor(now / 86_400_000), 1 + Math.max(0, ...keys.keys()));
  return new Map([...keys, [next, randomBytes(32).toString('hex')]]);
}

/**
 * The keys of this cloud: those of its own environment (`LINLI_KEYS`) where it has any, else those in the file, made at the first start.
 * Read at each call, so that a new one holds at once.
 */
export function openKeys(file: string): () => string {
  const own = process.env.LINLI_KEYS;
  if (own) return () => own;
  // One that holds none is no reason for a new key: what was encrypted would be lost for good without anybody being told.
  if (!existsSync(file)) writeKeys(file, withNewKey(new Map()));
  return () => printKeys(readKeys(file));
}
