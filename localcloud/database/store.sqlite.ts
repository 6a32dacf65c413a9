import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import Database from 'libsql';
import { type Log, noLog } from '../log';
import { DuplicateKey, StaleRev } from './store';
import type { CollectionSpec, Condition, Row, Scalar, Selection, Store, Write } from './store';

/**
 * Opens (or makes) the database file, looks whether it is whole, and brings its tables and indexes to what `collections`
 * declare. Every commit is on disk before it is acknowledged; where `isPassing`, it is with the system alone, and a power cut
 * may lose it. Throws where the file is damaged; where its log is gone, says so.
 */
export function openSqlite(
  file: string,
  collections: CollectionSpec[],
  log: Log = noLog,
  isPassing = false,
): Store {
  const hasLog = existsSync(`${file}-wal`);
  // Another process on the same folder is waited for; the revisions keep the two apart.
  const db = new Database(file, { timeout: 5000 });
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${isPassing ? 'OFF' : 'FULL'};`);
  const faults = pragma(db, 'quick_check').filter((line) => line !== 'ok');
  if (faults.length > 0)
    throw new Error(`${file} is damaged, put a copy back: ${faults.slice(0, 3).join('; ')}`);
  if (!hasLog && pragma(db, 'user_version')[0] === IN_USE)
    log({
      event: 'writes-lost',
      error: `${file}-wal is gone: the last writes before the server stopped are in no file`,
    });
  mark(db, IN_USE);
  inTransaction(db, () => collections.forEach((collection) => ensure(db, collection)));

  const prepare = preparing(db);
  // Unique over restarts, so that a revision never comes back.
  const boot = randomUUID().slice(0, 8);
  let revisions = 0;

  const write = ({ collection, id, rev, text }: Write) => {
    const next = `${boot}.${++revisions}`;
    const table = quote(collection.name);
    if (rev === null)
      return prepare(`INSERT INTO ${table} (id, rev, text) VALUES (?, ?, ?)`).run(id, next, text);
    const result =
      text === null
        ? prepare(`DELETE FROM ${table} WHERE id = ? AND rev = ?`).run(id, rev)
        : prepare(`UPDATE ${table} SET rev = ?, text = ? WHERE id = ? AND rev = ?`).run(next, text, id, rev);
    if (result.changes === 0) throw new StaleRev();
  };

  return {
    ...readsOf(prepare),
    async commit(writes) {
      try {
        inTransaction(db, () => writes.forEach(write));
      } catch (error) {
        throw duplicateKey(error) ?? error;
      }
    },
    async close() {
      mark(db, CLOSED);
      db.close();
    },
  };
}

/**
 * Opens the file for reading beside the server that has it open: sees what that one has committed, and writes nothing. To be closed before it.
 */
export function openReading(file: string): Store {
  const db = new Database(file, { timeout: 5000 });
  db.exec('PRAGMA query_only = ON');
  return {
    ...readsOf(preparing(db)),
    commit: () => Promise.reject(new Error('what only reads commits nothing')),
    async close() {
      db.close();
    },
  };
}

type Prepare = (sql: string) => Database.Statement;

/** Prepares statements once. */
function preparing(db: Database.Database): Prepare {
  const statements = new Map<string, Database.Statement>();
  return (sql) => {
    const statement = statements.get(sql) ?? db.prepare(sql);
    if (statements.size < 500) statements.set(sql, statement);
    return statement;
  };
}

function readsOf(prepare: Prepare): Pick<Store, 'get' | 'scan' | 'count'> {
  return {
    async get(collection, id) {
      const row = prepare(`SELECT id, rev, text FROM ${quote(collection.name)} WHERE id = ?`).get(id);
      return isRow(row) ? row : undefined;
    },
    async scan(collection, selection, visit) {
      const { sql, params } = select(collection, selection);
      let more: boolean | void = true;
      // libsql leaves a statement open when its iteration is broken off, and then cannot close: so it runs to the end.
      for (const row of prepare(sql).iterate(params)) if (more !== false && isRow(row)) more = visit(row);
    },
    async count(collection, where) {
      const params: Scalar[] = [];
      const sql = `SELECT count(*) AS n FROM ${quote(collection.name)} WHERE ${render(collection, where, params)}`;
      // As one array: libsql takes a lone null for an object of named parameters.
      const row = prepare(sql).get(params);
      return typeof row === 'object' && row !== null && 'n' in row ? Number(row.n) : 0;
    },
  };
}

/**
 * In the file itself stands whether a server has it open. Then its newest writes are in the log beside it (`-wal`): a file so
 * marked and alone has lost them. Closed, the file holds everything.
 */
const [CLOSED, IN_USE] = [0, 1];
function mark(db: Database.Database, state: number): void {
  db.exec(`PRAGMA user_version = ${state}; PRAGMA wal_checkpoint(TRUNCATE);`);
}

/** Copies the database as it stands at this instant, whichever server has it open. No log belongs to the copy. */
export function copyDatabase(from: string, to: string): void {
  const db = new Database(from, { timeout: 5000 });
  try {
    db.prepare('VACUUM INTO ?').run(to);
  } finally {
    db.close();
  }
  const copy = new Database(to);
  mark(copy, CLOSED);
  copy.close();
}

const pragma = (db: Database.Database, name: string): unknown[] => db.prepare(`PRAGMA ${name}`).pluck().all();

function inTransaction(db: Database.Database, work: () => void): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    work();
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

function ensure(db: Database.Database, collection: CollectionSpec): void {
  const table = quote(collection.name);
  db.exec(
    `CREATE TABLE IF NOT EXISTS ${table} (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, rev TEXT NOT NULL, text TEXT NOT NULL)`,
  );
  const wanted = new Map<string, string>();
  for (const { keys, unique } of collection.indexes) {
    const name = `${collection.name}.${keys.map(([field, direction]) => `${field}_${direction}`).join('_')}`;
    const columns = keys.map(
      ([field, direction]) => `${column(collection, field)} ${direction < 0 ? 'DESC' : 'ASC'}`,
    );
    wanted.set(
      `${name} lookup`,
      `CREATE INDEX ${quote(`${name} lookup`)} ON ${table} (${columns.join(', ')})`,
    );
    // In Mongo a missing field counts as null and null is one value; in SQL no two NULLs are equal. A blob equals no text or number.
    const values = keys.map(([field]) => `coalesce(${column(collection, field)}, x'00')`);
    if (unique) wanted.set(name, `CREATE UNIQUE INDEX ${quote(name)} ON ${table} (${values.join(', ')})`);
  }
  const listed = db.prepare(
    `SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = ?`,
  );
  for (const name of listed.pluck().all(collection.name).map(String)) {
    if (!wanted.delete(name)) db.exec(`DROP INDEX ${quote(name)}`);
  }
  for (const sql of wanted.values()) db.exec(sql);
}

function select(collection: CollectionSpec, { where, sort = [], skip = 0, limit, only }: Selection) {
  const params: Scalar[] = [];
  const condition = render(collection, where, params);
  // NULL sorts lowest in SQLite, as null and missing do in Mongo.
  const order = [
    ...sort.map(([field, direction]) => `${column(collection, field)} ${direction < 0 ? 'DESC' : 'ASC'}`),
    'seq',
  ];
  params.push(limit ?? -1, skip);
  const text = only ? part(only.map((field) => field.split('.'))) : 'text';
  const sql = `SELECT id, rev, ${text} AS text FROM ${quote(collection.name)} WHERE ${condition} ORDER BY ${order.join(', ')} LIMIT ? OFFSET ?`;
  return { sql, params };
}

function render(collection: CollectionSpec, condition: Condition, params: Scalar[]): string {
  const join = (parts: Condition[], word: string, empty: string) =>
    parts.length > 0 ? `(${parts.map((part) => render(collection, part, params)).join(word)})` : empty;
  if ('all' in condition) return join(condition.all, ' AND ', '1');
  if ('any' in condition) return join(condition.any, ' OR ', '0');
  const name = column(collection, condition.field);
  if ('in' in condition) {
    params.push(JSON.stringify(condition.in));
    return `${name} IN (SELECT value FROM json_each(?))`;
  }
  // NULL equals NULL for Mongo: IS, which uses an index as = does.
  const op = condition.op === '=' ? 'IS' : condition.op === '!=' ? 'IS NOT' : condition.op;
  params.push(typeof condition.value === 'boolean' ? Number(condition.value) : condition.value);
  return `${name} ${op} ?`;
}

/** The same text in indexes and in queries, or SQLite would not use the index. */
function column(collection: CollectionSpec, field: string): string {
  if (field === '_id') return 'id';
  const path = [...field.split('.'), ...(collection.fields[field] === 'date' ? ['$date'] : [])];
  return `json_extract(text, '${jsonPath(path)}')`;
}

/** The text of what lies at these paths and of nothing else. `->` gives JSON, and NULL where there is nothing. */
function part(paths: string[][], within: string[] = []): string {
  const keys = [...new Set(paths.flatMap(([key]) => key ?? []))];
  const members = keys.map((key) => {
    const at = [...within, key];
    const deeper = paths.filter(([first]) => first === key).map((path) => path.slice(1));
    const value = deeper.some((path) => path.length === 0) ? `text -> '${jsonPath(at)}'` : part(deeper, at);
    return `coalesce(',"${escaped(key)}":' || (${value}), '')`;
  });
  return `'{' || substr(${["''", ...members].join(' || ')}, 2) || '}'`;
}

const jsonPath = (keys: string[]) => `$${keys.map((key) => `."${escaped(key)}"`).join('')}`;
const escaped = (key: string) => key.replaceAll("'", "''");

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;

function isRow(row: unknown): row is Row {
  return typeof row === 'object' && row !== null && 'id' in row && 'rev' in row && 'text' in row;
}

function duplicateKey(error: unknown): DuplicateKey | undefined {
  const message = error instanceof Error || isMessage(error) ? error.message : '';
  const index = /UNIQUE constraint failed: index '(\w+)\.(.+)'/.exec(message);
  if (index) return new DuplicateKey(index[1] ?? '', index[2] ?? '');
  const id = /UNIQUE constraint failed: (\w+)\.id/.exec(message);
  return id ? new DuplicateKey(id[1] ?? '', '_id_') : undefined;
}

const isMessage = (error: unknown): error is { message: string } =>
  typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string';
