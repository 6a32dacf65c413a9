import { placed, wrap } from './draw';
import type { Sheet } from './model';

/** A letter is as wide as it is high, half of that where it is no Chinese one: near what fonts do. */
const sizes = { title: 44, heading: 32, text: 28, small: 24 } as const;
const widthOf = (words: string, look: keyof typeof sizes) =>
  [...words].reduce((sum, one) => sum + sizes[look] * (/[\u0000-\u00ff]/.test(one) ? 0.5 : 1), 0);
const tens = (words: string) => widthOf(words, 'text') / 2.8;

describe('words in lines', () => {
  it.each<[string, string, string[]]>([
    ['what fits stays', '办好了', ['办好了']],
    ['what does not goes on below', '一二三四五六七八九十甲', ['一二三四五六七八九十', '甲']],
    ['a mark never begins a line', '一二三四五六七八九十。甲', ['一二三四五六七八九十。', '甲']],
    ['a number stays whole', '一二三四五六04525550102', ['一二三四五六', '04525550102']],
    ['what is longer than a line is cut', 'abcdefghijklmnopqrstuvwxyz', ['abcdefghijklmnopqrst', 'uvwxyz']],
    ['its own lines stay', '一\n二', ['一', '二']],
  ])('%s', (_, words, lines) => {
    expect(wrap(words, 100, tens)).toEqual(lines);
  });
});

const sheet: Sheet = {
  title: '受理单',
  facts: [
    { name: '编号', value: '26 1123 8176' },
    { name: '事项', value: '残疾人两项补贴（困难生活补贴、重度护理补贴），名字长得一行放不下' },
  ],
  parts: [
    {
      title: '要办的事',
      lines: ['老伴瘫痪两年，下不了楼。'.repeat(20)],
      facts: [{ name: '在哪', value: '家里' }],
    },
  ],
  strokes: [[0, 0, 1000, 500]],
  signs: ['委托人手写签名：', '签的日期：'],
  code: { path: '/x' },
  under: '扫码看办到哪一步。',
  note: '打电话报编号也能问。',
};

it.each<[string, Sheet]>([
  ['a form', sheet],
  ['a poster', { ...sheet, isPoster: true, lead: '扫一扫' }],
  ['the least there is', { title: '新民社区', code: { path: '/x' }, under: 'ABCD EFGH' }],
])('%s has all its words inside its edges, one below the other, and its code below them', (_, one) => {
  const { ops, height } = placed(one, widthOf);
  const words = ops.flatMap((op) => (op.kind === 'words' ? [op] : []));
  const all = words.map((op) => op.words).join('');
  for (const said of [
    one.title,
    one.under,
    one.note ?? '',
    ...(one.facts ?? []).flatMap(({ name, value }) => [name, value]),
    ...(one.parts ?? []).flatMap(({ title, lines = [] }) => [title, ...lines]),
    ...(one.signs ?? []),
  ])
    expect(all).toContain(said);
  for (const { words: line, look, x, isCentred } of words) {
    const width = widthOf(line, look);
    const left = isCentred ? x - width / 2 : x;
    // A closing mark may hang over.
    expect([line, left >= 0 && left + width <= 750]).toEqual([line, true]);
  }
  const tops = ops.map(({ y }) => y);
  expect(Math.max(...tops)).toBeLessThan(height);
  const code = ops.find((op) => op.kind === 'code');
  expect(code).toMatchObject({ kind: 'code', side: one.isPoster ? 560 : 300 });
});
