import { readFileSync } from 'node:fs';
import { execSync } from 'node:child_process';
import { join } from 'node:path';
import { eachNode } from '../support/syntax';

/** Chinese text takes full-width marks. Numbers, times such as 12:30, code and addresses keep theirs. */
const root = join(__dirname, '..', '..');
const files = execSync('git ls-files -co --exclude-standard', { cwd: root, encoding: 'utf8' }).split('\n');

/** What is about the half-width marks that people type, or is read and not shown. */
const asTyped =
  /(canonical|mask|search|text|phone|person-key|draft)\.test\.ts$|domain\/(search\/(?!numbers)|mask)|wechat\/keywords|package\.json|tests\/(data|house)\/|docs\/decisions/;

const half = /[\u3400-\u9FFF\uFF09\u201D] ?[,;:!?()]|[,;:!?()] ?[\u3400-\u9FFF\uFF08\u201C]/;

function inCode(path: string, source: string): string[] {
  const found: string[] = [];
  eachNode(path, source, (node) => {
    const text =
      node.type === 'StringLiteral' || node.type === 'JSXText'
        ? node.value
        : node.type === 'TemplateElement'
          ? (node.value.cooked ?? '')
          : '';
    if (half.test(text)) found.push(text.trim());
  });
  return found;
}

const inJson = (source: string): string[] =>
  [...source.matchAll(/"((?:[^"\\]|\\.)*)"/g)].flatMap(([, text = '']) => (half.test(text) ? [text] : []));

/** Without code, links and addresses. */
const inProse = (source: string): string[] =>
  source.split('\n').filter((line) => half.test(line.replace(/`[^`]*`|\]\([^)]*\)|<[^>]*>/g, '')));

function foundIn(path: string): string[] {
  if (asTyped.test(path)) return [];
  const source = readFileSync(join(root, path), 'utf8');
  // Three files of four have none anywhere, comments and code included: they need no parser.
  if (!half.test(source)) return [];
  if (/\.tsx?$/.test(path)) return inCode(path, source);
  if (path.endsWith('.json')) return inJson(source);
  return /zh-CN\.md$|docs\/(metrics|messages)\.md$/.test(path) ? inProse(source) : [];
}

it('finds a half-width mark between characters, and leaves numbers and times alone', () => {
  expect(['您好,请进', '好吗?', '(上门)', '第1步:写'].every((text) => half.test(text))).toBe(true);
  expect(['12:30开门', '1,200元', '您好，请进。', 'a, b'].some((text) => half.test(text))).toBe(false);
});

it('no Chinese text that people read has one', () => {
  expect(files.filter(Boolean).flatMap((path) => foundIn(path).map((text) => `${path}: ${text}`))).toEqual(
    [],
  );
});
