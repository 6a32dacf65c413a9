import fc from 'fast-check';
import { canonical, joined, read } from './canonical';

it.each([
  ['，；？：（）！', ',;?:()!'],
  ['残\u200B疾\u2060证', '残疾证'],
  ['着 火　了', '着火了'],
  ['着\n火\n了', '着火了'],
  ['家⾥着⽕了', '家里着火了'],
  ['⻔⻋⻓⻋⻝', '门车长车食'],
  ['媽媽暈倒了', '妈妈晕倒了'],
  ['煤氣洩漏', '煤气泄漏'],
  ['火著了', '火着了'],
  ['残\uFE00疾\u{E0100}证', '残疾证'],
  ['\u202E着火\u202C', '着火'],
  ['ｄｉｂａｏ １２３', 'dibao 123'],
  ['dibao 怎么办 3 个', 'dibao 怎么办 3 个'],
])('%j → %s', (written, form) => {
  expect(canonical(written)).toBe(form);
});

it('reads with the map the same form as without it', () => {
  const unit = fc.constantFrom(...'媽⾥⻓１（，。 　\n\u200B\u00ADaé✓½㎡👵\uFE0F3氣', '\u0001', '\uD800');
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 60 }), (written) => {
      const { form } = read(written);
      expect(joined(form.trim())).toBe(canonical(written).replace(/ +/g, ' ').trim());
    }),
    { seed: 11, numRuns: 500 },
  );
});

it('knows where each character was written', () => {
  const text = '电\u200B话：　㎡１５４👵媽';
  const { form, written } = read(text);
  for (let at = 0; at < form.length; at += 1) {
    const [start, end] = written(at, at + 1);
    expect(canonical(text.slice(start, end)).trim()).toContain(form[at]?.trim() ?? '');
  }
  const [start, end] = written(form.indexOf('154'), form.indexOf('154') + 3);
  expect(text.slice(start, end)).toBe('１５４');
});
