import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DocLocks } from '../../localcloud/database/locks';
import { openSqlite } from '../../localcloud/database/store.sqlite';
import { Transactions } from '../../localcloud/database/transaction';
import { openBench } from './probe';
import type { Bench } from './probe';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
beforeEach(() =>
  bench.run(async ({ db }) => {
    await db
      .collection('things')
      .where({ _id: db.command.neq('') })
      .remove();
    await db
      .collection('others')
      .where({ _id: db.command.neq('') })
      .remove();
    await db.collection('things').add({
      data: [
        { _id: 'a', n: 1 },
        { _id: 'b', n: 1 },
      ],
    });
  }),
);
afterAll(() => bench.close());

const conflict = {
  code: 'DATABASE_TRANSACTION_CONFLICT',
  errMsg: expect.stringContaining('TransactionConflict'),
};

it('shows its own writes inside, and outside only after the commit', async () => {
  const seen = await bench.run(async ({ db }) => {
    const outside = async () => (await db.collection('things').doc('a').get()).data?.n;
    const transaction = await db.startTransaction();
    const things = transaction.collection('things');
    await things.doc('a').update({ data: { n: 2 } });
    await things.add({ data: { _id: 'c', n: 3 } });
    await things.doc('b').remove();
    const inside = (await things.where({ n: db.command.gt(0) }).get()).data.map(({ _id, n }) => `${_id}${n}`);
    const before = await outside();
    await transaction.commit();
    const after = (await db.collection('things').get()).data.map(({ _id, n }) => `${_id}${n}`);
    return { inside, before, after };
  });
  expect(seen).toEqual({ inside: ['a2', 'c3'], before: 1, after: ['a2', 'c3'] });
});

it('keeps what it has read, whatever is written outside', async () => {
  const seen = await bench.run(async ({ db }) => {
    const transaction = await db.startTransaction();
    const read = async () => (await transaction.collection('things').doc('a').get()).data?.n;
    const first = await read();
    await db
      .collection('things')
      .doc('a')
      .update({ data: { n: 9 } });
    const second = await read();
    await transaction.rollback();
    return [first, second];
  });
  expect(seen).toEqual([1, 1]);
});

it('leaves nothing when it is rolled back', async () => {
  const left = await bench.run(async ({ db }) => {
    const reason = await db
      .runTransaction(async (transaction) => {
        await transaction
          .collection('things')
          .doc('a')
          .update({ data: { n: 2 } });
        await transaction.collection('things').add({ data: { _id: 'c' } });
        await transaction.rollback('changed my mind');
      })
      .catch((error) => error);
    return { reason, docs: (await db.collection('things').get()).data };
  });
  expect(left).toEqual({
    reason: 'changed my mind',
    docs: [
      { _id: 'a', n: 1 },
      { _id: 'b', n: 1 },
    ],
  });
});

it('is told of a conflict at the commit, and runTransaction tries again', async () => {
  const outcome = await bench.run(async ({ db }) => {
    let tries = 0;
    await db.runTransaction(async (transaction) => {
      tries += 1;
      const a = transaction.collection('things').doc('a');
      const n = Number((await a.get()).data?.n);
      if (tries === 1)
        await db
          .collection('things')
          .doc('a')
          .update({ data: { n: 10 } });
      await a.update({ data: { n: n + 1 } });
    });
    return { tries, n: (await db.collection('things').doc('a').get()).data?.n };
  });
  expect(outcome).toEqual({ tries: 2, n: 11 });
});

it('can be made to conflict at its commit, which ends it', async () => {
  await bench.post('/_local/faults', { api: 'database.commitTransaction', errcode: conflict.code, times: 2 });
  const outcome = await bench.run(async ({ db }) => {
    let tries = 0;
    await db.runTransaction(async (transaction) => {
      tries += 1;
      await transaction
        .collection('things')
        .doc('a')
        .update({ data: { n: db.command.inc(1) } });
    });
    return { tries, n: (await db.collection('things').doc('a').get()).data?.n };
  });
  expect(outcome).toEqual({ tries: 3, n: 2 });
});

it('conflicts when another created the document that it saw missing', async () => {
  const script = bench.run(async ({ db }) => {
    const transaction = await db.startTransaction();
    await transaction.collection('things').doc('new').get();
    await db.collection('things').add({ data: { _id: 'new' } });
    await transaction
      .collection('things')
      .doc('new')
      .set({ data: { n: 1 } });
    await transaction.commit();
  });
  await expect(script).rejects.toMatchObject(conflict);
});

it('makes an ordinary update wait until it ends', async () => {
  const n = await bench.run(async ({ db }) => {
    const transaction = await db.startTransaction();
    await transaction
      .collection('things')
      .doc('a')
      .update({ data: { n: 5 } });
    const waiting = db
      .collection('things')
      .doc('a')
      .update({ data: { n: db.command.inc(1) } });
    await transaction.commit();
    await waiting;
    return (await db.collection('things').doc('a').get()).data?.n;
  });
  expect(n).toBe(6);
});

it('lets one of two through that wait for each other', async () => {
  const outcome = await bench.run(async ({ db }) => {
    const [first, second] = [await db.startTransaction(), await db.startTransaction()];
    const add = { data: { n: db.command.inc(1) } };
    await first.collection('things').doc('a').update(add);
    await second.collection('things').doc('b').update(add);
    const [, ended] = await Promise.all([
      first
        .collection('things')
        .doc('b')
        .update(add)
        .then(() => first.commit()),
      second
        .collection('things')
        .doc('a')
        .update(add)
        .then(() => second.commit().catch((error) => error.code)),
    ]);
    return { ended, ns: (await db.collection('things').get()).data.map(({ n }) => n) };
  });
  expect(outcome).toEqual({ ended: conflict.code, ns: [2, 2] });
});

it('admits write skew, as production does, and a shared guard record prevents it', async () => {
  const both = (guard: boolean) =>
    bench.run(async ({ db, args }) => {
      const pair = [await db.startTransaction(), await db.startTransaction()];
      const ids = ['a', 'b'];
      for (const transaction of pair)
        for (const id of ids) await transaction.collection('things').doc(id).get();
      const endings = pair.map(async (transaction, index) => {
        if (args)
          await transaction
            .collection('things')
            .doc('guard')
            .set({ data: { by: index } });
        await transaction
          .collection('things')
          .doc(ids[index] ?? '')
          .update({ data: { n: 0 } });
        return transaction.commit().then(
          () => 'committed',
          (error) => error.code,
        );
      });
      return (await Promise.all(endings)).sort();
    }, guard);
  expect(await both(false)).toEqual(['committed', 'committed']);
  expect(await both(true)).toEqual([conflict.code, 'committed']);
});

it('has transactions that begin with the same write wait for one another, and none begins twice', async () => {
  const turns = await Promise.all(
    Array.from({ length: 16 }, () =>
      bench.run(async ({ db }) => {
        let begun = 0;
        await db.runTransaction(async (transaction) => {
          begun += 1;
          const things = transaction.collection('things');
          await things.doc('guard').set({ data: { n: 1 } });
          const sum = Number((await things.doc('a').get()).data?.n);
          await things.doc('a').update({ data: { n: sum + 1 } });
        });
        return begun;
      }),
    ),
  );
  expect(turns).toEqual(Array.from({ length: 16 }, () => 1));
  const sum = await bench.run(async ({ db }) => (await db.collection('things').doc('a').get()).data?.n);
  expect(sum).toBe(17);
});

it('keeps the sum of sixteen transfers at once, and none of them fails', async () => {
  const ids = ['a', 'b', 'c', 'd'];
  await bench.run(async ({ db, args }) => {
    for (const id of args)
      await db
        .collection('things')
        .doc(id)
        .set({ data: { n: 100 } });
  }, ids);
  const transfers = Array.from({ length: 16 }, (_, index) => ({
    from: ids[index % 4],
    to: ids[(index + 1) % 4],
  }));
  await Promise.all(
    transfers.map((transfer) =>
      bench.run(async ({ db, args }) => {
        await db.runTransaction(async (transaction) => {
          const things = transaction.collection('things');
          const [from, to] = [things.doc(args.from ?? ''), things.doc(args.to ?? '')];
          const [has, gets] = [Number((await from.get()).data?.n), Number((await to.get()).data?.n)];
          await from.update({ data: { n: has - 1 } });
          await to.update({ data: { n: gets + 1 } });
        }, 16);
      }, transfer),
    ),
  );
  const ns = await bench.run(async ({ db }) => (await db.collection('things').get()).data.map(({ n }) => n));
  expect(ns).toEqual([100, 100, 100, 100]);
});

it('refuses a second unique key at the commit, and a second _id at once', async () => {
  const outcome = await bench.run(async ({ db }) => {
    await db.collection('others').add({ data: { _id: 'x', code: 'taken' } });
    const transaction = await db.startTransaction();
    const again = await transaction
      .collection('others')
      .add({ data: { _id: 'x' } })
      .catch((error) => error.errMsg);
    await transaction.collection('others').add({ data: { _id: 'y', code: 'taken' } });
    return { again, commit: await transaction.commit().catch((error) => error.message) };
  });
  expect(outcome).toEqual({
    again: expect.stringContaining('E11000'),
    commit: expect.stringContaining('E11000'),
  });
});

it('does not reach where().update(): the SDK sends that without the transaction', async () => {
  const n = await bench.run(async ({ db }) => {
    const transaction = await db.startTransaction();
    await transaction
      .collection('things')
      .where({ _id: 'a' })
      .update({ data: { n: 7 } });
    await transaction.rollback();
    return (await db.collection('things').doc('a').get()).data?.n;
  });
  expect(n).toBe(7);
});

it('does not exist any more once it has ended', async () => {
  const codes = await bench.run(async ({ db }) => {
    const transaction = await db.startTransaction();
    await transaction.commit();
    const late = await transaction
      .collection('things')
      .doc('a')
      .get()
      .catch((error) => error.errMsg);
    return { late, again: await transaction.commit().catch((error) => error.code) };
  });
  expect(codes).toEqual({
    late: expect.stringContaining('TransactionNotExist'),
    again: 'DATABASE_TRANSACTION_FAIL',
  });
});

it('does not exist any more after thirty seconds, and gives its locks back', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] });
  const dir = mkdtempSync(join(tmpdir(), 'linli-data-'));
  const things = { name: 'things', fields: {}, indexes: [] };
  const store = openSqlite(join(dir, 'database.sqlite'), [things]);
  const transactions = new Transactions(store, new DocLocks());
  try {
    const [first, second] = [transactions.begin({}), transactions.begin({})];
    await transactions.get(first).put(things, { _id: 'a', n: 1 });
    const waiting = transactions.get(second).put(things, { _id: 'a', n: 2 });
    jest.advanceTimersByTime(29_999);
    expect(() => transactions.get(first)).not.toThrow();
    jest.advanceTimersByTime(1);
    expect(() => transactions.get(first)).toThrow('TransactionNotExist');
    await expect(waiting).rejects.toThrow('TransactionNotExist');
  } finally {
    jest.useRealTimers();
    await store.close();
    rmSync(dir, { recursive: true });
  }
});
