import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A comment cites what stands in this repository, so that a newcomer can look it up. */
const root = join(__dirname, '..', '..');
const files = execFileSync('git', ['ls-files', '*.ts', '*.tsx', '*.mjs', '*.cjs', '*.scss'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file && existsSync(join(root, file)));

it('cites documents that are here', () => {
  const missing = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/[\w./-]*[\w-]\.md\b/g)]
      .map(([name]) => name)
      .filter(
        (name) =>
          ![root, join(root, 'docs'), dirname(join(root, file))].some((from) => existsSync(join(from, name))),
      )
      .map((name) => `${file}: ${name}`),
  );
  expect(missing).toEqual([]);
});

it('cites sections that are there', () => {
  const missing = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/\b(docs\/\w+\.md),\s+(?:\*\s+)?"([^"]+)"/g)]
      .filter(
        ([, name = '', section]) => !readFileSync(join(root, name), 'utf8').includes(`\n## ${section}\n`),
      )
      .map(([cited]) => `${file}: ${cited}`),
  );
  expect(missing).toEqual([]);
});
