import { groupsOf } from './alike';

const minute = 60_000;
const row = (name: string, at: number, alike?: string) => ({ name, submittedAt: at * minute, alike });
const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name).join('');

it('shows the same report by several within an hour as one, and what is alone, later or taken out by itself', () => {
  const rows = [
    row('z', 0),
    row('c', 59, 'lamp'),
    row('a', 0, 'lamp'),
    row('x', 5, 'hole'),
    row('b', 60, 'lamp'),
    row('d', 61, 'lamp'),
    row('e', 62, 'lamp'),
  ];
  const { groups, others } = groupsOf(rows);
  expect(groups.map(names)).toEqual(['acb', 'de']);
  expect(names(others)).toBe('zx');
});
