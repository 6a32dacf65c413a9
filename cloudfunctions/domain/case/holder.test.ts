import { orgDoc, personDoc, unit } from '../../../tests/support/world';
import type { OrgDoc, PersonDoc } from '../documents';
import { type HoldingTier, barredOf, commonTier, holderOf, placeOf, tierAboveAll } from './holder';

const managed = (id: string, tier: OrgDoc['tier'], ...managers: string[]) =>
  orgDoc(id, tier, { managers: managers.map((one) => ({ id: one, name: one })) });
const chain = [
  managed('c', 'community', 'mc'),
  managed('s', 'street', 'ms'),
  managed('d', 'district', 'md', 'md2'),
];
const staff = (id: string, ...posts: ['agent' | 'manager', HoldingTier][]): PersonDoc => ({
  ...personDoc(id, 'agent'),
  posts: posts.map(([role, tier]) => ({ role, tier, orgId: tier[0] ?? '', orgName: '' })),
});

describe('the lowest tier above everybody', () => {
  it.each<[string, PersonDoc[], HoldingTier]>([
    ['nobody who is known', [], 'community'],
    ['an agent', [staff('a', ['agent', 'community'])], 'community'],
    ['a community manager', [staff('mc', ['manager', 'community'])], 'street'],
    [
      'an agent who also answers for the community',
      [staff('a', ['agent', 'community'], ['manager', 'community'])],
      'street',
    ],
    ['a street manager', [staff('ms', ['manager', 'street'])], 'district'],
    ['a district manager', [staff('md', ['manager', 'district'])], 'district'],
    [
      'an agent and a street manager',
      [staff('a', ['agent', 'community']), staff('ms', ['manager', 'street'])],
      'district',
    ],
    [
      'an agent of another community of the street',
      [{ ...staff('a', ['agent', 'community']), unit: { district: 'd', street: 's', community: 'c2' } }],
      'street',
    ],
  ])('%s', (_, people, tier) => expect(tierAboveAll(people, unit)).toBe(tier));

  it('of two places', () => {
    expect(commonTier(unit, { district: 'd', street: 's2', community: 'c' })).toBe('community');
    expect(commonTier({ district: 'd', street: 's' }, unit)).toBe('street');
    expect(commonTier({ district: 'd' }, unit)).toBe('district');
  });
});

describe('who holds it', () => {
  const held = (from: HoldingTier, ids: string[] = [], barred = ids, units = chain) =>
    holderOf(units, { ids: new Set(ids), from }, new Set(barred))?._id;

  it.each<[string, HoldingTier, string[], string | undefined]>([
    ['about an agent: the community', 'community', ['a'], 'c'],
    ['about an agent who answers for the street as well: the district', 'community', ['ms'], 'd'],
    ['about a district manager: the other one there', 'community', ['md'], 'd'],
    ['about the whole community: the street', 'street', ['mc'], 's'],
    ['about all of the district: nobody', 'district', ['md', 'md2'], undefined],
  ])('%s', (_, from, ids, id) => expect(held(from, ids)).toBe(id));

  it('passes over a unit that nobody answers for, or only family of those complained of', () => {
    const bare = [
      chain[0] ?? managed('c', 'community'),
      managed('s', 'street'),
      managed('d', 'district', 'md'),
    ];
    expect(held('street', [], [], bare)).toBe('d');
    expect(held('community', ['a'], ['a', 'mc'])).toBe('s');
    expect(held('district', [], ['md', 'md2'])).toBeUndefined();
  });

  it('is seen as far down as the holder', () => {
    expect(chain.map((one) => Object.keys(placeOf(one)).length)).toEqual([3, 2, 1]);
  });
});

it('bars family: behind the same door, however it is written, and of the same estate', () => {
  const at = (id: string, address?: string): PersonDoc => ({ ...staff(id), address });
  const accused = at('a', '灯塔院12号楼2单元501');
  const others = [at('wife', '灯塔院十二号楼2单元501室'), at('neighbour', '灯塔院12号楼2单元502'), at('x')];
  expect(barredOf([accused], others)).toEqual(['a', 'wife']);
  expect(barredOf([at('b')], [at('x')])).toEqual(['b']);
  expect(barredOf([accused], [at('y', '湖畔12号楼2单元501')])).toEqual(['a']);
});
