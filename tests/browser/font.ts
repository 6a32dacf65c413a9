import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { demoLevers } from '../../demo/levers';
import type { Levers, Parts } from '../../localcloud/levers/levers';

/**
 * The font that tests and pictures are drawn with: from npm, so that no machine's own decides. The product ships none of it.
 * `narrow` and `wide` are the same font as a phone with other fonts might have it: a tenth narrower, a tenth wider.
 */
const widths = { plain: 100, narrow: 90, wide: 110 } as const;
export type Width = keyof typeof widths;

const source = dirname(require.resolve('@fontsource-variable/noto-sans-sc/package.json'));
const family = (width: Width) => `Test ${width}`;

/** The sheet of all three; a page chooses by `data-font` on its root. */
function sheet(): string {
  const faces = readFileSync(join(source, 'index.css'), 'utf8').replaceAll('./files/', '/_local/fonts/');
  const names = Object.keys(widths) as Width[];
  const families = names.map((width) =>
    faces
      .replaceAll("'Noto Sans SC Variable'", `'${family(width)}'`)
      .replaceAll('font-display: swap;', `font-display: block; size-adjust: ${widths[width]}%;`),
  );
  const rules = names.map(
    (width) =>
      `html${width === 'plain' ? '' : `[data-font=${width}]`} body { font-family: '${family(width)}' !important; }`,
  );
  // The demo's bar has a font of its own, and stands on the pictures.
  rules.push(`.linli-bar, .linli-bar * { font-family: '${family('plain')}' !important; }`);
  return [...families, ...rules].join('\n');
}

/** The levers of the demo, with the font in the head of every page, and what looks at pages to be loaded into them. */
export function leversWithFont(parts: Parts): Levers {
  const folder = join(__dirname, '..', '..', '.cache');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `fonts-${process.pid}.css`);
  const text = sheet();
  // A file that is written anew is read and packed anew.
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
  const levers = demoLevers(parts);
  const slices = readdirSync(join(source, 'files')).map((name) => [
    `/_local/fonts/${name}`,
    join(source, 'files', name),
  ]);
  return {
    ...levers,
    head: () => `${levers.head()}<link rel="stylesheet" href="/_local/fonts.css">`,
    files: {
      ...levers.files,
      '/_local/fonts.css': file,
      '/_local/axe.js': require.resolve('axe-core/axe.min.js'),
      ...Object.fromEntries(slices),
    },
  };
}
