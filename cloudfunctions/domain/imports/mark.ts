import { sha256 } from '../sha256';

/** The same text for the same document, in whatever order its fields come. */
function spelt(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(spelt);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([, one]) => one !== undefined);
  return fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, spelt(one)]);
}

/** Do these say the same, in whatever order their fields come? */
export const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(spelt(one)) === JSON.stringify(spelt(other));

/**
 * What an import keeps of a document that it wrote: where it is another one later, somebody has touched the document. That there is a
 * complaint of a person must not show.
 */
export function markOf({
  imported: _,
  isBarred: __,
  ...doc
}: {
  imported?: unknown;
  isBarred?: unknown;
}): string {
  return sha256(JSON.stringify(spelt(doc)))
    .toString('hex')
    .slice(0, 16);
}
