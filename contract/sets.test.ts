import * as v from 'valibot';
import { contract } from './actions';
import { setOf } from './models';

/** The lists of an input: what is said twice is said once, so that no list is counted longer than it is. */
const { account, reviews, roster } = contract;

it.each<[string, v.GenericSchema, object, string, string[]]>([
  [
    'tags of a review',
    reviews.submit.input,
    { caseId: 'c', level: 'dissatisfied' },
    'tags',
    ['态度差', '推来推去'],
  ],
  ['photos of a review', reviews.submit.input, { caseId: 'c', level: 'satisfied' }, 'photos', ['a.png']],
  ['kinds that are turned off', account.setNotices.input, { quiet: true }, 'muted', ['progress', 'result']],
  ['kinds that were accepted', account.subscribed.input, { refused: [] }, 'accepted', ['progress']],
  ['kinds that were refused', account.subscribed.input, { accepted: [] }, 'refused', ['progress']],
  [
    'templates said to be banned',
    account.subscribed.input,
    { accepted: [], refused: [] },
    'banned',
    ['result'],
  ],
])('%s', (_, input, rest, field, list) => {
  const many = list.flatMap((one) => [one, one, one]);
  expect(v.parse(input, { ...rest, [field]: many })).toMatchObject({ [field]: list });
});

it('grids, skills and weekdays of a roster', () => {
  const { gridIds, skills, dutyWeekdays, onCallWeekdays } = roster.set.input.entries;
  expect(v.parse(gridIds, ['g1', 'g2', 'g1'])).toEqual(['g1', 'g2']);
  expect(v.parse(skills, ['低保', '低保'])).toEqual(['低保']);
  expect(v.parse(dutyWeekdays, [1, 2, 1])).toEqual([1, 2]);
  expect(v.parse(onCallWeekdays, [7, 7])).toEqual([7]);
});

/** Lists whose entries are no plain values, and are told apart by a rule beside them; and one entry for each photo, which may be alike. */
const others = [
  'roster.setHours',
  'cases.authorise.strokes',
  'cases.upload.ends',
  'privacy.setKeeping.archive',
  'privacy.setKeeping.items',
];

/** Whether a step of the pipe, or of a pipe within it, makes one of what is said twice. */
function isMadeOne(pipe: unknown): boolean {
  return (
    Array.isArray(pipe) &&
    pipe.some((one: { type?: string; pipe?: unknown }) => one.type === 'transform' || isMadeOne(one.pipe))
  );
}

it('has no list of plain values in an input that is not a set', () => {
  const plain: string[] = [];
  const look = (schema: unknown, path: string): void => {
    if (typeof schema !== 'object' || schema === null) return;
    const { type, entries, wrapped, item, pipe } = schema as Record<string, unknown>;
    if (type === 'array') {
      const isSet = isMadeOne(pipe);
      if (!isSet) plain.push(path);
      return look(item, `${path}[]`);
    }
    if (typeof entries === 'object' && entries !== null)
      for (const [name, entry] of Object.entries(entries)) look(entry, `${path}.${name}`);
    look(wrapped, path);
  };
  for (const [fn, actions] of Object.entries(contract))
    for (const [name, { input }] of Object.entries(actions)) look(input, `${fn}.${name}`);
  expect(plain.filter((path) => !others.some((one) => path.startsWith(one)))).toEqual([]);
  look({ entries: { list: v.array(v.string()), set: setOf(v.string()) } }, 'planted');
  expect(plain).toContain('planted.list');
  expect(plain).not.toContain('planted.set');
});
