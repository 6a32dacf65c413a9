import { opened, orgDoc } from '../../../tests/support/world';
import type { CaseDoc, Whole } from '../documents';
import { leftBy, mergeOf, moveOf, placedCase, placedIn, placedPosts, unitOn } from './whole';

const street = { district: 'd', street: 's' };
const merged: Whole = {
  id: 'c',
  tier: 'community',
  from: { ...street, community: 'c' },
  to: { district: 'd', street: 't', community: 'e' },
  into: 'e',
};
const moved: Whole = { ...merged, to: { district: 'd', street: 't', community: 'c' }, into: undefined };

it('puts what lay within the unit where the unit goes, each with what is below it', () => {
  const grid = { ...street, community: 'c', grid: 'g' };
  expect(placedIn(grid, merged)).toEqual({ district: 'd', street: 't', community: 'e', grid: 'g' });
  expect(placedIn(grid, moved)).toEqual({ district: 'd', street: 't', community: 'c', grid: 'g' });
  expect(placedIn(grid, { tier: 'grid', to: { ...street, community: 'c', grid: 'h' } })).toMatchObject({
    grid: 'h',
  });
});

it.each<[string, Whole, object]>([
  ['a community that came below another street', moved, { tier: 'street', id: 's' }],
  ['a community that went into one of another street', merged, { tier: 'street', id: 's' }],
  [
    'one that went into a neighbour',
    { ...merged, to: { ...street, community: 'e' } },
    { tier: 'community', id: 'c' },
  ],
])('tells by one id what of %s has not gone yet', (_, whole, expected) => {
  expect(leftBy(whole)).toEqual(expected);
});

it('lies where it lay on each day, also after several moves on one day', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ district: 'd', street: id }));
  if (!a || !b || !c) throw new Error();
  const unit = {
    unit: c,
    was: [
      { until: '2026-11-10', unit: a },
      { until: '2026-11-10', unit: b },
    ],
  };
  expect(unitOn(unit, '2026-11-09')).toBe(a);
  expect(unitOn(unit, '2026-11-10')).toBe(c);
  expect(unitOn({ unit: a }, '2026-11-09')).toBe(a);
});

it('keeps a post of a manager at the unit that is no more', () => {
  const unit = { ...street, community: 'c', grid: 'g' };
  const post = (role: 'resident' | 'agent' | 'manager') =>
    ({ role, orgId: 'c', orgName: '旧', tier: 'community' }) as const;
  const posts = [post('resident'), post('agent'), post('manager')];
  const home = { _id: 'e', name: '新' };
  expect(placedPosts({ unit, posts }, merged, home).map(({ orgId, orgName }) => [orgId, orgName])).toEqual([
    ['e', '新'],
    ['e', '新'],
    ['c', '旧'],
  ]);
  expect(placedPosts({ unit, posts }, moved, home)).toBe(posts);
});

describe('an open case that goes along', () => {
  const kase = (over: Partial<CaseDoc>): CaseDoc => ({ ...opened(), ...over });
  const alarm = (tier: 'community' | 'street', orgId: string, endedAt?: number) => ({
    cause: 'response' as const,
    tier,
    orgId,
    at: 1,
    endedAt,
  });

  it('was asked for where it was, and what was told of it is known where it is', () => {
    const escalations = [alarm('community', 'c', 2), alarm('community', 'c'), alarm('street', 's')];
    const change = placedCase(kase({ escalations, escalatedTo: 's' }), merged, undefined);
    expect(change).toMatchObject({
      unit: { district: 'd', street: 't', community: 'e', grid: 'g' },
      countedIn: 'c',
      escalatedTo: 't',
    });
    expect(change.escalations?.map(({ orgId }) => orgId)).toEqual(['c', 'e', 't']);
    expect(change).not.toHaveProperty('countedGrid');
  });

  it('asks the street that the other one went into; a street that stays still owes its answer', () => {
    const whistle = { orgId: 's', tier: 'street' } as CaseDoc['whistles'][number];
    const asking = kase({ whistles: [whistle, { ...whistle, answer: '好' }], whistledTo: { street: 's' } });
    const whole: Whole = {
      id: 's',
      tier: 'street',
      from: street,
      to: { district: 'd', street: 't' },
      into: 't',
    };
    const change = placedCase(asking, whole, undefined);
    expect(change.whistles?.map(({ orgId }) => orgId)).toEqual(['t', 's']);
    expect(change.whistledTo).toEqual({ street: 't' });
    expect(placedCase(asking, moved, undefined)).not.toHaveProperty('whistles');
  });
});

describe('a unit', () => {
  const unit = orgDoc('c', 'community', { unit: { ...street, community: 'c' } });
  const beside = orgDoc('e', 'community', { unit: { ...street, community: 'e' } });
  const above = orgDoc('t', 'street', { unit: { district: 'd', street: 't' } });

  it('goes into another of its tier, or below one of the tier above', () => {
    expect(mergeOf(unit, beside)).toMatchObject({ id: 'c', into: 'e', to: beside.unit });
    expect(moveOf(unit, above)).toMatchObject({
      id: 'c',
      to: { district: 'd', street: 't', community: 'c' },
    });
  });

  it.each([
    ['itself', mergeOf(unit, unit), 'into'],
    ['a unit of another tier', mergeOf(unit, above), 'into'],
    ['itself, from below', moveOf(above, unit), 'above'],
    ['a unit of its own tier', moveOf(unit, beside), 'above'],
  ])('is not put into or below %s', (_, refused, field) => {
    expect(refused).toMatchObject({ code: 'UNIT_CANNOT_BE_THERE', fields: { [field]: expect.any(String) } });
  });
});
