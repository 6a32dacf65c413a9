import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** WeChat writes a page's title above it before the page is drawn: it has to be one of the page's own. */
const root = join(__dirname, '..', '..');
const configs = execFileSync('git', ['ls-files', 'src/**/index.config.ts'], { cwd: root, encoding: 'utf8' })
  .trim()
  .split('\n');

it.each(configs)('the title of %s stands on the page', (file) => {
  const [, title] = /navigationBarTitleText: '([^']+)'/.exec(readFileSync(join(root, file), 'utf8')) ?? [];
  if (!title) return;
  const folder = join(root, dirname(file));
  const own = readdirSync(folder)
    .filter((name) => /(?<!\.config)\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  expect(own.some((text) => text.includes(title))).toBe(true);
});
