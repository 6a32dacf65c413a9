import * as v from 'valibot';

/**
 * What a collection declares: the fields that SQL may filter and sort on (each holds one type) and its indexes. `few`: what queries
 * name beyond these, each with the reason why an index leaves few documents to look at.
 */
export const collectionSpec = v.object({
  name: v.pipe(v.string(), v.regex(/^\w+$/)),
  fields: v.record(v.string(), v.picklist(['string', 'number', 'date', 'bool'])),
  indexes: v.array(
    v.object({ keys: v.array(v.tuple([v.string(), v.picklist([1, -1])])), unique: v.optional(v.boolean()) }),
  ),
  few: v.optional(v.record(v.string(), v.string())),
});
export type CollectionSpec = v.InferOutput<typeof collectionSpec>;
export type FieldType = CollectionSpec['fields'][string];

/** Dates travel as their milliseconds; null stands for null and for a missing field alike, as Mongo compares them. */
export type Scalar = string | number | boolean | null;

/** The part of a filter that SQL can answer, on `_id` and declared fields. `all: []` is true, `any: []` is false. */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { field: string; op: '=' | '!=' | '<' | '<=' | '>' | '>='; value: Scalar }
  | { field: string; in: Scalar[] };

export interface Selection {
  where: Condition;
  /** Declared fields only. Ties, and everything without it, come in the order of insertion. */
  sort?: [field: string, direction: 1 | -1][];
  skip?: number;
  limit?: number;
  /** Of each document no more than these: declared fields, or the first keys of paths. */
  only?: readonly string[];
}

/** A document as it is kept. `rev` changes with every write and never comes back. */
export interface Row {
  id: string;
  rev: string;
  text: string;
}

/** `rev` is what must stand there now (null: nothing); `text` is what shall stand there (null: nothing). */
export interface Write {
  collection: CollectionSpec;
  id: string;
  rev: string | null;
  text: string | null;
}

/**
 * What the local cloud asks of a database. Nothing is held in it between two calls, so a crashed function leaves no lock,
 * and several servers may share one. SQLite is the first; PostgreSQL fits behind the same five calls.
 */
export interface Store {
  get(collection: CollectionSpec, id: string): Promise<Row | undefined>;
  /** Visits the selected rows in order, as they stood at one instant. `visit` says false when it has seen enough. */
  scan(collection: CollectionSpec, selection: Selection, visit: (row: Row) => boolean | void): Promise<void>;
  count(collection: CollectionSpec, where: Condition): Promise<number>;
  /** All or nothing, on disk when it resolves. Throws `StaleRev` or `DuplicateKey`. */
  commit(writes: Write[]): Promise<void>;
  close(): Promise<void>;
}

/** A write expected another revision: another write was faster. */
export class StaleRev extends Error {}

/** A write would make a second document with the same `_id` (index `_id_`) or the same unique key. */
export class DuplicateKey extends Error {
  constructor(
    readonly collection: string,
    readonly index: string,
  ) {
    super(`E11000 duplicate key error collection: ${collection} index: ${index}`);
  }
}
