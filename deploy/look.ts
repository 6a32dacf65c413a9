import type { Cloud } from './cloud';
import { type FunctionThere, functionOf, listFunctions } from './functions';
import type { IndexSpec } from './manifest';
import { RECORDS, type Records, noRecords, readRecords } from './records';
import { aclOf, indexesOf, listTables, storageAclOf } from './tables';

/** What an environment holds now. */
export interface There {
  collections: CollectionThere[];
  functions: Standing[];
  storageAcl: string;
  records: Records;
}

/** A function with the code of ours in it, or without where another tool has put one there. */
export type Standing = FunctionThere & { code?: string };

export interface CollectionThere {
  name: string;
  count: number;
  acl: string;
  indexes: IndexSpec[];
}

/** At once: Tencent Cloud takes twenty calls a second of a kind. */
const AT_ONCE = 4;

/** Reads it all. Changes nothing. */
export async function look(cloud: Cloud): Promise<There> {
  const tables = await listTables(cloud);
  const collections = await each(tables, async ({ name, count }) => ({
    name,
    count,
    acl: await aclOf(cloud, name),
    indexes: await indexesOf(cloud, name),
  }));
  const records = tables.some(({ name }) => name === RECORDS) ? await readRecords(cloud) : noRecords();
  const names = await listFunctions(cloud);
  const functions = await each(names, async (name) => {
    const found = await functionOf(cloud, name);
    const ours = records.uploaded.get(name);
    return { ...found, code: ours && ours.cloudCode === found.cloudCode ? ours.code : undefined };
  });
  return { collections, functions, storageAcl: await storageAclOf(cloud), records };
}

async function each<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE)
    results.push(...(await Promise.all(items.slice(from, from + AT_ONCE).map(work))));
  return results;
}
