import { join } from 'node:path';
import Database from 'libsql';

/** table → id → document, as it is kept */
export type Everything = Record<string, Record<string, string>>;

/** A look at the whole database of a cloud, past everything that it does. */
export interface StoreLook {
  all(): Everything;
  close(): void;
}

/** The same, and what was written since a look: that costs what has changed, not all that there is. Of two looks the later is put back first. */
export interface StoreWatch extends StoreLook {
  /** a number that changes with every commit of anybody else */
  version(): number;
  /** What is otherwise than in `before`, as `collection/id`. */
  changedSince(before: Everything): string[];
  /** Puts everything back as it was. */
  restore(before: Everything): void;
}

/** Opens the database of a cloud's folder beside the cloud. */
export function lookInto(dataDir: string): StoreLook {
  const db = open(dataDir);
  return { all: () => everything(db), close: () => db.close() };
}

/** The same for a cloud that tries alone are made on: its database itself writes down, beside each write, what it was of. */
export function watchStore(dataDir: string): StoreWatch {
  const db = open(dataDir);
  const names = tablesOf(db);
  // The folder is thrown away at the end.
  db.exec('PRAGMA synchronous = OFF');
  db.exec(`CREATE TABLE ${WRITES} (name TEXT, id TEXT, PRIMARY KEY (name, id)) WITHOUT ROWID`);
  for (const name of names)
    for (const [deed, row] of [
      ['INSERT', 'NEW'],
      ['UPDATE', 'NEW'],
      ['DELETE', 'OLD'],
    ])
      db.exec(
        `CREATE TRIGGER "${deed} ${name}" AFTER ${deed} ON "${name}" BEGIN INSERT OR IGNORE INTO ${WRITES} VALUES ('${name}', ${row}.id); END`,
      );
  const statements = new Map<string, Database.Statement>();
  const run = (sql: string): Database.Statement => {
    const known = statements.get(sql) ?? db.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  const written = db.prepare(`SELECT name, id FROM ${WRITES}`).raw();
  const version = db.prepare('PRAGMA data_version').pluck();
  /** What was written, in order; and how much of it when a snapshot was taken. */
  let history: [name: string, id: string][] = [];
  const begins = new WeakMap<Everything, number>();
  let restored = 0;
  const drain = () => {
    const rows = written.all() as [string, string][];
    if (rows.length > 0) run(`DELETE FROM ${WRITES}`).run();
    history.push(...rows);
  };
  const differing = (before: Everything): { name: string; id: string; was?: string; is?: string }[] => {
    const from = begins.get(before);
    if (from === undefined) throw new Error('this was never looked at here');
    drain();
    const ids = new Map(history.slice(from).map(([name, id]) => [`${name}/${id}`, { name, id }]));
    return [...ids.values()].flatMap(({ name, id }) => {
      const was = before[name]?.[id];
      const found = run(`SELECT text FROM "${name}" WHERE id = ?`).get(id) as { text: string } | undefined;
      return found?.text === was ? [] : [{ name, id, was, is: found?.text }];
    });
  };
  return {
    version: () => Number(version.get()),
    all() {
      drain();
      const now = everything(db);
      begins.set(now, history.length);
      return now;
    },
    changedSince: (before) => differing(before).map(({ name, id }) => `${name}/${id}`),
    restore(before) {
      const changed = differing(before);
      db.exec('BEGIN IMMEDIATE');
      for (const { name, id, was, is } of changed) {
        // A revision that was never there before.
        const rev = `restored.${(restored += 1)}`;
        if (was === undefined) run(`DELETE FROM "${name}" WHERE id = ?`).run(id);
        else if (is === undefined)
          run(`INSERT INTO "${name}" (id, rev, text) VALUES (?, ?, ?)`).run(id, rev, was);
        else run(`UPDATE "${name}" SET rev = ?, text = ? WHERE id = ?`).run(rev, was, id);
      }
      db.exec(`DELETE FROM ${WRITES}`);
      db.exec('COMMIT');
      history = history.slice(0, begins.get(before));
    },
    close: () => db.close(),
  };
}

const WRITES = 'trial_writes';
const open = (dataDir: string) => new Database(join(dataDir, 'database.sqlite'), { timeout: 5000 });

/** The product's tables, and those of the played WeChat. */
const tablesOf = (db: Database.Database): string[] =>
  db
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%text TEXT NOT NULL%'`)
    .pluck()
    .all()
    .map(String);

const everything = (db: Database.Database): Everything =>
  Object.fromEntries(
    tablesOf(db).map((name) => [
      name,
      Object.fromEntries(db.prepare(`SELECT id, text FROM "${name}"`).raw().all() as [string, string][]),
    ]),
  );
