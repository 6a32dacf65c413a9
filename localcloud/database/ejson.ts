/** A document or a part of one: JSON values and `Date`; filters may also hold `RegExp`. */
export type Doc = Record<string, unknown>;
export type Stored = Doc & { _id: string };

export const isRecord = (value: unknown): value is Doc =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !(value instanceof RegExp);

/** EJSON from the SDK (canonical) or from the store (relaxed); a server date becomes `now` plus its offset. */
export function decode(text: string, now = 0): unknown {
  const value: unknown = JSON.parse(text);
  // Few documents hold more than JSON: the others are not gone through again.
  return text.includes('"$') ? revive(value, now) : value;
}

/** The same, where only an object will do. */
export function decodeDoc(text: string, now = 0): Doc {
  const value = decode(text, now);
  if (!isRecord(value)) throw new SyntaxError('expected an object');
  return value;
}

/** Relaxed EJSON, `{"$date": ms}` for dates: what the store keeps and the SDK reads back. */
export function encode(value: unknown): string {
  return JSON.stringify(isJson(value) ? value : flatten(value));
}

/** Nearly everything is JSON as it stands, and is not copied. */
function isJson(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  if (value instanceof Date || value instanceof RegExp) return false;
  return (Array.isArray(value) ? value : Object.values(value)).every(isJson);
}

const wrappers: Record<string, (inner: unknown, now: number) => unknown> = {
  $numberInt: Number,
  $numberLong: Number,
  $numberDouble: Number,
  $date: (inner) => new Date(isRecord(inner) ? Number(inner.$numberLong) : Number(inner)),
  $regularExpression: (inner) =>
    isRecord(inner) ? new RegExp(String(inner.pattern), String(inner.options)) : inner,
  $tcb_server_date: (inner, now) => new Date(now + (isRecord(inner) ? Number(revive(inner.offset, now)) : 0)),
};
const refused = new Set([
  '$oid',
  '$binary',
  '$timestamp',
  '$numberDecimal',
  '$minKey',
  '$maxKey',
  '$code',
  '$symbol',
  '$undefined',
]);

function revive(value: unknown, now: number): unknown {
  if (Array.isArray(value)) return value.map((item) => revive(item, now));
  if (!isRecord(value)) return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (first && entries.length === 1) {
    const wrapper = Object.hasOwn(wrappers, first[0]) ? wrappers[first[0]] : undefined;
    if (wrapper) return wrapper(first[1], now);
    if (refused.has(first[0])) throw new SyntaxError(`${first[0]} is not played by the local cloud`);
  }
  return Object.fromEntries(entries.map(([key, inner]) => [key, revive(inner, now)]));
}

function flatten(value: unknown): unknown {
  if (value instanceof Date) return { $date: value.getTime() };
  if (value instanceof RegExp) throw new TypeError('a regular expression cannot be stored');
  if (typeof value === 'number' && !Number.isFinite(value)) return { $numberDouble: String(value) };
  if (Array.isArray(value)) return value.map(flatten);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, flatten(inner)]));
}
