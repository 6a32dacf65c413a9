import type { Leaf, SealDoc } from '../documents';
import { sha256 } from '../sha256';

/**
 * The hashes of the chain (docs/chain.md). All of them are over text, lines joined by a line feed, so that `sha256sum` gives the same.
 * `scripts/verify` has them a second time, written by itself: a fault in one of the two shows.
 */
const hex = (...lines: readonly (string | number)[]): string => sha256(lines.join('\n')).toString('hex');

/** Where a chain begins: its first line names the unit, so that no chain fits another unit's head. */
export const originOf = (orgId: string): string => `linli-daiban/${orgId}`;
export const startOf = (orgId: string): string => hex(originOf(orgId));

/** `h_n = SHA-256(h_{n-1} ‖ n ‖ leaf)` */
export const linked = (before: string, n: number, leaf: string): string => hex(before, n, leaf);

/** `leaf = SHA-256(salt ‖ canonical entry)`; what is nobody's own needs no salt. */
export const leafOf = (salt: string, entry: object): string => hex(salt, canonicalJson(entry));

/** The salts of one event, made from the secret of its case: whoever has one of them knows no other. */
export const saltsOf = (secret: string, seq: number): { entry: string; details: string } => ({
  entry: hex(secret, seq, 'entry'),
  details: hex(secret, seq, 'details'),
});

/** The salts of a leaf that was sealed with the secret number `gen`; undefined: they were destroyed. */
export function saltsLeftOf(
  { secret, gen, left }: Pick<SealDoc, 'secret' | 'gen' | 'left'>,
  leaf: Pick<Leaf, 'seq' | 'gen'>,
): ReturnType<typeof saltsOf> | undefined {
  const isOfSecret = secret !== undefined && gen === (leaf.gen ?? 0);
  return isOfSecret ? saltsOf(secret, leaf.seq) : left?.[String(leaf.seq)];
}

/** Keys in order, nothing that is absent, no blanks: the one way to write it. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`)
    .join(',')}}`;
}

/** A level of the tree above another; one that is left over goes up as it is. */
function above(level: readonly string[]): string[] {
  return Array.from({ length: Math.ceil(level.length / 2) }, (_, i) => {
    const [left = '', right] = level.slice(2 * i, 2 * i + 2);
    return right === undefined ? left : hex('node', left, right);
  });
}

/** The root of the tree over the leaves of a day. */
export function rootOf(leaves: readonly string[]): string {
  let level = [...leaves];
  while (level.length > 1) level = above(level);
  return level[0] ?? hex('none');
}

/** What is needed to come from one leaf to the root: a hash for each level, some ten for a thousand leaves. */
export function pathOf(leaves: readonly string[], index: number): { side: 'left' | 'right'; hash: string }[] {
  const path: { side: 'left' | 'right'; hash: string }[] = [];
  for (let level = [...leaves], at = index; level.length > 1; level = above(level), at >>= 1) {
    const beside = level[at ^ 1];
    if (beside !== undefined) path.push({ side: at % 2 === 0 ? 'right' : 'left', hash: beside });
  }
  return path;
}
