import { limits } from '../../contract/limits';
import { type Rejection, reject } from '../../contract/errors';
import type { CaseDoc, Kept, PersonDoc } from './documents';

/** 替家人办: who asks for whom. What either side learns of the other: docs/decisions/0054. */

/** What is kept of a person whom the asker has looked up. */
export type Keeping = Omit<Kept, 'personId' | 'agrees'>;

const NOT_KEPT = { familyId: '请刷新看看，或重新记一位。' };

/**
 * The asker's entry and that person's, once the one keeps the other. With `familyId` it takes the place of what was kept under that id.
 * Errors: FAMILY_IS_SELF, FAMILY_NOT_FOUND, FAMILY_SAID_NO, FAMILY_FULL.
 */
export function keeping(
  asker: PersonDoc,
  theirs: PersonDoc,
  wish: Keeping,
  familyId?: string,
): { asker: PersonDoc; theirs: PersonDoc; kept: Kept } | Rejection {
  if (theirs._id === asker._id) return reject('FAMILY_IS_SELF', { name: '请写家人的姓名。' });
  const { family = [] } = asker;
  const earlier = family.find(({ id }) => id === familyId);
  if (familyId !== undefined && !earlier) return reject('FAMILY_NOT_FOUND', NOT_KEPT);
  const same = family.find(({ personId }) => personId === theirs._id);
  const answer = theirs.kin?.find(({ id }) => id === asker._id)?.agrees;
  if (answer === false) return reject('FAMILY_SAID_NO', { name: '请先跟本人说好。' });
  const others = family.filter((one) => one !== earlier && one !== same);
  if (others.length >= limits.family)
    return reject('FAMILY_FULL', { name: `最多记${limits.family}位，请先去掉一位。` });
  const kept: Kept = { ...wish, id: (earlier ?? same)?.id ?? wish.id, personId: theirs._id, agrees: answer };
  const { id: keptId, relation } = kept;
  const kin = { keptId, id: asker._id, name: asker.name, relation, agrees: answer };
  return {
    kept,
    asker: { ...asker, family: [...others, kept] },
    theirs: { ...theirs, kin: [...kinWithout(theirs, asker._id), kin] },
  };
}

/** Those who keep a person, but for one. */
export const kinWithout = ({ kin = [] }: PersonDoc, askerId: string) =>
  kin.filter(({ id }) => id !== askerId);

/** One of the asker's family, who has not said no. Errors: FAMILY_NOT_FOUND, FAMILY_SAID_NO. */
export function keptOf({ family = [] }: PersonDoc, familyId: string): Kept | Rejection {
  const kept = family.find(({ id }) => id === familyId);
  if (!kept) return reject('FAMILY_NOT_FOUND', NOT_KEPT);
  return kept.agrees === false ? reject('FAMILY_SAID_NO', { familyId: '请先跟本人说好。' }) : kept;
}

/** Family of a person, by either's word unless it was denied: none of them may work on their cases. */
export function relativesOf({ family = [], kin = [] }: PersonDoc): string[] {
  const believed = <T extends { agrees?: boolean }>(links: T[]) =>
    links.filter(({ agrees }) => agrees !== false);
  return [
    ...new Set([...believed(family).map(({ personId }) => personId), ...believed(kin).map(({ id }) => id)]),
  ];
}

/** What one entry has of both after two were made one; what both have stands once, as `into` has it. */
export function joinedFamily(into: PersonDoc, from: PersonDoc): Pick<PersonDoc, 'family' | 'kin'> {
  const { family = [], kin = [] } = into;
  const more = (from.family ?? []).filter(({ personId }) => !family.some((one) => one.personId === personId));
  const moreKin = (from.kin ?? []).filter(({ id }) => !kin.some((one) => one.id === id));
  return {
    ...(more.length > 0 ? { family: [...family, ...more] } : {}),
    ...(moreKin.length > 0 ? { kin: [...kin, ...moreKin] } : {}),
  };
}

/** What is left of it when they are parted: `from` still has what it brought. */
export function partedFamily(into: PersonDoc, from: PersonDoc): Pick<PersonDoc, 'family' | 'kin'> {
  const family = into.family?.filter(({ id }) => !from.family?.some((one) => one.id === id));
  const kin = into.kin?.filter(({ keptId }) => !from.kin?.some((one) => one.keptId === keptId));
  return { family, kin };
}

/** The case without who asked for its resident. Errors: FAMILY_NOT_FOUND. */
export function dismissed({
  asker,
  dismissed: before = [],
}: CaseDoc):
  | { from: { id: string; name: string }; change: Pick<CaseDoc, 'asker' | 'dismissed'> }
  | Rejection {
  if (!asker) return reject('FAMILY_NOT_FOUND', { caseId: '没有别人替您办这件。' });
  const { id, name } = asker;
  return { from: { id, name }, change: { asker: undefined, dismissed: [...before, id] } };
}
