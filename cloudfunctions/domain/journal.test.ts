import { differing, nameIn } from './journal';

it('keeps only what differs', () => {
  expect(differing('unit', { name: '新民社区', phone: '1' }, { name: '新民里社区', phone: '1' })).toEqual({
    before: { name: '新民社区' },
    after: { name: '新民里社区' },
  });
});

it('has one side alone of what is new, and of what is gone', () => {
  expect(differing('unit', {}, { name: '新民社区' })).toEqual({
    before: undefined,
    after: { name: '新民社区' },
  });
  expect(differing('unit', { station: '便民站' }, { station: '' })).toEqual({
    before: { station: '便民站' },
    after: undefined,
  });
});

it.each([
  ['resident', { name: '赵**', phone: '045****0124', address: '***' }],
  ['staff', { name: '赵一示', phone: '045****0124', address: '***' }],
  ['unit', { name: '赵一示', phone: '04525550124', address: '灯塔院12号楼' }],
] as const)('of a %s shows what a manager may see', (kind, after) => {
  const facts = { name: '赵一示', phone: '04525550124', address: '灯塔院12号楼' };
  // What was not there has no stars either.
  expect(differing(kind, {}, facts)).toEqual({ before: undefined, after });
});

it('tells two phones apart that look alike once masked', () => {
  const [before, after] = [{ phone: '13900001234' }, { phone: '13911111234' }];
  expect(differing('resident', before, after).after).toEqual({ phone: '139****1234' });
});

it('masks the name of a resident, not of a unit', () => {
  expect([nameIn('resident', '赵一示'), nameIn('unit', '新民社区')]).toEqual(['赵**', '新民社区']);
});
