import { join } from 'node:path';
import { connect } from '../demo/client';
import { startTrialCloud } from '../demo/cloud';
import { pastYear } from '../demo/past-year';
import { root } from '../scripts/stamp';
import { playCases } from '../tests/browser/pages';
import { firstDataOf } from '../tests/weapp/first-data';
import type { Section } from './harness';

/** What each page of the mini-program hands to the view at once while it comes, largest first. */
export async function firstData(functionsDir: string): Promise<Section> {
  const cloud = await startTrialCloud({ functionsDir, seed: pastYear() });
  const client = await connect(cloud.url);
  const found = await firstDataOf(client, join(root, 'dist/weapp'), await playCases(client));
  await cloud.close();
  return {
    title: 'setData of each page of the mini-program while it comes (WeChat advises less than 256 KB)',
    figures: found.map(({ page, first, largest }) => ({
      name: page,
      value: largest / 1024,
      unit: 'KB',
      limit: '≤ 64 KB',
      note: `${(first / 1024).toFixed(1)} KB before any answer`,
    })),
  };
}
