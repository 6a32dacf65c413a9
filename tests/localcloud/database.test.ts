import { openBench } from './probe';
import type { Bench } from './probe';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

it('gives back what was added', async () => {
  const found = await bench.run(async ({ db }) => {
    const { _id } = await db.collection('things').add({ data: { n: 1, at: new Date(5) } });
    return (await db.collection('things').doc(_id).get()).data;
  });
  expect(found).toMatchObject({ n: 1, at: '1970-01-01T00:00:00.005Z' });
});
