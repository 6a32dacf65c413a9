import { Query, Aggregator, updateOne } from 'mingo';
import { Refused } from './refused';

export interface Doc {
  _id: string;
  [field: string]: unknown;
}
interface Index {
  name: string;
  keys: [string, number][];
  unique: boolean;
  /** how often it has still to be looked at before it shows */
  building: number;
}
interface Table {
  acl: string;
  indexes: Index[];
  docs: Doc[];
}
interface MgoIndex {
  IndexName: string;
  MgoKeySchema: { MgoIndexKeys: { Name: string; Direction: string }[]; MgoIsUnique: boolean };
}

const hasBeenUsed = (name: string) => new Refused('ResourceInUse.Table', `Table ${name} already exist.`);

/** The document database of one environment: collections, indexes, permissions, and the commands of MongoDB that are sent. */
export class Tables {
  all = new Map<string, Table>();
  /** looks that a new index takes to show */
  buildFor = 0;

  get(name: string): Table {
    const table = this.all.get(name);
    if (!table) throw new Refused('ResourceNotFound.Table', `Table ${name} not exist.`);
    return table;
  }

  answer(action: string, body: object): object | undefined {
    const { TableName, CollectionName, AclTag } = body as Record<string, string>;
    switch (action) {
      case 'ListTables': {
        const { MgoLimit = 100, MgoOffset = 0 } = body as Record<string, number>;
        const rows = [...this.all].map(([name, { docs, indexes }]) => ({
          TableName: name,
          Count: docs.length,
          Size: 0,
          IndexCount: indexes.length + 1,
          IndexSize: 0,
        }));
        const Tables = rows.slice(MgoOffset, MgoOffset + MgoLimit);
        return {
          Tables: rows.length === 0 ? null : Tables,
          Pager: { Offset: MgoOffset, Limit: MgoLimit, Total: rows.length },
        };
      }
      case 'CreateTable':
        if (this.all.has(TableName ?? '')) throw hasBeenUsed(TableName ?? '');
        this.all.set(TableName ?? '', { acl: 'PRIVATE', indexes: [], docs: [] });
        return {};
      case 'DeleteTable':
        this.get(TableName ?? '');
        this.all.delete(TableName ?? '');
        return {};
      case 'DescribeTable':
        return this.#describe(this.get(TableName ?? ''));
      case 'UpdateTable':
        return this.#update(TableName ?? '', body);
      case 'DescribeDatabaseACL':
        return { AclTag: this.get(CollectionName ?? '').acl };
      case 'ModifyDatabaseACL':
        this.get(CollectionName ?? '').acl = AclTag ?? '';
        return {};
      case 'RunCommands':
        return {
          Data: (body as { MgoCommands: Command[] }).MgoCommands.map((command) => this.#run(command)),
        };
      default:
        return undefined;
    }
  }

  #describe({ indexes }: Table): object {
    const shown = indexes.filter((index) => {
      index.building -= 1;
      return index.building < 0;
    });
    const rows = [{ name: '_id_', keys: [['_id', 1]] as [string, number][], unique: true }, ...shown];
    return {
      IndexNum: rows.length,
      Indexes: rows.map(({ name, keys, unique }) => ({
        Name: name,
        Size: 0,
        Unique: unique,
        Keys: keys.map(([Name, direction]) => ({ Name, Direction: String(direction) })),
        Accesses: { Ops: 0, Since: '' },
      })),
    };
  }

  #update(name: string, body: object): object {
    const { CreateIndexes = [], DropIndexes = [] } = body as {
      CreateIndexes?: MgoIndex[];
      DropIndexes?: { IndexName: string }[];
    };
    const table = this.get(name);
    for (const { IndexName, MgoKeySchema } of CreateIndexes) {
      const keys = MgoKeySchema.MgoIndexKeys.map((key): [string, number] => [
        key.Name,
        Number(key.Direction),
      ]);
      const index = { name: IndexName, keys, unique: MgoKeySchema.MgoIsUnique, building: this.buildFor };
      const same = table.indexes.find((one) => JSON.stringify(one.keys) === JSON.stringify(keys));
      if (same && same.name !== IndexName)
        throw new Refused('FailedOperation', `Index already exists with a different name: ${same.name}`);
      if (table.indexes.some((one) => one.name === IndexName))
        throw new Refused('ResourceInUse.Index', `index ${IndexName} already exists`);
      if (index.unique) this.#expectUnique(name, index, table.docs);
      table.indexes.push(index);
    }
    for (const { IndexName } of DropIndexes) {
      if (!table.indexes.some((one) => one.name === IndexName))
        throw new Refused('ResourceNotFound.Index', `index not found with name [${IndexName}]`);
      table.indexes = table.indexes.filter((one) => one.name !== IndexName);
    }
    return {};
  }

  #expectUnique(table: string, { name, keys }: Index, docs: readonly Doc[]): void {
    const seen = new Set<string>();
    for (const doc of docs) {
      const key = JSON.stringify(keys.map(([field]) => doc[field] ?? null));
      if (seen.has(key))
        throw new Refused(
          'FailedOperation',
          `E11000 duplicate key error collection: tnt-x.${table} index: ${name} dup key: { : "${key}" }`,
        );
      seen.add(key);
    }
  }

  #run({ TableName, CommandType, Command: text }: Command): string {
    const command = JSON.parse(text) as MgoCommand;
    const table = this.get(TableName);
    const rows = (docs: unknown[]) => JSON.stringify(docs.map((doc) => JSON.stringify(doc, numbers)));
    if (CommandType === 'QUERY' && command.find)
      return rows(
        new Query(command.filter ?? {})
          .find<Doc>(table.docs)
          .limit(command.limit ?? 100)
          .all(),
      );
    if (CommandType === 'QUERY' && command.aggregate)
      return rows(new Aggregator(command.pipeline ?? []).run(table.docs));
    if (CommandType === 'UPDATE' && command.update) {
      for (const { q, u, upsert } of command.updates ?? [])
        this.#change(TableName, table, q, u, upsert === true);
      return rows([{ n: 1, ok: 1 }]);
    }
    if (CommandType === 'DELETE' && command.delete) {
      const gone = new Set(
        (command.deletes ?? []).flatMap(({ q }) => new Query(q).find<Doc>(table.docs).all()),
      );
      table.docs = table.docs.filter((doc) => !gone.has(doc));
      return rows([{ n: gone.size, ok: 1 }]);
    }
    throw new Refused('InvalidParameter', `unknown command ${CommandType} ${text.slice(0, 40)}`);
  }

  #change(name: string, table: Table, q: Doc, u: Change, upsert: boolean): void {
    const found = new Query(q).find<Doc>(table.docs).limit(1).all()[0];
    if (found && !u.$set) return;
    if (found) {
      updateOne(table.docs, { _id: found._id }, u as never);
      return;
    }
    if (!upsert) return;
    if (table.docs.some((doc) => doc._id === q._id))
      throw new Refused(
        'FailedOperation',
        `E11000 duplicate key error collection: tnt-x.${name} index: _id_ dup key: { _id: "${q._id}" }`,
      );
    table.docs.push({ _id: q._id, ...u.$setOnInsert, ...u.$set });
  }
}

interface Command {
  TableName: string;
  CommandType: string;
  Command: string;
}
interface Change {
  $set?: object;
  $setOnInsert?: object;
}
interface MgoCommand {
  find?: string;
  filter?: object;
  limit?: number;
  aggregate?: string;
  pipeline?: Record<string, unknown>[];
  update?: string;
  updates?: { q: Doc; u: Change; upsert?: boolean }[];
  delete?: string;
  deletes?: { q: Doc }[];
}

/** Numbers travel as extended JSON, as seen in what others do with this interface (docs/decisions/0046-one-command.md). */
function numbers(this: unknown, _key: string, value: unknown): unknown {
  // And fields in an order of the server's own.
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return Object.fromEntries(Object.entries(value).sort(([one], [other]) => one.localeCompare(other)));
  if (typeof value !== 'number') return value;
  return Number.isInteger(value) && Math.abs(value) < 2 ** 31
    ? { $numberInt: String(value) }
    : Number.isInteger(value)
      ? { $numberLong: String(value) }
      : { $numberDouble: String(value) };
}
