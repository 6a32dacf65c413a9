import { openBench } from './probe';
import type { Bench, Kit } from './probe';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
beforeEach(() =>
  bench.run(async ({ db }) => {
    const { command } = db;
    for (const name of ['things', 'others'])
      await db
        .collection(name)
        .where({ _id: command.neq('') })
        .remove();
  }),
);
afterAll(() => bench.close());

/** Puts documents with ids a, b, c … into `things`. */
const put = (...docs: object[]) =>
  bench.run(
    async ({ db, args }) => {
      await db.collection('things').add({ data: args });
    },
    docs.map((doc, index) => ({ _id: String.fromCharCode(97 + index), ...doc })),
  );

/** The ids that a filter finds; the filter is a script, as `_` lives in the SDK. */
const idsOf = (filter: (kit: Kit<string>) => object) =>
  bench.run(async (kit) => {
    const where: object = new Function(`return (${kit.args})`)()(kit);
    const { data } = await kit.db.collection('things').where(where).get();
    return data.map((doc) => doc._id).join('');
  }, filter.toString());

/** What document `a` becomes. */
const updateOf = (before: object, data: (kit: Kit<string>) => object) =>
  bench.run(
    async (kit) => {
      const things = kit.db.collection('things');
      await things.doc('a').set({ data: { kept: true, ...kit.args.before } });
      const { stats } = await things
        .doc('a')
        .update({ data: new Function(`return (${kit.args.data})`)()({ ...kit, args: '' }) });
      const { _id, kept: _kept, ...after } = (await things.doc('a').get()).data ?? {};
      return { after, updated: stats.updated };
    },
    { before, data: data.toString() },
  );

describe('documents', () => {
  it('come back as they were put, dates and nested fields included', async () => {
    const found = await bench.run(async ({ db, Date }) => {
      const at = new Date(5);
      const doc = {
        n: 1.5,
        s: '您好',
        at,
        list: [1, { at }],
        unit: { street: 'x' },
        none: null,
        big: 2 ** 40,
        neg: -3,
      };
      const { _id } = await db.collection('things').add({ data: doc });
      const { data } = await db.collection('things').doc(_id).get();
      return { data, dates: [data?.at instanceof Date, typeof _id] };
    });
    expect(found.dates).toEqual([true, 'string']);
    expect(found.data).toEqual({
      _id: expect.stringMatching(/^[0-9a-f]{32}$/),
      n: 1.5,
      s: '您好',
      at: '1970-01-01T00:00:00.005Z',
      list: [1, { at: '1970-01-01T00:00:00.005Z' }],
      unit: { street: 'x' },
      none: null,
      big: 2 ** 40,
      neg: -3,
    });
  });

  it('take the server date from the local clock', async () => {
    bench.cloud.clock.set(Date.UTC(2026, 10, 21), true);
    const found = await bench.run(async ({ db }) => {
      const data = { now: db.serverDate(), later: db.serverDate({ offset: 1000 }) };
      const { _id } = await db.collection('things').add({ data });
      return { stored: (await db.collection('things').doc(_id).get()).data };
    });
    bench.cloud.clock.set(Date.now());
    expect(found.stored).toMatchObject({
      now: '2026-11-21T00:00:00.000Z',
      later: '2026-11-21T00:00:01.000Z',
    });
  });

  it('are null when they are missing, and an update of a missing one says 0', async () => {
    const outcome = await bench.run(async ({ db }) => {
      const doc = db.collection('things').doc('nobody');
      return { got: (await doc.get()).data, updated: (await doc.update({ data: { n: 1 } })).stats.updated };
    });
    expect(outcome).toEqual({ got: null, updated: 0 });
  });

  it('are created or replaced by set', async () => {
    const outcome = await bench.run(async ({ db }) => {
      const doc = db.collection('things').doc('a');
      const first = await doc.set({ data: { n: 1, s: 'x' } });
      const second = await doc.set({ data: { n: 2 } });
      return { first: first.stats, second: second.stats, data: (await doc.get()).data };
    });
    expect(outcome).toEqual({
      first: { updated: 0, created: 1 },
      second: { updated: 1, created: 0 },
      data: { _id: 'a', n: 2 },
    });
  });

  it('are added many at once, or none', async () => {
    const outcome = await bench.run(async ({ db }) => {
      const { _ids } = await db.collection('things').add({ data: [{ _id: 'a' }, { _id: 'b' }] });
      const again = await db
        .collection('things')
        .add({ data: [{ _id: 'c' }, { _id: 'a' }] })
        .catch((error) => error.errMsg);
      return { _ids, again, total: (await db.collection('things').count()).total };
    });
    expect(outcome).toEqual({
      _ids: ['a', 'b'],
      again: expect.stringMatching(/-502001.*E11000 duplicate key/),
      total: 2,
    });
  });

  it('are paged, sorted with missing first, and projected', async () => {
    await put({ n: 3, s: 'x' }, { n: 1, s: 'y' }, { s: 'z' }, { n: 2 });
    const found = await bench.run(async ({ db }) => {
      const sorted = db.collection('things').orderBy('n', 'asc');
      const all = (await sorted.get()).data;
      const page = (await sorted.skip(1).limit(2).field({ n: true, _id: false }).get()).data;
      const down = (await db.collection('things').orderBy('n', 'desc').limit(1).get()).data;
      return { all: all.map(({ _id }) => _id).join(''), page, down: down[0]?._id };
    });
    expect(found).toEqual({ all: 'cbda', page: [{ n: 1 }, { n: 2 }], down: 'a' });
  });

  it('come at most 100 at a time unless a limit says more, and never more than 1000', async () => {
    const sizes = await bench.run(async ({ db }) => {
      const things = db.collection('things');
      await things.add({ data: Array.from({ length: 1001 }, (_, n) => ({ n })) });
      const size = async (query: { get(): Promise<{ data: unknown[] }> }) => (await query.get()).data.length;
      return [
        await size(things),
        await size(things.limit(500)),
        await size(things.limit(5000)),
        (await things.count()).total,
      ];
    });
    expect(sizes).toEqual([100, 500, 1000, 1001]);
  });
});

describe('queries', () => {
  const docs = [
    { n: 1, s: 'apple', tags: ['x', 'y'], rows: [{ k: 1, v: 'p' }], unit: { street: 'east' }, ok: true },
    { n: 2, s: 'Berry', tags: ['y'], rows: [{ k: 2, v: 'q' }], unit: { street: 'west' }, at: new Date(1000) },
    { n: 3, tags: [], unit: { street: 'east' }, at: new Date(2000), ok: false },
    { s: null, m: { deep: { er: 7 } } },
  ];
  const filters: [string, (kit: Kit<string>) => object, string][] = [
    ['equality', () => ({ n: 2 }), 'b'],
    ['a dotted path', () => ({ 'unit.street': 'east' }), 'ac'],
    ['a nested object, flattened', () => ({ m: { deep: { er: 7 } } }), 'd'],
    ['an element of an array', () => ({ tags: 'y' }), 'ab'],
    ['null, which a missing field is, too', () => ({ s: null }), 'cd'],
    ['another type: nothing', () => ({ n: '2' }), ''],
    ['eq', ({ db }) => ({ n: db.command.eq(2) }), 'b'],
    ['neq', ({ db }) => ({ n: db.command.neq(2) }), 'acd'],
    ['gt', ({ db }) => ({ n: db.command.gt(1) }), 'bc'],
    ['gte and lt', ({ db }) => ({ n: db.command.and(db.command.gte(1), db.command.lt(3)) }), 'ab'],
    ['lte', ({ db }) => ({ n: db.command.lte(1) }), 'a'],
    ['in', ({ db }) => ({ n: db.command.in([1, 3, null]) }), 'acd'],
    ['nin', ({ db }) => ({ n: db.command.nin([1, 2]) }), 'cd'],
    ['or of fields', ({ db }) => db.command.or({ n: 1 }, { 'unit.street': 'west' }), 'ab'],
    ['nor', ({ db }) => db.command.nor({ n: 1 }, { s: null }), 'b'],
    ['not', ({ db }) => ({ n: db.command.not(db.command.gt(1)) }), 'ad'],
    ['exists', ({ db }) => ({ s: db.command.exists(true) }), 'abd'],
    ['exists false', ({ db }) => ({ n: db.command.exists(false) }), 'd'],
    ['a regular expression', ({ db }) => ({ s: db.RegExp({ regexp: '^b', options: 'i' }) }), 'b'],
    ['all', ({ db }) => ({ tags: db.command.all(['x', 'y']) }), 'a'],
    ['elemMatch', ({ db }) => ({ rows: db.command.elemMatch({ k: 2, v: 'q' }) }), 'b'],
    ['size', ({ db }) => ({ tags: db.command.size(0) }), 'c'],
    ['mod', ({ db }) => ({ n: db.command.mod(2, 1) }), 'ac'],
    ['dates', ({ db, Date }) => ({ at: db.command.gt(new Date(1000)) }), 'c'],
    ['booleans', () => ({ ok: false }), 'c'],
    ['_id', ({ db }) => ({ _id: db.command.in(['a', 'd']) }), 'ad'],
  ];
  it.each(filters)('find by %s', async (_name, filter, ids) => {
    await bench.run(
      async ({ db, args }) => {
        const data = args.map((doc) => ('at' in doc ? { ...doc, at: new Date(String(doc.at)) } : doc));
        await db.collection('things').add({ data });
      },
      docs.map((doc, index) => ({ _id: 'abcd'[index], ...doc })),
    );
    expect(await idsOf(filter)).toBe(ids);
  });

  it('count as they find', async () => {
    await put({ n: 1, tags: ['x'] }, { n: 2 }, { n: 3, tags: ['x'] });
    const totals = await bench.run(async ({ db }) => {
      const things = db.collection('things');
      const total = async (filter: object) => (await things.where(filter).count()).total;
      return [await total({ n: db.command.gt(1) }), await total({ tags: 'x' })];
    });
    expect(totals).toEqual([2, 2]);
  });
});

describe('updates', () => {
  const updates: [string, object, (kit: Kit<string>) => object, object][] = [
    ['set a field', { n: 1, s: 'x' }, () => ({ n: 2 }), { n: 2, s: 'x' }],
    ['set nested fields one by one', { m: { a: 1, b: 2 } }, () => ({ m: { b: 3 } }), { m: { a: 1, b: 3 } }],
    [
      'set an object whole with _.set',
      { m: { a: 1 } },
      ({ db }) => ({ m: db.command.set({ b: 3 }) }),
      { m: { b: 3 } },
    ],
    ['replace arrays', { l: [1, 2] }, () => ({ l: [3] }), { l: [3] }],
    ['inc', { n: 1 }, ({ db }) => ({ n: db.command.inc(2) }), { n: 3 }],
    ['inc a missing field', {}, ({ db }) => ({ n: db.command.inc(2) }), { n: 2 }],
    ['mul', { n: 3 }, ({ db }) => ({ n: db.command.mul(2) }), { n: 6 }],
    [
      'max and min',
      { n: 3, k: 3 },
      ({ db }) => ({ n: db.command.max(5), k: db.command.min(1) }),
      { n: 5, k: 1 },
    ],
    ['remove a field', { n: 1, s: 'x' }, ({ db }) => ({ s: db.command.remove() }), { n: 1 }],
    ['rename', { n: 1 }, ({ db }) => ({ n: db.command.rename('k') }), { k: 1 }],
    ['push', { l: [1] }, ({ db }) => ({ l: db.command.push(2, 3) }), { l: [1, 2, 3] }],
    ['push to nothing', {}, ({ db }) => ({ l: db.command.push(2) }), { l: [2] }],
    [
      'push sorted and sliced to nothing',
      {},
      ({ db }) => ({ l: db.command.push({ each: [3, 1, 2], sort: 1, slice: 2 }) }),
      { l: [1, 2] },
    ],
    ['unshift', { l: [1] }, ({ db }) => ({ l: db.command.unshift(0) }), { l: [0, 1] }],
    ['pop', { l: [1, 2] }, ({ db }) => ({ l: db.command.pop() }), { l: [1] }],
    ['shift', { l: [1, 2] }, ({ db }) => ({ l: db.command.shift() }), { l: [2] }],
    ['pull', { l: [1, 2, 3] }, ({ db }) => ({ l: db.command.pull(db.command.gte(2)) }), { l: [1] }],
    ['pullAll', { l: [1, 2, 3] }, ({ db }) => ({ l: db.command.pullAll([1, 3]) }), { l: [2] }],
    ['addToSet', { l: [1] }, ({ db }) => ({ l: db.command.addToSet({ $each: [1, 2, 2] }) }), { l: [1, 2] }],
    ['addToSet to nothing', {}, ({ db }) => ({ l: db.command.addToSet({ $each: [1, 1] }) }), { l: [1] }],
  ];
  it.each(updates)('%s', async (_name, before, data, after) => {
    expect(await updateOf(before, data)).toEqual({ after, updated: 1 });
  });

  it('that change nothing do not count', async () => {
    expect(await updateOf({ n: 1 }, () => ({ n: 1 }))).toEqual({ after: { n: 1 }, updated: 0 });
  });

  it('reach all matches, or one', async () => {
    await put({ s: 'x' }, { s: 'x' }, { s: 'y' });
    const outcome = await bench.run(async ({ db }) => {
      const x = db.collection('things').where({ s: 'x' });
      const one = await x.update({ data: { n: 1 }, multi: false });
      const all = await x.update({ data: { n: 2 } });
      const removed = await x.remove();
      return [
        one.stats.updated,
        all.stats.updated,
        removed.stats.removed,
        (await db.collection('things').count()).total,
      ];
    });
    expect(outcome).toEqual([1, 2, 2, 1]);
  });

  const wrong: [string, object, (kit: Kit<string>) => object, RegExp][] = [
    ['inc of a text', { t: 'x' }, ({ db }) => ({ t: db.command.inc(1) }), /-502001.*non-numeric/],
    ['push to a number', { k: 1 }, ({ db }) => ({ k: db.command.push(1) }), /-502001.*must be an array/],
    ['a field within a number', { k: 1 }, () => ({ 'k.deep': 1 }), /-502001.*Cannot create field/],
    ['another type in a declared field', { n: 1 }, () => ({ n: 'one' }), /-502001.*declared as number/],
    ['an array on the way to a declared field', {}, () => ({ unit: [{ street: 'x' }] }), /-502001.*no array/],
    ['a document over 5 MB', {}, () => ({ s: 'x'.repeat(5 * 1024 * 1024) }), /-502001.*maximum size/],
    ['_id', {}, () => ({ _id: 'b' }), /-501007/],
    ['nothing', {}, () => ({}), /must not be empty/],
  ];
  it.each(wrong)('are refused: %s', async (_name, before, data, message) => {
    await expect(updateOf(before, data)).rejects.toMatchObject({ errMsg: expect.stringMatching(message) });
  });
});

describe('a unique index', () => {
  it('refuses a second key, by add, update and set', async () => {
    const refusals = await bench.run(async ({ db }) => {
      const others = db.collection('others');
      await others.add({
        data: [
          { _id: 'a', code: 'x' },
          { _id: 'b', code: 'y' },
        ],
      });
      const message = (error: { errMsg: string }) => error.errMsg;
      return [
        await others.add({ data: { code: 'x' } }).catch(message),
        await others
          .doc('b')
          .update({ data: { code: 'x' } })
          .catch(message),
        await others
          .doc('c')
          .set({ data: { code: 'x' } })
          .catch(message),
      ];
    });
    for (const refusal of refusals)
      expect(refusal).toMatch(/-502001.*E11000 duplicate key error collection: others index: code_1/);
  });

  it('takes a missing key for null, and admits one', async () => {
    const outcome = await bench.run(async ({ db }) => {
      const others = db.collection('others');
      await others.add({ data: {} });
      return others.add({ data: { code: null } }).catch((error) => error.errMsg);
    });
    expect(outcome).toMatch(/E11000/);
  });

  it('lets one of sixteen win, each time', async () => {
    for (let round = 0; round < 5; round++) {
      const results = await Promise.all(
        Array.from({ length: 16 }, () =>
          bench.run(async ({ db, args }) => {
            const added = await db
              .collection('others')
              .add({ data: { code: args } })
              .catch(() => undefined);
            return added ? 1 : 0;
          }, `code-${round}`),
        ),
      );
      expect(results.filter(Boolean)).toHaveLength(1);
    }
  });
});

it('lets one of sixteen claim a document, each time', async () => {
  for (let round = 0; round < 5; round++) {
    const id = `case-${round}`;
    await bench.run(
      async ({ db, args }) => db.collection('things').add({ data: { _id: args, s: 'open', n: 0 } }),
      id,
    );
    const results = await Promise.all(
      Array.from({ length: 16 }, (_, index) =>
        bench.run(
          async ({ db, args }) => {
            const open = db.collection('things').where({ _id: args.id, s: 'open', n: 0 });
            return (await open.update({ data: { s: 'taken', n: db.command.inc(1), by: args.index } })).stats
              .updated;
          },
          { id, index },
        ),
      ),
    );
    expect(results.reduce((sum, updated) => sum + updated)).toBe(1);
    const kept = await bench.run(
      async ({ db, args }) => (await db.collection('things').doc(args).get()).data,
      id,
    );
    expect(kept).toMatchObject({ n: 1, by: results.indexOf(1) });
  }
});

describe('an aggregation', () => {
  beforeEach(() => put({ s: 'x', n: 1 }, { s: 'y', n: 2 }, { s: 'x', n: 3 }));

  it('matches, groups and sorts', async () => {
    const list = await bench.run(async ({ db }) => {
      const groups = db
        .collection('things')
        .aggregate()
        .match({ n: db.command.gt(0) });
      const sums = groups
        .group({ _id: '$s', total: { $sum: '$n' } })
        .sort({ _id: 1 })
        .limit(10);
      return (await sums.end()).list;
    });
    expect(list).toEqual([
      { _id: 'x', total: 4 },
      { _id: 'y', total: 2 },
    ]);
  });

  it('looks into another collection', async () => {
    const list = await bench.run(async ({ db }) => {
      await db.collection('others').add({ data: { _id: 'o', code: 'x' } });
      const join = { from: 'others', localField: 's', foreignField: 'code', as: 'found' };
      return (await db.collection('things').aggregate().match({ _id: 'a' }).lookup(join).limit(1).end()).list;
    });
    expect(list).toEqual([{ _id: 'a', s: 'x', n: 1, found: [{ _id: 'o', code: 'x' }] }]);
  });

  it('is refused with an operator that nobody plays, and with too many results and no limit', async () => {
    const refusals = await bench.run(async ({ db }) => {
      const message = (error: { message: string }) => error.message;
      const things = db.collection('things');
      await things.add({ data: Array.from({ length: 101 }, () => ({})) });
      return [
        await things
          .aggregate()
          .project({ x: { $indexOfCP: ['$s', 'x'] } })
          .limit(1)
          .end()
          .catch(message),
        await things
          .aggregate()
          .project({ x: { $function: { body: '1', args: [], lang: 'js' } } })
          .limit(1)
          .end()
          .catch(message),
        await things.aggregate().match({ n: null }).end().catch(message),
      ];
    });
    expect(refusals).toEqual([
      expect.stringContaining('$indexOfCP'),
      expect.stringContaining('$function'),
      expect.stringContaining('without $limit'),
    ]);
  });
});

describe('production’s refusals', () => {
  it('say that a collection does not exist', async () => {
    const script = ({ db }: Kit<undefined>) => db.collection('nowhere').get();
    await expect(bench.run(script)).rejects.toMatchObject({
      errCode: -502005,
      errMsg: expect.stringContaining('not exist: nowhere'),
    });
  });

  it('name an operator that is not there: $where, geo', async () => {
    const where = ({ db }: Kit<undefined>) => db.collection('things').where({ $where: 'true' }).get();
    await expect(bench.run(where)).rejects.toMatchObject({ errCode: -502002 });
    const geo = ({ db }: Kit<undefined>) =>
      db
        .collection('things')
        .where({ spot: { $geoWithin: { $box: [] } } })
        .get();
    await expect(bench.run(geo)).rejects.toMatchObject({
      errCode: -502002,
      errMsg: expect.stringContaining('$geoWithin'),
    });
  });

  it('fail the next calls when a fault is set', async () => {
    await bench.post('/_local/faults', {
      api: 'database.getDocument',
      errcode: 'DATABASE_REQUEST_FAILED',
      times: 1,
    });
    const script = async ({ db }: Kit<undefined>) => (await db.collection('things').get()).data.length;
    await expect(bench.run(script)).rejects.toMatchObject({ errCode: -502001 });
    await expect(bench.run(script)).resolves.toBe(0);
  });
});
