import { isRejection } from '../../contract/errors';
import { limits } from '../../contract/limits';
import { personDoc } from '../../tests/support/world';
import type { Kept, PersonDoc } from './documents';
import { type Keeping, dismissed, joinedFamily, keeping, keptOf, partedFamily, relativesOf } from './family';
import { opened } from '../../tests/support/world';

const asker = personDoc('daughter', 'resident');
const theirs = personDoc('mother', 'resident');
const wish: Keeping = {
  id: 'f-1',
  name: '妈',
  relation: 'parent',
  orgId: 'c',
  orgName: 'C',
  askedAt: 1,
  requestId: 'r',
};
const kept = (id: string, personId: string, over: Partial<Kept> = {}): Kept => ({
  ...wish,
  id,
  personId,
  ...over,
});
const must = <T>(value: T) => {
  if (isRejection(value)) throw new Error(value.code);
  return value as Exclude<T, { ok: false }>;
};

describe('keeping', () => {
  const many = Array.from({ length: limits.family }, (_, n) => kept(`f-x${n}`, `p${n}`));
  it.each<[string, PersonDoc, PersonDoc, string | undefined, string]>([
    ['oneself', asker, asker, undefined, 'FAMILY_IS_SELF'],
    ['what is not kept', asker, theirs, 'f-9', 'FAMILY_NOT_FOUND'],
    ['one more than ten', { ...asker, family: many }, theirs, undefined, 'FAMILY_FULL'],
    [
      'who has said no',
      asker,
      { ...theirs, kin: [{ keptId: 'f-0', id: 'daughter', name: '', relation: 'parent', agrees: false }] },
      undefined,
      'FAMILY_SAID_NO',
    ],
  ])('refuses %s', (_, who, them, familyId, code) =>
    expect(keeping(who, them, wish, familyId)).toMatchObject({ code }),
  );

  it('writes both ends, and an answer that was given before holds', () => {
    const yes = { keptId: 'f-0', id: 'daughter', name: '', relation: 'parent', agrees: true } as const;
    const after = must(keeping(asker, { ...theirs, kin: [yes] }, wish));
    expect(after.asker.family).toMatchObject([{ id: 'f-1', personId: 'mother', agrees: true }]);
    expect(after.theirs.kin).toEqual([{ ...yes, keptId: 'f-1', name: 'daughter' }]);
  });

  it('changes one of ten', () => {
    const family = [...many.slice(1), kept('f-5', 'mother')];
    const after = must(keeping({ ...asker, family }, theirs, { ...wish, relation: 'relative' }));
    expect(after.asker.family).toHaveLength(limits.family);
    expect(after.kept).toMatchObject({ id: 'f-5', relation: 'relative' });
  });
});

it('gives one who is kept, unless they have said no', () => {
  const who = { ...asker, family: [kept('a', 'p1'), kept('b', 'p2', { agrees: false })] };
  expect(keptOf(who, 'a')).toMatchObject({ personId: 'p1' });
  expect(keptOf(who, 'b')).toMatchObject({ code: 'FAMILY_SAID_NO' });
  expect(keptOf(who, 'c')).toMatchObject({ code: 'FAMILY_NOT_FOUND' });
});

it('believes that two are family by the word of either, unless it was denied', () => {
  const kin = (id: string, agrees?: boolean) =>
    ({ keptId: id, id, name: '', relation: 'child', agrees }) as const;
  const who = {
    ...asker,
    family: [kept('a', 'p1'), kept('b', 'p2', { agrees: false })],
    kin: [kin('p1'), kin('p3', true), kin('p4', false)],
  };
  expect(relativesOf(who)).toEqual(['p1', 'p3']);
});

it('has both families after two entries were made one, and its own again after', () => {
  const into = { ...asker, family: [kept('a', 'p1')] };
  const from = {
    ...personDoc('old', 'resident'),
    family: [kept('b', 'p1'), kept('c', 'p2')],
    kin: [{ keptId: 'z', id: 'p9', name: '', relation: 'parent' } as const],
  };
  const one = { ...into, ...joinedFamily(into, from) };
  expect(one.family.map(({ id }) => id)).toEqual(['a', 'c']);
  expect(one.kin).toHaveLength(1);
  const parted = partedFamily(one, from);
  expect(parted.family?.map(({ id }) => id)).toEqual(['a']);
  expect(parted.kin).toEqual([]);
});

it('takes who asked out of a case, and remembers it', () => {
  const kase = opened({
    resident: theirs,
    asker: { id: 'daughter', name: '', phone: '', relation: 'parent' },
  });
  expect(kase.conflicts).toContain('daughter');
  expect(must(dismissed(kase)).change).toEqual({ asker: undefined, dismissed: ['daughter'] });
  expect(dismissed({ ...kase, asker: undefined })).toMatchObject({ code: 'FAMILY_NOT_FOUND' });
});
