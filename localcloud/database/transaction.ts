import { randomUUID } from 'node:crypto';
import { docOf, idOf, keyOf, read } from './database';
import type { Edit, Find, Session } from './database';
import type { Doc, Stored } from './ejson';
import type { DocLocks } from './locks';
import { arrange, matcher, writable } from './mongo';
import { invalidParam, Refusal } from '../refusal';
import { DuplicateKey, StaleRev } from './store';
import type { CollectionSpec, Store } from './store';

/** Production ends a transaction after 30 s. The machine's time: a test that moves the clock kills no transaction. */
const lifetimeMs = 30_000;

const conflict = () =>
  new Refusal(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request.',
  );
const notExist = () =>
  new Refusal(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds',
  );

/** A document as the transaction sees it: as it was at the first look, with the transaction's own writes. */
interface Entry {
  collection: CollectionSpec;
  id: string;
  /** the revision at the first look; null: there was nothing */
  rev: string | null;
  doc: Stored | null;
  written: boolean;
}

/** The open transactions. They live in this process alone: the store hears of one only when it commits. */
export class Transactions {
  #open = new Map<string, Transaction>();
  /** Invocations that lost a conflict. */
  #losers = new WeakSet<object>();

  constructor(
    private readonly store: Store,
    private readonly locks: DocLocks,
  ) {}

  /**
   * Opens a transaction for a function's invocation. Its first try is optimistic, as in production. The tries after a
   * conflict lock what they read, too: they queue instead of losing again.
   */
  begin(invocation: object): string {
    const id = randomUUID();
    const timer = setTimeout(() => this.abort(id), lifetimeMs);
    timer.unref();
    const patient = this.#losers.has(invocation);
    this.#open.set(id, new Transaction(this.store, this.locks, patient, () => clearTimeout(timer)));
    return id;
  }

  /** Throws TransactionNotExist when it has ended. */
  get(id: string): Transaction {
    const transaction = this.#open.get(id);
    if (!transaction) throw notExist();
    return transaction;
  }

  /** Applies all writes or none. Conflicts are told here, where the SDK's `runTransaction` retries. */
  async commit(id: string, invocation: object): Promise<void> {
    const transaction = this.get(id);
    this.#open.delete(id);
    try {
      await transaction.commit();
    } catch (error) {
      if (error instanceof Refusal) this.#losers.add(invocation);
      throw error;
    } finally {
      transaction.end();
    }
  }

  abort(id: string): void {
    this.get(id).end();
    this.#open.delete(id);
  }

  close(): void {
    for (const id of this.#open.keys()) this.abort(id);
  }
}

/**
 * Snapshot isolation by document: reads see each document as it was at the first look plus the own writes; a write takes the
 * document's lock. Write skew is possible, as in production (docs/wechat.md, "Cloud database").
 */
class Transaction implements Session {
  #entries = new Map<string, Entry>();
  #ended = false;
  /** Another write changed a document, or waiting would never end: this transaction cannot commit any more. */
  #doomed = false;

  constructor(
    private readonly store: Store,
    private readonly locks: DocLocks,
    private readonly patient: boolean,
    private readonly onEnd: () => void,
  ) {}

  async find(collection: CollectionSpec, query: Find): Promise<Doc[]> {
    const matches = matcher(query.filter);
    const id = idOf(query.filter);
    const stored =
      id === undefined
        ? (await read(this.store, collection, { filter: query.filter })).map((doc) => doc._id)
        : [id];
    const seen = [...this.#entries.values()]
      .filter((entry) => entry.collection === collection)
      .map((entry) => entry.id);
    const docs: Stored[] = [];
    for (const each of new Set([...stored, ...seen])) {
      const { doc } = await this.#look(collection, each);
      if (doc && matches(doc)) docs.push(doc);
    }
    return arrange(docs, query);
  }

  async insert(collection: CollectionSpec, docs: Stored[]): Promise<void> {
    for (const doc of docs) {
      const entry = await this.#look(collection, doc._id, 'write');
      if (entry.doc) throw new DuplicateKey(collection.name, '_id_');
      await this.#write(entry, doc);
    }
  }

  async change(collection: CollectionSpec, filter: Doc, _multi: boolean, edit: Edit): Promise<number> {
    const id = idOf(filter);
    if (id === undefined) throw invalidParam('a transaction changes single documents: use doc()');
    const entry = await this.#look(collection, id, 'write');
    if (!entry.doc || !matcher(filter)(entry.doc)) return 0;
    await this.#write(entry, edit(entry.doc));
    return 1;
  }

  async put(collection: CollectionSpec, doc: Stored): Promise<'created' | 'replaced'> {
    const entry = await this.#look(collection, doc._id, 'write');
    const outcome = entry.doc ? 'replaced' : 'created';
    await this.#write(entry, doc);
    return outcome;
  }

  async commit(): Promise<void> {
    if (this.#doomed) throw conflict();
    const writes = [...this.#entries.values()]
      .filter(({ written, rev, doc }) => written && (rev ?? doc) !== null)
      .map(({ collection, id, rev, doc }) => ({
        collection,
        id,
        rev,
        text: doc && writable(collection, doc),
      }));
    try {
      await this.store.commit(writes);
    } catch (error) {
      if (error instanceof StaleRev || (error instanceof DuplicateKey && error.index === '_id_'))
        throw conflict();
      throw error;
    }
  }

  end(): void {
    this.#ended = true;
    this.locks.release(this);
    this.onEnd();
  }

  /**
   * A transaction that begins with a write has seen nothing yet: it waits for its turn and looks then, and what others wrote before
   * is no conflict.
   */
  async #look(collection: CollectionSpec, id: string, why: 'read' | 'write' = 'read'): Promise<Entry> {
    const key = keyOf(collection, id);
    const waits = this.patient || (why === 'write' && this.#entries.size === 0);
    if (waits && !this.#entries.has(key)) await this.#lock(key);
    const row = this.#entries.has(key) ? undefined : await this.store.get(collection, id);
    const known = this.#entries.get(key);
    if (known) return known;
    const entry = { collection, id, rev: row?.rev ?? null, doc: row ? docOf(row) : null, written: false };
    this.#entries.set(key, entry);
    return entry;
  }

  async #write(entry: Entry, doc: Stored | null): Promise<void> {
    if (doc) writable(entry.collection, doc);
    await this.#lock(keyOf(entry.collection, entry.id));
    const row = await this.store.get(entry.collection, entry.id);
    if (this.#ended) throw notExist();
    if ((row?.rev ?? null) !== entry.rev) this.#doom();
    entry.doc = doc;
    entry.written = true;
  }

  async #lock(key: string): Promise<void> {
    if (this.#doomed) return;
    const held = await this.locks.acquire(key, this);
    if (this.#ended) throw notExist();
    if (!held) this.#doom();
  }

  #doom(): void {
    this.#doomed = true;
    this.locks.release(this); // it cannot win: let the others on
  }
}
