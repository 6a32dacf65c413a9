import { type TestCloud, startTestCloud } from '../support/cloud';

/** The sounds of words lie in a file beside the function, which is read when a question needs it (scripts/bundle.ts). */
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());

it.each(['can ji zheng', '残急证'])('finds the disability certificate by its sound: %s', async (text) => {
  const { items } = await cloud.ok('rs-01', 'catalog.search', { text });
  expect(items[0]?.code).toBe('disability-certificate');
});
