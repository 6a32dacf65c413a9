import { effective, standard } from '../cloudfunctions/domain/policy';
import type { Figures } from './figures';
import { sayChange, sayDistance, sayWeights, tableOf } from './table';

const figures = (over: Partial<Figures>): Figures => ({
  waitMedian: 11.6,
  waitP95: 54,
  late: 240,
  onTimeRate: 0.94,
  spread: 0.28,
  inHand: 0.3,
  offersPerCase: 1.31,
  byHand: 3,
  visits: 100,
  outside: 40,
  waiting: 0,
  ...over,
});
const old = { name: '现行规则', figures: figures({}) };
const other = { name: '甲', figures: figures({ late: 210, spread: 0.21, outside: 55 }) };

it('says in one line what a change of weights would have done', () => {
  const weights = sayWeights(standard.weights, effective([{ weights: { known: 7 } }]).weights);
  expect(weights).toBe('熟人 5→7');
  expect(sayChange(old, other, weights)).toBe(
    '把“现行规则”换成“甲”（熟人 5→7）：迟办少30件（240→210），接件差从28.0%到21.0%，非本网格上门多15次（40→55），每件询问从1.31到1.31次。',
  );
});

it('says how far a policy is from the best', () => {
  const best = { name: '事后最优', figures: figures({ late: 200, spread: 0.2 }) };
  expect(sayDistance(old, best)).toBe('“现行规则”比事后最优：迟办多20.0%，接件差大40.0%。');
});

it('is a table whose columns stand under each other', () => {
  const lines = tableOf([old, other]).split('\n');
  expect(lines).toHaveLength(13);
  expect(lines[2]).toMatch(/^\| 等待接单，中位数 +\| 12工作分钟 +\| 12工作分钟 +\|$/);
});
