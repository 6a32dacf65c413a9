import { decodeDoc, encode, isRecord } from './ejson';
import type { Doc, Stored } from './ejson';
import type { DocLocks } from './locks';
import { arrange, matcher, orderOf, writable } from './mongo';
import { narrow, sortable, typeOf } from './narrow';
import { StaleRev } from './store';
import type { CollectionSpec, Row, Store } from './store';

/** What who runs the cloud does in its console, past the functions: looks for documents, writes one whole. */
export interface Console {
  find(collection: string, filter: object): Promise<object[]>;
  put(collection: string, doc: Stored): Promise<void>;
}

export interface Find {
  filter: Doc;
  sort?: Doc;
  skip?: number;
  limit?: number;
  projection?: Doc;
  /** Paths beside which nothing of a document is looked at: it may come without the rest. */
  only?: string[];
}

/** What a document becomes; null removes it. */
export type Edit = (doc: Stored) => Stored | null;

/** Reading and writing documents, inside a transaction or outside. */
export interface Session {
  find(collection: CollectionSpec, query: Find): Promise<Doc[]>;
  /** All or none. Throws `DuplicateKey`. */
  insert(collection: CollectionSpec, docs: Stored[]): Promise<void>;
  /** Edits the first match, or all; gives how many became different. */
  change(collection: CollectionSpec, filter: Doc, multi: boolean, edit: Edit): Promise<number>;
  /** Creates or replaces by `_id`. */
  put(collection: CollectionSpec, doc: Stored): Promise<'created' | 'replaced'>;
}

/** A stored row as a document. */
export function docOf(row: Row): Stored {
  return { ...decodeDoc(row.text), _id: row.id };
}

/** The one `_id` that a filter can match, if it names one. */
export function idOf(filter: Doc): string | undefined {
  return typeof filter._id === 'string' ? filter._id : undefined;
}

export const keyOf = (collection: CollectionSpec, id: string) => `${collection.name}/${id}`;

/** Matches of a query in its order. SQL narrows and, where it can answer exactly, sorts and limits; elsewhere mingo has the last word. */
export async function read(store: Store, collection: CollectionSpec, query: Find): Promise<Stored[]> {
  const { filter, sort = {}, skip = 0, limit = Infinity, only } = query;
  const { where, exact } = narrow(collection, filter);
  // What is exact is nothing but comparisons: mingo has nothing to refuse, and its query would cost more than the row.
  const matches = exact ? () => true : matcher(filter);
  const order = orderOf(sort);
  const sorted = sortable(collection, order);
  const paged = exact && sorted;
  const docs: Stored[] = [];
  const visit = (row: Row) => {
    const doc = docOf(row);
    if (matches(doc)) docs.push(doc);
    return !sorted || docs.length < skip + limit;
  };
  const page = paged ? { skip, ...(limit === Infinity ? {} : { limit }) } : {};
  // Where mingo has a word it may look at anything.
  const some = paged && only ? { only: only.map((path) => columnOf(collection, path)) } : {};
  await store.scan(collection, { where, ...(sorted ? { sort: order } : {}), ...page, ...some }, visit);
  if (paged) return docs;
  const arranged = sorted ? docs : arrange(docs, { sort }).filter(isStored);
  return arranged.slice(skip, skip + limit);
}

/** On the way to a declared field lies no array; to another there may, and SQL would not go through it. */
const columnOf = (collection: CollectionSpec, path: string) =>
  typeOf(collection, path) ? path : (path.split('.', 1)[0] ?? path);

const isStored = (doc: Doc): doc is Stored => typeof doc._id === 'string';

/** How many documents match; by SQL alone where it is exact. */
export async function count(store: Store, collection: CollectionSpec, filter: Doc): Promise<number> {
  const { where, exact } = narrow(collection, filter);
  return exact ? store.count(collection, where) : (await read(store, collection, { filter })).length;
}

/** Outside transactions: each document changes by itself, and waits for a transaction that has written to it. */
export function plainSession(store: Store, locks: DocLocks): Session {
  async function locked<T>(
    collection: CollectionSpec,
    id: string,
    work: (row: Row | undefined) => Promise<T>,
  ): Promise<T> {
    const owner = {};
    await locks.acquire(keyOf(collection, id), owner);
    try {
      for (;;) {
        try {
          return await work(await store.get(collection, id));
        } catch (error) {
          // Another server on the same store was faster: look again.
          if (!(error instanceof StaleRev)) throw error;
        }
      }
    } finally {
      locks.release(owner);
    }
  }

  return {
    async find(collection, query) {
      const docs = await read(store, collection, query);
      return query.projection ? arrange(docs, { projection: query.projection }) : docs;
    },
    async insert(collection, docs) {
      await store.commit(
        docs.map((doc) => ({ collection, id: doc._id, rev: null, text: writable(collection, doc) })),
      );
    },
    async change(collection, filter, multi, edit) {
      const matches = matcher(filter);
      const id = idOf(filter);
      const ids = id === undefined ? (await read(store, collection, { filter })).map((doc) => doc._id) : [id];
      let changed = 0;
      for (const each of ids) {
        const outcome = await locked(collection, each, async (row) => {
          const doc = row && docOf(row);
          if (!doc || !matches(doc)) return 'other';
          const next = edit(doc);
          const text = next && writable(collection, next);
          if (text === encode(doc)) return 'same';
          await store.commit([{ collection, id: each, rev: row.rev, text }]);
          return 'changed';
        });
        // Like Mongo's nModified: a write that changes nothing does not count.
        if (outcome === 'changed') changed += 1;
        if (outcome !== 'other' && !multi) break;
      }
      return changed;
    },
    put(collection, doc) {
      const text = writable(collection, doc);
      return locked(collection, doc._id, async (row) => {
        await store.commit([{ collection, id: doc._id, rev: row?.rev ?? null, text }]);
        return row ? 'replaced' : 'created';
      });
    },
  };
}

/** Writes the seed in one commit, and only into a database that holds nothing yet. */
export async function seed(
  store: Store,
  collections: CollectionSpec[],
  docs: Record<string, Stored[]>,
): Promise<void> {
  for (const collection of collections) if (await store.count(collection, { all: [] })) return;
  const writes = Object.entries(docs).flatMap(([name, list]) => {
    const collection = collections.find((spec) => spec.name === name);
    if (!collection) throw new Error(`seed names ${name}, which config/database.json does not`);
    return list
      .filter(isRecord)
      .map((doc) => ({ collection, id: doc._id, rev: null, text: writable(collection, doc) }));
  });
  await store.commit(writes);
}
