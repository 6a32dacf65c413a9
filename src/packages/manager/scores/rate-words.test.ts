import type { Rate } from 'contract/actions/metrics';
import { changeWords, marksWords, meaningOf, percent } from './rate-words';

const of = (numerator: number, denominator: number): Rate =>
  denominator < 20
    ? { numerator: null, denominator, rate: null, low: null, high: null, hidden: denominator > 0 }
    : { numerator, denominator, rate: numerator / denominator, low: 0, high: 1, hidden: false };

describe('what changed since the month before', () => {
  it.each<[string, Rate, Rate, string | undefined]>([
    ['better', of(113, 120), of(92, 100), '比上月 +2.2个百分点'],
    ['worse', of(90, 100), of(95, 100), '比上月 −5个百分点'],
    ['the same share of another number', of(18, 20), of(90, 100), '和上月一样'],
    ['less than what is said', of(9001, 10_000), of(9000, 10_000), '和上月一样'],
    ['a month of 19', of(18, 19), of(90, 100), undefined],
    ['after a month of 19', of(90, 100), of(18, 19), undefined],
    ['after a month of none', of(90, 100), of(0, 0), undefined],
  ])('%s', (_, last, before, words) => expect(changeWords(last, before)).toBe(words));
});

describe('what a rate means', () => {
  it.each([
    ['onTime', of(95, 100), 'good'],
    ['onTime', of(949, 1000), 'mind'],
    ['onTime', of(85, 100), 'mind'],
    ['onTime', of(849, 1000), 'low'],
    ['satisfaction', of(90, 100), 'good'],
    ['satisfaction', of(79, 100), 'low'],
    ['onTime', of(19, 19), undefined],
    ['participation', of(20, 100), undefined],
  ] as const)('%s of %j is %s', (metric, rate, meaning) => expect(meaningOf(metric, rate)).toBe(meaning));

  it('is told beside how it is made', () => {
    expect(marksWords('mending')).toBe('90%起算好，不到80%算偏低');
    expect(marksWords('participation')).toBeUndefined();
    expect(percent(0.94999)).toBe('94.9%');
  });
});
