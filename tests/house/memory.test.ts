import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * The local cloud hands an instance on to the next cloud of its process when it has forgotten the last one. So what is learnt of the
 * world stands in a map of kit/memory; these alone are kept beside it.
 */
const constants = [
  'contract/time.ts: weekdays', // which day of the week a day is
  'contract/time.ts: written', // how an instant is written
  'cloudfunctions/catalog/search.ts: indexes', // goes with the list of items, which is kept in kit/memory
  'cloudfunctions/domain/canonical.ts: known', // how a text is read
  'cloudfunctions/domain/search/by-ear.ts: remembered', // how the words of the content sound
  'cloudfunctions/domain/search/by-ear.ts: sounds', // how a character sounds
  'cloudfunctions/domain/time/holidays.ts: ofYear', // what the calendar says
];

const root = join(__dirname, '..', '..');
const sources = ['contract', 'cloudfunctions'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(root, folder, name)),
);

it('what an instance learns of the world is kept where it can be forgotten', () => {
  const changing = /^(?:export )?(?:let (\w+)|const (\w+)[^=\n]*= new (?:Map|Set|WeakMap)\b[^(\n]*\(\))/gm;
  const found = sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(changing)].map(
      ([, variable, map]) => `${relative(root, file)}: ${variable ?? map}`,
    ),
  );
  expect(found.sort()).toEqual([...constants].sort());
});
