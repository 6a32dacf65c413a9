import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Rules are pure: the same case at the same instant is decided alike, here, in a test and a year from now. */
const root = join(__dirname, '..', '..');
const files = ['contract', 'cloudfunctions/domain'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(folder, name)),
);

/** What a rule may take from outside, and what for. */
const kept = [
  // the calendar of the moon, by number: days that are holidays by law
  'chinese-days',
  // holidays as they were arranged
  'chinese-days/dist/chinese-days.json',
  // dates in the form that people say them
  'dayjs',
  'dayjs/plugin/utc',
  // traditional characters and the simplified ones that they are
  'opencc-js/dict/TSCharacters',
  // SHA-256: a hash is a pure function
  'node:crypto',
  // how a word sounds
  'pinyin-pro',
  // the shapes of what comes in
  'valibot',
];

function foundIn(pattern: RegExp): string[] {
  return files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(pattern)].map(([, what = '']) => `${file}: ${what}`),
  );
}

it('imports no package but a named few', () => {
  const strangers = foundIn(
    /(?:from|import|require)\s*\(?\s*'((?!\.|contract\/|config\/)[\w@:/.-]+)'/g,
  ).filter((found) => !kept.some((name) => found.endsWith(`: ${name}`)));
  expect(strangers).toEqual([]);
});

it('asks no clock and no dice', () => {
  const asked =
    /\b(Date\.now|new Date\(\)|performance\.now|Math\.random|randomUUID|randomBytes|randomInt|setTimeout|process\.env|dayjs\(\))/g;
  expect(foundIn(asked)).toEqual([]);
});
