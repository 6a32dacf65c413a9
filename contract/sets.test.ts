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

interface Inside {
  type?: string;
  entries?: Record<string, Inside>;
  options?: readonly unknown[];
  wrapped?: Inside;
  item?: Inside;
  pipe?: readonly Inside[];
}
interface List extends Inside {
  path: string;
}

/** The lists of a schema, by their places. */
function listsIn({ entries = {}, options = [], wrapped, item, type, pipe }: Inside, path: string): List[] {
  if (type === 'array') return [{ path, item, pipe }, ...(item ? listsIn(item, `${path}[]`) : [])];
  return [
    ...Object.entries(entries).flatMap(([name, entry]) => listsIn(entry, `${path}.${name}`)),
    ...options.flatMap((one) => (typeof one === 'object' && one !== null ? listsIn(one, path) : [])),
    ...(wrapped ? listsIn(wrapped, path) : []),
  ];
}
const lists = Object.entries(contract).flatMap(([fn, actions]) =>
  Object.entries(actions).flatMap(([name, { input }]) => listsIn(input as Inside, `${fn}.${name}`)),
);

/** Whether a step of the pipe, or of a pipe within it, is of this type. */
const has = (pipe: readonly Inside[], types: readonly string[]): boolean =>
  pipe.some((one) => types.includes(one.type ?? '') || has(one.pipe ?? [], types));
/** What is said twice is made one. */
const isSet = ({ pipe = [] }: List): boolean => has(pipe, ['transform']);
/** It may be so long, or what it may hold comes to an end. */
const isEnded = (list: List): boolean =>
  has(list.pipe ?? [], ['max_length', 'length', 'check']) || (isSet(list) && isFew(list.item));
const isFew = (item: Inside | undefined): boolean =>
  item?.type === 'picklist' || (item?.type === 'number' && has(item.pipe ?? [], ['max_value']));

it('has no list of plain values in an input that is not a set', () => {
  const plain = lists.filter((list) => !isSet(list)).map(({ path }) => path);
  expect(plain.filter((path) => !others.some((one) => path.startsWith(one)))).toEqual([]);
});

it('has no list in an input without an end', () => {
  expect(lists.length).toBeGreaterThan(20);
  // All its numbers together have one.
  const inside = 'cases.authorise.strokes[]';
  expect(lists.filter((list) => !isEnded(list) && list.path !== inside).map(({ path }) => path)).toEqual([]);
});

it('knows a list from a set, and one without an end', () => {
  const [list, set, days] = listsIn(
    v.object({
      list: v.array(v.string()),
      set: setOf(v.string()),
      days: setOf(v.pipe(v.number(), v.maxValue(7))),
    }) as Inside,
    'planted',
  );
  expect([list, set, days].map((one) => one && [one.path, isSet(one), isEnded(one)])).toEqual([
    ['planted.list', false, false],
    ['planted.set', true, false],
    ['planted.days', true, true],
  ]);
});
