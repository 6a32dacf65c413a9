import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { find } from 'mingo';
import { count, read } from '../../localcloud/database/database';
import { aggregate, lookedAt } from '../../localcloud/database/mongo';
import { encode } from '../../localcloud/database/ejson';
import type { Doc, Stored } from '../../localcloud/database/ejson';
import { openSqlite } from '../../localcloud/database/store.sqlite';
import { collectionSpec } from '../../localcloud/database/store';
import type { Store } from '../../localcloud/database/store';
import * as v from 'valibot';
import { collections } from './probe';

const things = v.parse(collectionSpec, collections[0]);

let dir: string;
let store: Store;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'linli-data-'));
  store = openSqlite(join(dir, 'database.sqlite'), [things]);
});
afterAll(async () => {
  await store.close();
  rmSync(dir, { recursive: true });
});

// Few values, so that documents meet each other and the filters.
const values = {
  n: fc.constantFrom(null, -1, 0, 0.5, 1, 2, 2 ** 40),
  s: fc.constantFrom(null, '', 'a', 'b', 'B', '中', '"', 'a b'),
  at: fc.constantFrom(null, new Date(-5), new Date(0), new Date(1_700_000_000_000)),
  ok: fc.constantFrom(null, true, false),
  'unit.street': fc.constantFrom(null, 'east', 'west'),
  tags: fc.constantFrom(null, 'a', 1, ['a', 1], []),
  _id: fc.constantFrom('d0', 'd1', 'd7', 'none'),
};
const field = fc.constantFrom<Field[]>('n', 's', 'at', 'ok', 'unit.street', 'tags', '_id');
type Field = keyof typeof values;
const valueOf = (name: Field): fc.Arbitrary<unknown> => values[name];
/** Mostly of the field's own type, sometimes of another's. */
const operand = (name: Field) =>
  fc.oneof(
    { weight: 6, arbitrary: valueOf(name) },
    { weight: 1, arbitrary: field.chain(valueOf).filter((value) => !Array.isArray(value)) },
  );

const test: fc.Arbitrary<Doc> = field.chain((name) =>
  fc
    .oneof(
      operand(name),
      fc
        .tuple(fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte'), operand(name))
        .map(([operator, value]) => ({ [operator]: value })),
      fc
        .tuple(fc.constantFrom('$in', '$nin'), fc.array(operand(name), { maxLength: 3 }))
        .map(([operator, list]) => ({ [operator]: list })),
      fc.tuple(operand(name), operand(name)).map(([low, high]) => ({ $gte: low, $lt: high })),
      fc.boolean().map((there) => ({ $exists: there })),
      operand(name).map((value) => ({ $not: { $eq: value } })),
    )
    .map((condition) => ({ [name]: condition })),
);
const { filter } = fc.letrec<{ filter: Doc }>((tie) => ({
  filter: fc.oneof(
    {
      weight: 4,
      arbitrary: fc.array(test, { maxLength: 2 }).map((tests): Doc => Object.assign({}, ...tests)),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          fc.constantFrom('$and', '$or', '$nor'),
          fc.array(tie('filter'), { minLength: 1, maxLength: 3 }),
        )
        .map(([operator, parts]) => ({ [operator]: parts })),
    },
  ),
}));

const doc = fc
  .record(
    {
      n: values.n,
      s: values.s,
      at: values.at,
      ok: values.ok,
      tags: values.tags,
      street: values['unit.street'],
    },
    { requiredKeys: [] },
  )
  .map(({ street, ...rest }): Doc => (street === undefined ? rest : { ...rest, unit: { street } }));
const docs = fc
  .array(doc, { maxLength: 12 })
  .map((list) => list.map((each, index): Stored => ({ ...each, _id: `d${index}` })));
const sort = fc
  .uniqueArray(fc.constantFrom('n', 's', 'at', 'ok', 'unit.street', '_id', 'other'), { maxLength: 2 })
  .chain((names) =>
    fc.tuple(
      ...names.map((name) => fc.constantFrom<1 | -1>(1, -1).map((way): [string, 1 | -1] => [name, way])),
    ),
  )
  .map((entries): Record<string, 1 | -1> => Object.fromEntries(entries));

async function fill(list: Stored[]): Promise<void> {
  const gone: { id: string; rev: string }[] = [];
  await store.scan(things, { where: { all: [] } }, (row) => {
    gone.push(row);
  });
  await store.commit([
    ...gone.map(({ id, rev }) => ({ collection: things, id, rev, text: null })),
    ...list.map((each) => ({ collection: things, id: each._id, rev: null, text: encode(each) })),
  ]);
}

it('answers every query as mingo does over all documents', async () => {
  const query = fc.record({ filter, sort, skip: fc.nat(3), limit: fc.nat(6) });
  await fc.assert(
    fc.asyncProperty(docs, fc.array(query, { minLength: 10, maxLength: 10 }), async (list, queries) => {
      await fill(list);
      for (const { filter, sort, skip, limit } of queries) {
        const found = find<Stored>(list, filter).all();
        const ordered = find<Stored>(list, filter);
        if (Object.keys(sort).length > 0) ordered.sort(sort);
        expect(await read(store, things, { filter, sort, skip, limit })).toEqual(
          ordered.all().slice(skip, skip + limit),
        );
        expect(await count(store, things, filter)).toBe(found.length);
      }
    }),
    { seed: 20261121, numRuns: 300 },
  );
});

it('groups documents that came with the named fields alone as whole ones', async () => {
  const path = fc.constantFrom(
    'n',
    's',
    'at',
    'ok',
    'unit',
    'unit.street',
    'tags',
    'tags.0',
    '_id',
    'none.deep',
  );
  const named = fc.oneof({ weight: 9, arbitrary: path.map((each) => `$${each}`) }, fc.constant('$$ROOT'));
  const group = fc.record({
    _id: fc.oneof(fc.constant(null), named, fc.record({ a: named, b: named })),
    count: fc.constant({ $sum: 1 }),
    all: fc.record({ $push: named }),
    some: fc.tuple(named, named).map((pair) => ({ $sum: { $cond: [{ $eq: pair }, 1, 0] } })),
  });
  await fc.assert(
    fc.asyncProperty(docs, fc.array(fc.record({ filter, group }), { maxLength: 10 }), async (list, asked) => {
      await fill(list);
      for (const { filter, group } of asked) {
        const stages = [{ $group: group }];
        const grouped = (from: Doc[]) => aggregate(from, stages, () => []);
        const light = await read(store, things, { filter, only: lookedAt(stages) });
        expect(grouped(light)).toEqual(grouped(await read(store, things, { filter })));
      }
    }),
    { seed: 20261201, numRuns: 300 },
  );
});

it('reads no more of a document than a group names', async () => {
  await fill([{ _id: 'd0', n: 1, s: 'long', unit: { street: 'east', other: 'long' }, tags: ['a'] }]);
  const only = lookedAt([{ $group: { _id: '$unit.street', sum: { $sum: '$n' } } }, { $match: { s: 1 } }]);
  expect(await read(store, things, { filter: {}, only })).toEqual([
    { _id: 'd0', n: 1, unit: { street: 'east' } },
  ]);
  expect(lookedAt([{ $match: {} }])).toBeUndefined();
  expect(lookedAt([{ $group: { _id: null, all: { $push: '$$ROOT' } } }])).toBeUndefined();
});
