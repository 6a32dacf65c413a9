import { Aggregator, Query, update } from 'mingo';
import { decodeDoc, encode, isRecord } from './ejson';
import type { Doc, Stored } from './ejson';
import { typeOf } from './narrow';
import { badOperator, invalidParam, messageOf, Refusal, requestFailed } from '../refusal';
import type { CollectionSpec } from './store';

/** Mongo's semantics, from mingo; what the cloud's database does not have, or mingo lets pass in silence, is refused here. */

const words = (text: string) => new Set(text.split(' ').map((word) => `$${word}`));
const queryOperators = words(
  'and or not nor eq ne gt gte lt lte in nin all elemMatch exists size mod regex options expr',
);
const updateOperators = words('set inc unset push addToSet pull pullAll pop max min mul rename');
const arrayOperators = words('push addToSet pull pullAll pop');
const stageNames = words(
  'match project addFields group sort limit skip unwind count bucket bucketAuto sample sortByCount replaceRoot lookup',
);
/** Developers measured 5 MB for a write from a function; no document states it (docs/wechat.md, "Cloud database"). */
const maxDocumentBytes = 5 * 1024 * 1024;
const mingo = { scriptEnabled: false };
/** Each query copies the table of all operators: made once where it asks for nothing of its own. */
const everything = new Query<Doc>({}, mingo);

/** A test for documents. Refuses operators that the cloud's SDK cannot send, and those that mingo cannot play (geo). */
export function matcher(filter: Doc): (doc: Doc) => boolean {
  checkFilter(filter);
  const query = playing(() => new Query<Doc>(filter, mingo));
  return (doc) => playing(() => query.test(doc));
}

function checkFilter(value: unknown): void {
  if (Array.isArray(value)) return value.forEach(checkFilter);
  if (!isRecord(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key.startsWith('$') && !queryOperators.has(key)) throw badOperator(`unknown operator: ${key}`);
    if (key !== '$expr') checkFilter(inner);
  }
}

/** The fields of a sort, first things first: 1 up, -1 down. */
export function orderOf(sort: Doc): [string, 1 | -1][] {
  return Object.entries(sort).map(([field, way]) => [field, Number(way) < 0 ? -1 : 1]);
}

/** Sorts (missing counts as null, ties keep their order), skips, limits and projects. */
export function arrange(
  docs: Doc[],
  options: { sort?: Doc; skip?: number; limit?: number; projection?: Doc },
): Doc[] {
  return playing(() => {
    const cursor = everything.find<Doc>(docs, options.projection);
    if (options.sort && Object.keys(options.sort).length > 0)
      cursor.sort(Object.fromEntries(orderOf(options.sort)));
    if (options.skip) cursor.skip(options.skip);
    if (options.limit !== undefined) cursor.limit(options.limit);
    return cursor.all();
  });
}

/** The document after the update operators of `data`. `doc` itself is left alone. */
export function updated(doc: Stored, data: Doc): Stored {
  const next: Doc = decodeDoc(encode(doc));
  for (const [operator, fields] of Object.entries(data)) {
    if (!updateOperators.has(operator) || !isRecord(fields))
      throw badOperator(`unknown operator: ${operator}`);
    for (const path of Object.keys(fields)) checkTarget(next, operator, path);
  }
  playing(() => update(next, data));
  return { ...next, _id: doc._id };
}

/** Where mingo would leave the document alone in silence, Mongo fails. */
function checkTarget(doc: Doc, operator: string, path: string): void {
  const keys = path.split('.');
  if (path === '_id') throw invalidParam('不能更新_id的值');
  const last = keys.pop() ?? '';
  let parent: unknown = doc;
  for (const key of keys) {
    if (parent === undefined) break;
    if (!isContainer(parent))
      throw requestFailed(`Cannot create field '${key}' in element of path '${path}'`);
    parent = at(parent, key);
  }
  if (parent !== undefined && !isContainer(parent) && operator !== '$unset' && operator !== '$rename')
    throw requestFailed(`Cannot create field '${last}' in element of path '${path}'`);
  const target = isContainer(parent) ? at(parent, last) : undefined;
  if ((operator === '$inc' || operator === '$mul') && target !== undefined && typeof target !== 'number')
    throw requestFailed(`Cannot apply ${operator} to a value of non-numeric type: '${path}'`);
  if (!arrayOperators.has(operator)) return;
  if (target !== undefined && !Array.isArray(target))
    throw requestFailed(`The field '${path}' must be an array`);
  // mingo forgets $sort and $slice, and doubles, when the array is not there yet.
  if (target === undefined && (operator === '$push' || operator === '$addToSet'))
    update(doc, { $set: { [path]: [] } });
}

const isContainer = (value: unknown): value is Doc | unknown[] => isRecord(value) || Array.isArray(value);
const at = (value: Doc | unknown[], key: string): unknown =>
  Array.isArray(value) ? value[Number(key)] : value[key];

/** Runs the stages. `from` gives the whole of another collection for `$lookup`. */
export function aggregate(docs: Doc[], stages: Doc[], from: (name: string) => Doc[]): Doc[] {
  for (const stage of stages) {
    const [name = ''] = Object.keys(stage);
    if (!stageNames.has(name)) throw badOperator(`unknown stage: ${name}`);
    if (name === '$match') checkFilter(stage.$match);
  }
  // mingo would take the machine's clock.
  if (JSON.stringify(stages).includes('"$$NOW"')) throw badOperator('$$NOW is not played: pass the instant');
  return playing(() => new Aggregator(stages, { ...mingo, collectionResolver: from }).run<Doc>(docs));
}

/** The paths that stages look at where they begin with a `$group`, which sees nothing but what it names; undefined where that is all of a document. */
export function lookedAt([first]: Doc[]): string[] | undefined {
  const paths = first && '$group' in first ? namedIn(first.$group) : ['$ROOT'];
  return paths.every((path) => /^\w+(\.\w+)*$/.test(path)) ? paths : undefined;
}

function namedIn(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('$') ? [value.slice(1)] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(namedIn) : [];
}

/**
 * The collections that `$lookup` stages name, nested pipelines too, and of each what it is asked for: all of it, or what the
 * leading `$match` of its pipelines narrows it to.
 */
export function lookups(stages: Doc[]): Map<string, Doc> {
  const asked = new Map<string, Doc[]>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (!isRecord(value)) return;
    if (isRecord(value.$lookup) && typeof value.$lookup.from === 'string') {
      const { from, pipeline } = value.$lookup;
      const first: unknown = Array.isArray(pipeline) ? pipeline[0] : undefined;
      const filter = isRecord(first) && isRecord(first.$match) ? first.$match : {};
      asked.set(from, [...(asked.get(from) ?? []), filter]);
    }
    Object.values(value).forEach(visit);
  };
  visit(stages);
  return new Map(
    [...asked].map(([name, filters]) => [name, filters.length === 1 ? (filters[0] ?? {}) : { $or: filters }]),
  );
}

/** The text to keep of a document that may be written, or the refusal that production would give. */
export function writable(collection: CollectionSpec, doc: Stored): string {
  if (doc._id === '') throw invalidParam('_id must not be empty');
  checkKeys(doc);
  for (const field of Object.keys(collection.fields)) checkDeclared(collection, doc, field);
  const text = encode(doc);
  if (Buffer.byteLength(text) > maxDocumentBytes)
    throw requestFailed('document is larger than the maximum size 5242880');
  return text;
}

function checkKeys(value: unknown): void {
  if (Array.isArray(value)) return value.forEach(checkKeys);
  if (!isRecord(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key.startsWith('$') || key.includes('.'))
      throw requestFailed(`The field name '${key}' is not valid for storage`);
    checkKeys(inner);
  }
}

/** A declared field holds its type, null or nothing: SQL indexes it, and could not tell a date from its number. */
function checkDeclared(collection: CollectionSpec, doc: Doc, field: string): void {
  let value: unknown = doc;
  for (const key of field.split('.')) {
    if (Array.isArray(value))
      throw requestFailed(`${collection.name}.${field} is declared: no array on its way`);
    value = isRecord(value) ? value[key] : undefined;
  }
  if (value === undefined || value === null) return;
  const fits = {
    string: typeof value === 'string',
    number: typeof value === 'number' && Number.isFinite(value),
    date: value instanceof Date && !Number.isNaN(value.getTime()),
    bool: typeof value === 'boolean',
  };
  const type = typeOf(collection, field) ?? 'string';
  if (!fits[type])
    throw requestFailed(`${collection.name}.${field} is declared as ${type} in config/database.json`);
}

/** mingo's complaints are about the request, as Mongo's would be. */
function playing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const message = messageOf(error);
    throw /unknown|not registered|unregistered|requires/i.test(message)
      ? badOperator(message)
      : requestFailed(message);
  }
}
