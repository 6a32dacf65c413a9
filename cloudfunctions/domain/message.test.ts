import fc from 'fast-check';
import { thing } from './message';

it('keeps a thing inside 20 characters on one line, whatever it is made of', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const value = thing(text);
      expect([...value].length).toBeGreaterThan(0);
      expect([...value].length).toBeLessThanOrEqual(20);
      expect(value).not.toMatch(/[\n\r\t\u0000]/);
      // Never half of a pair: the text survives a round trip.
      expect(Buffer.from(value, 'utf8').toString('utf8')).toBe(value);
    }),
    { seed: 1, numRuns: 500 },
  );
});

it('says … where it was cut', () => {
  expect(thing('一'.repeat(21))).toBe(`${'一'.repeat(19)}…`);
  expect(thing('一'.repeat(20))).toBe('一'.repeat(20));
  expect(thing(' \n ')).toBe('请打开小程序查看');
});
