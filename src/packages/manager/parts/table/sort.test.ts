import { sorted, turned } from './sort';

const rows = [
  { name: '乙', days: 10 },
  { name: '甲', days: 9 },
  { name: '丙', days: undefined },
  { name: '丁', days: 9 },
];
const names = (isDown?: boolean) => sorted(rows, ({ days }) => days, isDown).map(({ name }) => name);

it('numbers are sorted as numbers; what has none stands last, up and down; equals stay as they were', () => {
  expect(names()).toEqual(['甲', '丁', '乙', '丙']);
  expect(names(true)).toEqual(['乙', '甲', '丁', '丙']);
});

it('without a column nothing moves', () => {
  expect(sorted(rows, undefined)).toEqual(rows);
});

it('a head sorts up, then down, then not; another one begins anew', () => {
  const up = turned(undefined, '期限');
  const down = turned(up, '期限');
  expect([up, down, turned(down, '期限')]).toEqual([
    { head: '期限', isDown: false },
    { head: '期限', isDown: true },
    undefined,
  ]);
  expect(turned(down, '提交')).toEqual({ head: '提交', isDown: false });
});
