import { join } from 'node:path';
import Database from 'libsql';
import * as v from 'valibot';
import database from '../config/database.json';
import type { OrgDoc } from '../cloudfunctions/domain/documents';
import { demoDocuments } from '../demo/documents';
import { collectionSpec } from '../localcloud/database/store';
import { openSqlite } from '../localcloud/database/store.sqlite';
import { instantOf } from '../contract/time';
import { FIRST, MEASURED } from './past-city';

const HOUR = 3_600_000;
/** How long the past is that the cases lie in: the last of them is over a day before anything is measured, and nobody looks at it again. */
const PAST = instantOf(MEASURED) - instantOf(FIRST) - 26 * HOUR;

/**
 * Fills a folder with the demo's people and `total` cases of two years that are over and sealed, each of another resident. They are made by the
 * database itself, and its indexes when all are there: a million takes a minute where writing one after the other takes ten.
 */
export async function fillSealedCity(dataDir: string, total: number): Promise<void> {
  const { collections } = v.parse(v.object({ collections: v.array(collectionSpec) }), database);
  const file = join(dataDir, 'database.sqlite');
  const bare = collections.map((one) => ({ ...one, indexes: [] }));
  const store = openSqlite(file, bare);
  const demo = demoDocuments();
  for (const [name, docs] of Object.entries(demo)) {
    const collection = bare.find((one) => one.name === name);
    if (!collection) throw new Error(name);
    await store.commit(
      docs.map((doc) => ({ collection, id: doc._id, rev: null, text: JSON.stringify(doc) })),
    );
  }
  await store.close();
  const units = (demo.orgs as unknown as OrgDoc[])
    .filter(({ tier }) => tier === 'grid')
    .map(({ unit }) => unit);
  const db = new Database(file);
  db.exec('PRAGMA synchronous = OFF');
  const numbers = `WITH RECURSIVE numbers(i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM numbers WHERE i + 1 < ${total})`;
  const at = `(${instantOf(FIRST)} + CAST(i * ${PAST / total} AS INTEGER))`;
  const insert = (name: string, id: string, fields: string) =>
    db.exec(
      `${numbers} INSERT INTO "${name}" (id, rev, text) SELECT ${id}, 'filled', ${fields} FROM numbers`,
    );
  const unit = `json_extract('${JSON.stringify(units)}', '$[' || (i % ${units.length}) || ']')`;
  // What is asked by alone: nobody reads one of them.
  const constant = '"rev":5,"state":"completed","category":"残疾人服务","redAt":8e15';
  insert(
    'cases',
    "'sealed-' || i",
    `'{"_id":"sealed-' || i || '","no":"s' || i || '","requestId":"sealed-' || i || '","residentId":"r-' || i || '",${constant},"unit":' || ${unit} ||
      ',"submittedAt":' || ${at} || ',"dueAt":' || (${at} + ${HOUR}) || ',"completedAt":' || (${at} + ${HOUR}) ||
      ',"endedAt":' || (${at} + ${HOUR}) || ',"touchedAt":' || (${at} + ${HOUR}) || '}'`,
  );
  insert(
    'seals',
    "'case:sealed-' || i",
    `'{"_id":"case:sealed-' || i || '","secret":"' || lower(hex(randomblob(32))) || '","gen":0,"sealed":7,"places":[{"seq":0,"count":7,"orgId":"cm-xinmin","n":' || i || ',"day":"${FIRST}"}]}'`,
  );
  db.close();
  // The indexes of all that is there, and how far the roll-up has come.
  const whole = openSqlite(file, collections);
  const marks = collections.find(({ name }) => name === 'marks');
  const mark = { _id: 'rollup', at: instantOf(MEASURED), id: '' };
  if (marks) await whole.commit([{ collection: marks, id: mark._id, rev: null, text: JSON.stringify(mark) }]);
  await whole.close();
}
