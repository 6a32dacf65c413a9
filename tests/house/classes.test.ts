import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eachNode, textOf } from '../support/syntax';

/**
 * Full-width marks and their ASCII twins look alike where code is written, and a formatter or an editor may turn one
 * into the other: `[,,]` then names the comma twice and never sees the full-width one. So the full-width ones are
 * written as escapes, and no class or alternation names a mark twice.
 */
const root = join(__dirname, '..', '..');
const sources = execFileSync('git', ['ls-files', '*.ts', '*.tsx', '*.js', '*.cjs', '*.mjs'], {
  cwd: root,
  encoding: 'utf8',
})
  .trim()
  .split('\n');

/** The regular expressions of a source: literals, what `new RegExp` is given, and raw templates that one is put together from. */
function expressionsIn(file: string, source: string): string[] {
  const found: string[] = [];
  eachNode(file, source, (node) => {
    if (node.type === 'RegExpLiteral') found.push(textOf(source, node));
    if (node.type === 'NewExpression')
      for (const one of node.arguments)
        if (one.type === 'StringLiteral' || one.type === 'TemplateLiteral') found.push(textOf(source, one));
    if (node.type === 'TaggedTemplateExpression' && textOf(source, node.tag) === 'String.raw')
      found.push(textOf(source, node.quasi));
  });
  return found;
}

const isMark = (character: string) => /^[^\p{L}\p{N}\s\\^-]$/u.test(character);
const repeated = (parts: string[]) => parts.filter((part, at) => isMark(part) && parts.indexOf(part) < at);

/** What is wrong with the classes and alternations of an expression. */
function faultsOf(expression: string): string[] {
  const classes = [...expression.matchAll(/(?<!\\)\[((?:\\.|[^\]\\])*)\]/gu)].map(
    ([, inside = '']) => inside,
  );
  const marks = classes.map((inside) => inside.match(/\\(?:[pPu]\{?\w+\}?|[^])|[^]/gu) ?? []);
  const options = [...expression.matchAll(/(?<!\\)\((?:\?[:=!])?([^()[\]]*\|[^()[\]]*)\)/gu)].map(
    ([, inside = '']) => inside.split('|'),
  );
  return [...marks, ...options].flatMap((parts) => [
    ...repeated(parts).map((mark) => `${mark} twice`),
    ...parts
      .filter((part) => /^[\uFF00-\uFFEF]$/u.test(part))
      .map((mark) => `${mark} is not written as an escape`),
  ]);
}

it.each([
  ['[,。;、!?,.;!?\\s]', [', twice', '; twice', '! twice', '? twice']],
  ['(?:是|为|:|:)', [': twice']],
  ['[,\uFF0C]', ['\uFF0C is not written as an escape']],
  ['[,\\uFF0C、:\\uFF1A()]|[,]', []],
  ['[\\]\\[]', []],
  ['[\\p{L}\\p{N}]', []],
])('%s', (expression, faults) => {
  expect(faultsOf(expression)).toEqual(faults);
});

it('names no mark twice', () => {
  const faults = sources.flatMap((file) =>
    expressionsIn(file, readFileSync(join(root, file), 'utf8')).flatMap((expression) =>
      faultsOf(expression).map((fault) => `${file}: ${expression}: ${fault}`),
    ),
  );
  expect(faults).toEqual([]);
});
