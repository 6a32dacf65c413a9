import { migrations } from '../domain/migrations';
import { LATEST } from '../domain/migrations/latest';
import type { Migration } from '../domain/migrations/migration';
import { each } from '../kit/each';
import { type Collections, type Name, add, find, get, is, put, updateOne } from '../kit/store';

/** As many as one read gives. */
const PORTION = 100;
/** A run begins nothing new after this long: the platform ends it at 20 s, and the next goes on where it stopped. */
const RUN_MS = 12_000;
/** A document that people keep changing is asked so often; it stays for the run after. */
const TRIES = 4;

/**
 * Goes through the collections a hundred documents at a time and writes down how far it is after each: a run that is cut off is taken up by
 * the next. Run twice, it changes nothing: a document that has what it needs is left alone.
 */
export async function migrate(now: number): Promise<Record<string, number>> {
  const began = performance.now();
  const known = await get('runs', 'migrate');
  let { done, after } = { done: known?.done ?? 0, after: known?.after ?? '' };
  const counts = { looked: 0, changed: 0, left: 0 };
  while (done < LATEST && performance.now() - began < RUN_MS) {
    const migration = migrations[done] as unknown as Migration<Doc>;
    const docs = await find(
      migration.in as Name,
      { _id: is.gt(after) },
      { orderBy: [['_id', 'asc']], limit: PORTION },
    );
    await each(docs as unknown as Doc[], async (doc) => {
      if (await changeOne(migration, doc)) counts.changed += 1;
    });
    counts.looked += docs.length;
    const last = docs.at(-1);
    if (last && docs.length === PORTION) after = last._id;
    else {
      done += 1;
      after = '';
    }
    await put('runs', { _id: 'migrate', until: now, done, after });
  }
  if (done === LATEST) await tellBeat();
  return { ...counts, left: LATEST - done };
}

/** From now on the beat does not call. A beat that has no note yet gets one by which all is due. */
async function tellBeat(): Promise<void> {
  const isKnown = await updateOne('runs', { _id: 'beat' }, { migrated: LATEST });
  if (!isKnown) await add('runs', { _id: 'beat', until: 0, migrated: LATEST });
}

type Doc = Collections[Name] & Record<string, unknown>;

/** Whether the document was changed: only as it was looked at, and again where it was changed meanwhile. */
async function changeOne(migration: Migration<Doc>, doc: Doc): Promise<boolean> {
  const name = migration.in as Name;
  let seen: Doc | undefined = doc;
  for (let tries = 0; tries < TRIES && seen; tries += 1) {
    const change = migration.change(seen);
    if (!change) return false;
    const asSeen = Object.fromEntries(migration.reads.map((field) => [field, seen?.[field] ?? null]));
    if (await updateOne(name, { _id: doc._id, ...asSeen }, change as object)) return true;
    seen = (await get(name, doc._id)) as Doc | undefined;
  }
  if (seen) throw new Error(`${name}/${doc._id} is changed all the time`);
  return false;
}
