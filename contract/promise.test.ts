import { itemOf, monday, opened } from '../tests/support/world';
import { promiseOf, sayPromise } from './promise';

const report = itemOf('report-issue');

it.each([
  ['manhole', '2小时内有人接，夜里也算；1个工作日办完'],
  ['streetlight', '3个工作日'],
  ['noise', '2个工作日'],
  [undefined, '5个工作日'],
])('is of the kind that is meant: %s', (subtype, words) =>
  expect(sayPromise(promiseOf(report, subtype))).toBe(words),
);

it('is nothing to wait for where it is done at once', () =>
  expect(sayPromise(promiseOf(itemOf('pension-qualification-verify'), undefined))).toBe('当场办好'));

it.each(report.subtypes.map(({ code }) => code))('is what the case of %s keeps', (subtype) => {
  const { workdays, isUrgent, responseHours } = promiseOf(report, subtype);
  const kase = opened({ item: report, subtype, mode: 'online' });
  expect(kase.terms.workdays).toBe(workdays);
  expect(kase.urgent ?? false).toBe(isUrgent);
  if (isUrgent) expect(kase.clocks.response?.dueAt).toBe(monday + (responseHours ?? 0) * 3_600_000);
});
