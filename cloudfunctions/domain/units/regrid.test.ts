import { orgDoc } from '../../../tests/support/world';
import type { GridMove } from '../documents';
import { after, destinationOf, faultOfMoves, inOrder, sayMoves } from './regrid';

const grid = (id: string, community = 'c', closedAt?: number) =>
  orgDoc(id, 'grid', { unit: { district: 'd', street: 's', community, grid: id }, closedAt });
const grids = [grid('a'), grid('b'), grid('e'), grid('x', 'other'), grid('shut', 'c', 1)];
const moves: GridMove[] = [
  { grid: 'a', to: 'b' },
  { grid: 'a', to: 'e', prefix: '灯塔院1号楼' },
];

it.each<[string, GridMove[], string | undefined]>([
  ['a whole grid, and a house of it to another', moves, undefined],
  ['a grid to itself', [{ grid: 'a', to: 'a' }], 'UNIT_CANNOT_BE_THERE'],
  [
    'a grid that is moved itself',
    [
      { grid: 'a', to: 'b' },
      { grid: 'b', to: 'e' },
    ],
    'UNIT_CANNOT_BE_THERE',
  ],
  [
    'two that change places',
    [
      { grid: 'a', to: 'b' },
      { grid: 'b', to: 'a' },
    ],
    'UNIT_CANNOT_BE_THERE',
  ],
  ['a grid of another community', [{ grid: 'a', to: 'x' }], 'GRID_NOT_THEIRS'],
  ['one that is not there', [{ grid: 'nowhere', to: 'b' }], 'GRID_NOT_THEIRS'],
  ['one that is closed', [{ grid: 'a', to: 'shut' }], 'UNIT_CLOSED'],
  [
    'the same twice',
    [
      { grid: 'a', to: 'b' },
      { grid: 'a', to: 'e' },
    ],
    'UNIT_CANNOT_BE_THERE',
  ],
])('%s', (_, asked, code) => {
  expect(faultOfMoves(asked, grids)?.code).toBe(code);
});

it.each<[string, string | undefined, string | undefined, string | undefined]>([
  ['a house that is named goes where it is named', 'a', '灯塔院1号楼2单元', 'e'],
  ['the rest of the grid goes where the grid goes', 'a', '灯塔院12号楼', 'b'],
  ['also who has told no address', 'a', undefined, 'b'],
  ['another grid stays', 'b', '灯塔院1号楼', undefined],
  ['who is in no grid stays', undefined, '灯塔院1号楼', undefined],
])('%s', (_, from, address, to) => {
  expect(destinationOf(moves, { grid: from, address })).toBe(to);
});

it('does what is named first, and what is left last', () => {
  expect(inOrder(moves).map(({ to }) => to)).toEqual(['e', 'b']);
});

it('counts what every grid has afterwards, and nothing gets lost', () => {
  const before = new Map([
    ['a', { residents: 5, cases: 2 }],
    ['b', { residents: 1, cases: 0 }],
  ]);
  const gone = [
    { grid: 'a', to: 'b', residents: 3, cases: 1 },
    { grid: 'a', to: 'e', residents: 2, cases: 1 },
  ];
  expect(Object.fromEntries(after(before, gone))).toEqual({
    a: { residents: 0, cases: 0 },
    b: { residents: 4, cases: 1 },
    e: { residents: 2, cases: 1 },
  });
});

it('is told in one line', () => {
  expect(sayMoves({ moves }, (id) => `${id}网格`)).toBe('a网格→b网格；a网格（灯塔院1号楼）→e网格');
});
