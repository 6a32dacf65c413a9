import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import database from '../../config/database.json';
import { checkCovered } from '../../localcloud/database/covered';
import { collectionSpec } from '../../localcloud/database/store';
import * as v from 'valibot';

/**
 * Every query of the product meets an index: the cloud of all these tests refuses one that does not (`strictIndexes`), so a page that
 * would be slow in production alone fails here. What it refuses is held below.
 */
const { collections } = v.parse(v.object({ collections: v.array(collectionSpec) }), database);
const refusal = (name: string, filter: object, sort: object = {}) => {
  const collection = collections.find((one) => one.name === name);
  if (!collection) throw new Error(name);
  try {
    checkCovered(collection, { ...filter }, { ...sort });
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
};

describe('a query without an index is refused', () => {
  it.each([
    ['a path that no index begins with', 'cases', { category: 'relief' }, {}],
    ['a path inside an index that another begins', 'cases', { state: 'submitted' }, {}],
    ['a parent of indexed paths', 'cases', { whistledTo: 'st-longhua' }, {}],
    ['one branch of several', 'cases', { $or: [{ wakeAt: { $lte: 1 } }, { category: 'relief' }] }, {}],
    ['all but one value', 'cases', { holderId: { $ne: 'ag-01' } }, {}],
    ['no condition at all', 'cases', {}, {}],
    [
      'an indexed path beside one that is in no index',
      'cases',
      { 'unit.street': 'st-longhua', note: 'x' },
      {},
    ],
    ['an order that no index has', 'cases', { 'unit.street': 'st-longhua' }, { note: 1 }],
    ['a collection that is read by id alone', 'policies', { version: 1 }, {}],
  ])('%s', (_, name, filter, sort) => {
    expect(refusal(name, filter, sort)).toMatch(/^no index of \w+ /);
  });
});

describe('a query with one is answered', () => {
  it.each([
    ['by id, whatever else it names', 'policies', { _id: 'cm-xinmin', version: 1 }, {}],
    ['by what an index begins with', 'cases', { 'whistledTo.street': 'st-longhua' }, { dueAt: 1 }],
    [
      'in every branch',
      'cases',
      { $or: [{ wakeAt: { $lte: 1 } }, { $and: [{ outboxAt: { $lte: 1 } }] }] },
      {},
    ],
    ['beside a path of which few are left', 'cases', { 'unit.street': 'st-longhua', category: 'relief' }, {}],
  ])('%s', (_, name, filter, sort) => {
    expect(refusal(name, filter, sort)).toBeUndefined();
  });
});

it('is asked of the cloud that the demo and the tests run', () => {
  const source = readFileSync(join(__dirname, '../../demo/cloud.ts'), 'utf8');
  expect(source).toContain('strictIndexes: true');
});
