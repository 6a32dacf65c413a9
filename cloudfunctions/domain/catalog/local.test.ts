import type { LocalContent } from '../../../contract/models';
import { itemOf as contentOf, unit } from '../../../tests/support/world';
import type { ServiceDoc } from '../documents';
import { faultOfLocal, itemOf, localAt, versionOf, withLocal } from './local';

const docOf = (code: string, local: Record<string, LocalContent> = {}): ServiceDoc => ({
  ...contentOf(code),
  _id: code,
  order: 0,
  local,
});
const at = (local: Record<string, LocalContent>) => localAt(docOf('disability-certificate', local), unit);

it.each<[string, Record<string, LocalContent>, LocalContent]>([
  ['nothing where nobody says anything', {}, {}],
  ['nothing of another community', { other: { serviceHours: '早上' } }, {}],
  ['the street’s words', { s: { consultation: '街道 55501' } }, { consultation: '街道 55501' }],
  [
    'the community’s over the street’s',
    { s: { consultation: '街道 55501', serviceHours: '早上' }, c: { consultation: '社区 55502' } },
    { consultation: '社区 55502', serviceHours: '早上' },
  ],
  [
    'the shorter promise, whoever makes it',
    { s: { promisedWorkingDays: 5 }, c: { promisedWorkingDays: 8 } },
    { promisedWorkingDays: 5 },
  ],
  ['no where the street says no', { s: { offered: false }, c: { offered: true } }, { offered: false }],
])('holds %s', (_, local, expected) => {
  expect(at(local)).toEqual(expected);
});

it('makes each kind’s promise no longer than the local one', () => {
  const report = withLocal(contentOf('report-issue'), { promisedWorkingDays: 1 });
  expect(report.promisedWorkingDays).toBe(1);
  expect(report.subtypes.every(({ promisedWorkingDays: days = 0 }) => days <= 1)).toBe(true);
});

it('gives an item as it was written, without what the office keeps of it', () => {
  const doc = {
    ...docOf('report-issue'),
    version: 3,
    learned: [{ word: '井盖' }],
    reviewedAt: 1,
    publishedAt: 1,
  };
  expect(itemOf(doc)).toEqual(contentOf('report-issue'));
});

it('is version 1 where nobody has published since, and 0 where there is none', () => {
  expect([versionOf(docOf('report-issue')), versionOf(undefined)]).toEqual([1, 0]);
});

it.each<[string, string, LocalContent, LocalContent, string | undefined]>([
  ['a shorter promise', 'disability-certificate', { promisedWorkingDays: 5 }, {}, undefined],
  ['a longer promise', 'disability-certificate', { promisedWorkingDays: 11 }, {}, 'own.promisedWorkingDays'],
  [
    'one longer than the street’s',
    'disability-certificate',
    { promisedWorkingDays: 8 },
    { promisedWorkingDays: 6 },
    'own.promisedWorkingDays',
  ],
  ['not here', 'disability-certificate', { offered: false }, {}, undefined],
  ['no danger to be reported', 'report-issue', { offered: false }, {}, 'own.offered'],
])('a unit may say: %s', (_, code, own, above, field) => {
  const fault = faultOfLocal(docOf(code), own, above);
  expect(Object.keys(fault?.fields ?? {})).toEqual(field ? [field] : []);
});
