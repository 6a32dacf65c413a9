import { join } from 'node:path';
import Database from 'libsql';
import database from '../config/database.json';

/** A look at the whole database of a running cloud, past everything that it does. */
export interface StoreLook {
  /** a number that changes with every commit of anybody else */
  version(): number;
  /** table → id → document, as it is kept */
  all(): Record<string, Record<string, string>>;
  /** Puts everything back as it was. */
  restore(before: Record<string, Record<string, string>>): void;
  close(): void;
}

const names = database.collections.map(({ name }) => name);

/** Opens the database of a cloud's folder beside the cloud. */
export function lookInto(dataDir: string): StoreLook {
  const db = new Database(join(dataDir, 'database.sqlite'), { timeout: 5000 });
  let restored = 0;
  const all = () =>
    Object.fromEntries(
      names.map((name) => [
        name,
        Object.fromEntries(
          db
            .prepare(`SELECT id, text FROM "${name}"`)
            .raw()
            .all()
            .map((row) => {
              const [id, text] = row as [string, string];
              return [id, text];
            }),
        ),
      ]),
    );
  return {
    version: () => Number(db.prepare('PRAGMA data_version').pluck().get()),
    all,
    restore(before) {
      const now = all();
      db.exec('BEGIN IMMEDIATE');
      for (const name of names) {
        const [was = {}, is = {}] = [before[name], now[name]];
        for (const id of Object.keys(is))
          if (!Object.hasOwn(was, id)) db.prepare(`DELETE FROM "${name}" WHERE id = ?`).run(id);
        for (const [id, text] of Object.entries(was)) {
          if (is[id] === text) continue;
          restored += 1;
          // A revision that was never there before.
          db.prepare(
            `INSERT INTO "${name}" (id, rev, text) VALUES (?, ?, ?) ON CONFLICT(id) DO UPDATE SET rev = excluded.rev, text = excluded.text`,
          ).run(id, `restored.${restored}`, text);
        }
      }
      db.exec('COMMIT');
    },
    close: () => db.close(),
  };
}

/** What differs between two looks, as `collection/id`. */
export function changedBetween(
  before: Record<string, Record<string, string>>,
  after: Record<string, Record<string, string>>,
): string[] {
  return names.flatMap((name) => {
    const [was = {}, is = {}] = [before[name], after[name]];
    const ids = new Set([...Object.keys(was), ...Object.keys(is)]);
    return [...ids].flatMap((id) => (was[id] === is[id] ? [] : [`${name}/${id}`]));
  });
}
