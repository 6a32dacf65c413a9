import type { Cloud } from './cloud';
import { Fault } from './faults';
import { COLLECTION_ACL, type IndexSpec, STORAGE_ACL } from './manifest';

/** Collections, indexes, permissions and documents, as the cloud's interface has them. */

const PAGE = 100;

export async function listTables(cloud: Cloud): Promise<{ name: string; count: number }[]> {
  const tables: { name: string; count: number }[] = [];
  for (;;) {
    const page = await cloud.read('ListTables', (app) =>
      app.database.listCollections({ MgoLimit: PAGE, MgoOffset: tables.length }),
    );
    tables.push(...page.Collections.map(({ CollectionName: name, Count: count }) => ({ name, count })));
    if (page.Collections.length < PAGE) return tables;
  }
}

/** The indexes of a collection, without the one on `_id` that each has. */
export async function indexesOf(cloud: Cloud, collection: string): Promise<IndexSpec[]> {
  const { Indexes = [] } = await cloud.read('DescribeTable', (app) =>
    app.database.describeCollection(collection),
  );
  return Indexes.filter(({ Name }) => Name !== '_id_').map(({ Name, Keys, Unique }) => ({
    name: Name,
    keys: Keys.map((key): [string, number] => [key.Name ?? '', Number(key.Direction)]),
    unique: Unique,
  }));
}

/** What is there already is as good as made: the answer to the call that made it was lost. */
function unlessThere(error: unknown): void {
  if (!(error instanceof Fault && error.isThere)) throw error;
}

export async function createTable(cloud: Cloud, collection: string): Promise<void> {
  await cloud.write('CreateTable', (app) => app.database.createCollection(collection)).catch(unlessThere);
}

export async function dropTable(cloud: Cloud, collection: string): Promise<void> {
  await cloud.write('DeleteTable', (app) => app.database.deleteCollection(collection));
}

export async function createIndex(cloud: Cloud, collection: string, index: IndexSpec): Promise<void> {
  const keys = index.keys.map(([Name, direction]) => ({ Name, Direction: String(direction) }));
  const MgoKeySchema = { MgoIndexKeys: keys, MgoIsUnique: index.unique };
  const CreateIndexes = [{ IndexName: index.name, MgoKeySchema }];
  await cloud
    .write('UpdateTable', (app) => app.database.updateCollection(collection, { CreateIndexes }))
    .catch(unlessThere);
}

export async function dropIndex(cloud: Cloud, collection: string, name: string): Promise<void> {
  await cloud.write('UpdateTable', (app) =>
    app.database.updateCollection(collection, { DropIndexes: [{ IndexName: name }] }),
  );
}

export async function aclOf(cloud: Cloud, CollectionName: string): Promise<string> {
  const Param = { EnvId: cloud.keys.env, CollectionName };
  const answer = await cloud.read('DescribeDatabaseACL', (app) =>
    app.commonService('tcb', '2018-06-08').call({ Action: 'DescribeDatabaseACL', Param }),
  );
  return (answer as { AclTag: string }).AclTag;
}

export async function closeTable(cloud: Cloud, CollectionName: string): Promise<void> {
  const Param = { EnvId: cloud.keys.env, CollectionName, AclTag: COLLECTION_ACL };
  await cloud.write('ModifyDatabaseACL', (app) =>
    app.commonService('tcb', '2018-06-08').call({ Action: 'ModifyDatabaseACL', Param }),
  );
}

export async function storageAclOf(cloud: Cloud): Promise<string> {
  return String(await cloud.read('DescribeStorageSafeRule', (app) => app.storage.getStorageAcl()));
}

export async function closeStorage(cloud: Cloud): Promise<void> {
  await cloud.write('ModifyStorageSafeRule', (app) => app.storage.setStorageAcl(STORAGE_ACL));
}

type Command = { find: string } | { aggregate: string } | { update: string } | { delete: string };

/** Runs one command of MongoDB. The rows of its answer come as texts inside a text, or as MongoDB's own cursor. */
async function run<T>(
  cloud: Cloud,
  kind: 'QUERY' | 'UPDATE' | 'DELETE',
  table: string,
  command: Command,
): Promise<T[]> {
  const call = { TableName: table, CommandType: kind, Command: JSON.stringify(command) };
  const ask = kind === 'QUERY' ? cloud.read.bind(cloud) : cloud.write.bind(cloud);
  const { Data } = await ask('RunCommands', (app) => app.database.runCommands({ MgoCommands: [call] }));
  const told = JSON.parse(Data?.[0] ?? '[]') as unknown[] | { cursor?: { firstBatch: unknown[] } };
  const rows = Array.isArray(told) ? told : (told.cursor?.firstBatch ?? [told]);
  return rows.map((row: unknown) => plain(typeof row === 'string' ? JSON.parse(row) : row) as T);
}

/** Numbers may come as `{ $numberInt: "1" }`. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [[key, inner] = ['', '']] = entries;
  if (entries.length === 1 && /^\$number(Int|Long|Double)$/.test(key)) return Number(inner);
  return Object.fromEntries(entries.map(([name, part]) => [name, plain(part)]));
}

export async function findDocs<T>(cloud: Cloud, table: string, filter: object, limit = PAGE): Promise<T[]> {
  return run<T>(cloud, 'QUERY', table, { find: table, filter, limit } as Command);
}

export async function countDocs(cloud: Cloud, table: string, filter: object): Promise<number> {
  const pipeline = [{ $match: filter }, { $group: { _id: null, count: { $sum: 1 } } }];
  const [counted] = await run<{ count: number }>(cloud, 'QUERY', table, {
    aggregate: table,
    pipeline,
    cursor: {},
  } as Command);
  return counted?.count ?? 0;
}

/** Documents that share the keys of an index, without their contents: the ids of the first group, and how many groups there are. */
export async function sharedIds(
  cloud: Cloud,
  table: string,
  fields: readonly string[],
): Promise<{ ids: string[]; groups: number }> {
  const _id = Object.fromEntries(fields.map((field, at) => [`k${at}`, `$${field}`]));
  const pipeline = [
    { $group: { _id, ids: { $push: '$_id' }, count: { $sum: 1 } } },
    { $match: { count: { $gt: 1 } } },
    { $project: { _id: 0, ids: { $slice: ['$ids', 3] } } },
    { $limit: PAGE },
  ];
  const groups = await run<{ ids: unknown[] }>(cloud, 'QUERY', table, {
    aggregate: table,
    pipeline,
    cursor: {},
  } as Command);
  return { ids: (groups[0]?.ids ?? []).map(String), groups: groups.length };
}

/** Changes the first document that fits, or makes it. A key that is taken is refused as a duplicate. */
export async function upsertDoc(cloud: Cloud, table: string, q: object, u: object): Promise<void> {
  await run(cloud, 'UPDATE', table, {
    update: table,
    updates: [{ q, u, upsert: true, multi: false }],
  } as Command);
}

export interface Doc {
  _id: string;
  [field: string]: unknown;
}

/** Adds those that are not there yet; what is there stays as it is. */
export async function insertDocs(cloud: Cloud, table: string, docs: readonly Doc[]): Promise<void> {
  const updates = docs.map(({ _id, ...doc }) => ({
    q: { _id },
    u: { $setOnInsert: doc },
    upsert: true,
    multi: false,
  }));
  await run(cloud, 'UPDATE', table, { update: table, updates } as Command);
}

export async function removeDocs(cloud: Cloud, table: string, q: object): Promise<void> {
  await run(cloud, 'DELETE', table, { delete: table, deletes: [{ q, limit: 0 }] } as Command);
}
