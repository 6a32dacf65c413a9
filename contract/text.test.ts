import * as v from 'valibot';
import { limits } from './limits';
import { personName, text } from './models';

const blank = [
  '',
  ' ',
  '\n\t',
  '\u200B',
  '\u3164',
  '\u2800',
  '\u200D',
  '\u0001',
  '\u00AD',
  '\uFEFF',
  '\u2060',
  '\u180E',
];
const blanker = [
  '\u115F\u1160',
  '\uFFA0',
  '\u3000\u00A0',
  '\uFE0F',
  '\u{E0020}',
  '\u202E\u202C',
  '\uD800',
  '\uFFFC',
  '\u2028',
];

it.each([...blank, ...blanker])('%j looks blank and is blank', (written) => {
  expect(v.is(text(limits.note, '要办的事'), written)).toBe(false);
  expect(v.is(personName, written)).toBe(false);
});

it('keeps a text as it was written', () => {
  const written = '媽媽暈倒了\n第二行，１５４\u200B';
  expect(v.parse(text(limits.note, '要办的事'), written)).toBe(written);
});

it.each([
  ['张\n三', '张 三'],
  ['张\u200B三', '张三'],
  ['\u3000张三\u0001 ', '张三'],
  ['阿卜杜热合曼·买买提江', '阿卜杜热合曼·买买提江'],
  ['\u202E张三\u202C', '张三'],
])('%j is the name %s', (written, name) => {
  expect(v.parse(personName, written)).toBe(name);
});

it('takes a name of fifty characters, and no more', () => {
  expect(v.is(personName, '𠮷'.repeat(50))).toBe(true);
  expect(v.is(personName, '𠮷'.repeat(51))).toBe(false);
});
