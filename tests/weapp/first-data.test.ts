import { join } from 'node:path';
import { pastYear } from '../../demo/past-year';
import { playCases } from '../browser/pages';
import type { Cases } from '../browser/place';
import { type TestCloud, startTestCloud } from '../support/cloud';
import { firstDataOf, pagesOf } from './first-data';

const dir = join(__dirname, '../../dist/weapp');
let cloud: TestCloud;
let cases: Cases;
beforeAll(async () => {
  cloud = await startTestCloud({ seed: pastYear() });
  cases = await playCases(cloud);
});
afterAll(() => cloud.close());

it('no page hands over more than 64 KB at once while it comes, a quarter of what WeChat advises, nor 16 before any answer', async () => {
  const found = await firstDataOf(cloud, dir, cases);
  expect(found.filter(({ first, largest }) => first > 16 * 1024 || largest > 64 * 1024)).toEqual([]);
  const come = found.map(({ page }) => page);
  expect(pagesOf(dir).filter((page) => !come.includes(page))).toEqual([]);
});
