import { monday } from '../../../tests/support/world';
import { faultOfReview, faultsOfPublic } from './answer';

const kase = {
  contact: { name: '赵一示', phone: '1', address: '灯塔院' },
  asker: undefined,
  assignment: undefined,
};
const of = (question: string, answer = '满八十岁起领') => faultsOfPublic({ question, answer }, kase);

it.each(['高龄津贴几岁能领？', '我市公租房怎么排？', '低保要去12345问吗'])('%s is for all', (question) =>
  expect(of(question)).toEqual({}),
);

it.each(['我妈能领吗', '我们家能领吗', '俺家能领吗', '赵一示能领吗', '12号楼的能领吗', '打13800138000问谁'])(
  '%s tells of a person',
  (question) => expect(Object.keys(of(question))).toEqual(['question']),
);

it('looks into the answer, too', () =>
  expect(Object.keys(of('几岁能领', '赵一示家能领'))).toEqual(['answer']));

it.each([
  ['2026-11-23', false],
  ['2026-11-24', true],
  ['2028-11-23', true],
  ['2028-11-24', false],
  ['2029-01-01', false],
])('may be reviewed on %s: %s', (day, may) => expect(faultOfReview(day, monday) === undefined).toBe(may));
