import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileSheets, compileTemplates, filesIn } from './compile';
import { strangersIn } from './globals';

/** What is wrong with a built mini-program before it runs: each a sentence that names the file. */
export function faultsOf(dir: string): string[] {
  const read = (file: string) => readFileSync(join(dir, file), 'utf8');
  const scripts = filesIn(dir, '.js').flatMap((file) =>
    strangersIn(read(file))
      .filter((name) => !excused[file]?.includes(name))
      .map((name) => `${file} reads ${name}, which a mini-program does not have`),
  );
  const masks = filesIn(dir, '.wxss')
    .filter((file) => unprefixed(read(file)))
    .map((file) => `${file} has a mask that phones below Chromium 120 do not know`);
  const compiled = [compileTemplates(dir), compileSheets(dir)].flatMap(({ faults }) => faults || []);
  return [...scripts, ...masks, ...compiled];
}

/**
 * Names that stand in branches which no WeChat ever enters. `tt`: Taro's for ByteDance. The others: qr's for a GIF and for whoever gives it no text
 * encoder; the 校验单 takes raw points and gives one.
 */
const excused: Record<string, string[]> = {
  'taro.js': ['tt'],
  'packages/privacy/sheet/index.js': ['TextEncoder', 'btoa'],
};

/** A rule with `mask-image` and no `-webkit-mask-image` beside it. */
const unprefixed = (sheet: string): boolean =>
  sheet.split('}').some((rule) => /(^|[^-])mask-image:/.test(rule) && !rule.includes('-webkit-mask-image:'));
