import { isRecord } from './ejson';
import type { Doc } from './ejson';
import { requestFailed } from '../refusal';
import type { CollectionSpec } from './store';

/**
 * Refuses a query that would read a whole collection: production answers it, slowly, and the slower the more there is. A query is
 * covered when it names an `_id`, or when in every branch an index can begin with what it names. Each path that it names must be in an
 * index, or the collection says why few documents are left to look at (`few`).
 */
export function checkCovered(collection: CollectionSpec, filter: Doc, sort: Doc = {}): void {
  if (isWalk(filter, sort)) return;
  if (!isLed(collection, filter))
    throw requestFailed(
      `no index of ${collection.name} begins with any of: ${pathsOf(filter).join(', ') || 'nothing'}`,
    );
  if (hasId(filter)) return;
  const { few = {} } = collection;
  const indexed = new Set([
    '_id',
    ...Object.keys(few),
    ...collection.indexes.flatMap(({ keys }) => keys.map(([field]) => field)),
  ]);
  const beyond = [...pathsOf(filter), ...Object.keys(sort)].filter((path) => !indexed.has(path));
  if (beyond.length > 0) throw requestFailed(`no index of ${collection.name} has ${beyond.join(', ')}`);
}

/** The whole collection from an `_id` on, in the order of the index that every collection has: a portion costs as much as it gives. */
function isWalk(filter: Doc, sort: Doc): boolean {
  const only = (paths: Doc) => Object.keys(paths).join() === '_id';
  return only(filter) && only(sort) && isRecord(filter._id) && '$gt' in filter._id;
}

/** All conditions that hold together. */
function conjuncts(filter: Doc): [path: string, value: unknown][] {
  return Object.entries(filter).flatMap(([key, value]) =>
    key === '$and' && Array.isArray(value) ? value.filter(isRecord).flatMap(conjuncts) : [[key, value]],
  );
}

function hasId(filter: Doc): boolean {
  return conjuncts(filter).some(
    ([path, value]) =>
      path === '_id' &&
      (typeof value === 'string' || (isRecord(value) && ('$eq' in value || '$in' in value))),
  );
}

function isLed(collection: CollectionSpec, filter: Doc): boolean {
  const leaders = new Set(collection.indexes.map(({ keys }) => keys[0]?.[0]));
  return (
    hasId(filter) ||
    conjuncts(filter).some(([path, value]) =>
      path === '$or' && Array.isArray(value)
        ? value.filter(isRecord).every((branch) => isLed(collection, branch))
        : leaders.has(path) && !isNegation(value),
    )
  );
}

/** What all but a few documents meet, an index does not narrow. */
const isNegation = (value: unknown) =>
  isRecord(value) && Object.keys(value).every((key) => key === '$ne' || key === '$nin');

function pathsOf(filter: Doc): string[] {
  return Object.entries(filter).flatMap(([key, value]) =>
    key.startsWith('$') ? (Array.isArray(value) ? value.filter(isRecord).flatMap(pathsOf) : []) : [key],
  );
}
