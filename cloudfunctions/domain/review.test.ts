import type { Level } from '../../contract/words';
import { type Tally, isBad, scoreOf, scoresBy, strangeTags } from './review';

const tally = (
  serviceCode: string,
  month: string,
  completed: number,
  levels: Partial<Record<Level, number>>,
): Tally => ({
  serviceCode,
  month,
  completed,
  levels: {
    'very-satisfied': 0,
    satisfied: 0,
    'basically-satisfied': 0,
    dissatisfied: 0,
    'very-dissatisfied': 0,
    ...levels,
  },
});

it('counts the upper three levels as satisfied and leaves the unrated out', () => {
  const score = scoreOf([
    tally('a', '2026-10', 5, { 'very-satisfied': 1, 'basically-satisfied': 1 }),
    tally('b', '2026-11', 5, { satisfied: 1, 'very-dissatisfied': 1 }),
  ]);
  expect(score).toMatchObject({ numerator: 3, denominator: 4, rate: 0.75, completed: 10, responseRate: 0.4 });
});

it('has no rate where nobody rated', () => {
  expect(scoreOf([tally('a', '2026-10', 3, {})])).toMatchObject({ rate: null, responseRate: 0 });
  expect(scoreOf([])).toMatchObject({ rate: null, responseRate: null });
});

it('adds up by month, in order', () => {
  const months = scoresBy(
    [tally('a', '2026-11', 1, {}), tally('b', '2026-10', 2, {}), tally('c', '2026-11', 4, {})],
    'month',
  );
  expect(months.map(([month, score]) => [month, score.completed])).toEqual([
    ['2026-10', 2],
    ['2026-11', 5],
  ]);
});

it('knows which tags fit a level, and which levels are bad', () => {
  expect(strangeTags('very-satisfied', ['办得快', '推诿'])).toEqual(['推诿']);
  expect(isBad('dissatisfied')).toBe(true);
  expect(isBad('basically-satisfied')).toBe(false);
});
