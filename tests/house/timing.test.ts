import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** How fast things are is the bench's matter: a test that times or waits fails on a busy machine. */
const root = join(__dirname, '..', '..');
const tests = ['contract', 'cloudfunctions', 'src', 'simulate', 'scripts', 'tests'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('node_modules'))
    .filter((name) => folder === 'tests' || /\.test\.tsx?$/.test(name))
    .map((name) => join(root, folder, name)),
);

it('no test times anything or waits for a while', () => {
  const asked = /\bperformance\.now|waitForTimeout|timers\/promises/;
  const found = tests.filter((file) => file !== __filename && asked.test(readFileSync(file, 'utf8')));
  expect(found.map((file) => relative(root, file))).toEqual([]);
});
