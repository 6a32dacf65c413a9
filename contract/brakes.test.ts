import { contract } from './actions';
import { ofCase, ofInstance, ofReads, ofRequests, ofWrites, possibleFrom } from './brakes';

/** When something is possible again, and that every row of the table is of an action and allows something. */
const brake = { most: 3, withinMs: 1000 };

it.each<[string, number[], number | undefined]>([
  ['nothing was done', [], undefined],
  ['fewer than may be', [9500, 9900], undefined],
  ['as many as may be: when the first of them is over', [9100, 9500, 9900], 10_100],
  ['as many, one of them long ago', [9000, 9500, 9900], undefined],
  ['in no order', [9900, 9100, 9500], 10_100],
  ['more than may be: when one goes', [9100, 9200, 9500, 9900], 10_200],
  ['all at once', [10_000, 10_000, 10_000], 11_000],
  ['by a clock that has gone back since', [99_000, 99_000, 99_000], 11_000],
])('%s', (_, times, from) => {
  expect(possibleFrom(times, brake, 10_000)).toBe(from);
});

it('names actions, and lets each happen', () => {
  for (const name of [...Object.keys(ofCase), ...Object.keys(ofInstance)]) {
    const [fn = '', action = ''] = name.split('.');
    expect(Object.keys((contract as Record<string, object>)[fn] ?? {})).toContain(action);
  }
  const all = [...Object.values(ofCase), ...Object.values(ofInstance), ofRequests, ofReads, ofWrites];
  for (const { most, withinMs } of all) expect(Math.min(most, withinMs)).toBeGreaterThan(0);
});
