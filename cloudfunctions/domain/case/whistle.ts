import { type Rejection, reject } from '../../../contract/errors';
import { clockOfDays, stopped } from '../time/clock';
import { isManagerOf } from './case';
import type { CaseDoc, Hours, OrgDoc, PersonDoc, ReviewDoc, Whistle } from '../documents';
import type { Change } from './timeline';

/** 吹哨: the community asks, the unit that was summoned answers, the asking side says whether that helped. */

/**
 * The tier that is summoned with this unit: a street or the district itself, of the case's own district, one of a tier at
 * a time. Errors: UNIT_NOT_SUMMONABLE.
 */
export function summonedTier(kase: CaseDoc, unit: OrgDoc): Whistle['tier'] | Rejection {
  const { tier } = unit;
  if (unit.unit.district !== kase.unit.district || (tier !== 'street' && tier !== 'district'))
    return reject('UNIT_NOT_SUMMONABLE', { orgId: '请选本区的街道或区级单位。' });
  const waiting = kase.whistles.find((one) => one.tier === tier && one.answer === undefined);
  return waiting
    ? reject('UNIT_NOT_SUMMONABLE', { orgId: `${waiting.orgName}还没答复上一次，等答复了再吹。` })
    : tier;
}

/** The manager of that unit who is asked: the one named, else its first. Errors: UNIT_NOT_SUMMONABLE. */
export function ownerOf(unit: OrgDoc, ownerId?: string): OrgDoc['managers'][number] | Rejection {
  const owner = unit.managers.find(({ id }) => ownerId === undefined || id === ownerId);
  return owner ?? reject('UNIT_NOT_SUMMONABLE', { ownerId: `${unit.name}没有这位负责人，请重新选。` });
}

/** One more whistle. */
export function summoned(
  kase: CaseDoc,
  unit: OrgDoc,
  wish: Pick<Whistle, 'tier' | 'question' | 'owner' | 'askedBy'> & { days: number },
  hours: Hours,
  now: number,
): Change & { whistles: Whistle[] } {
  const { days, ...asked } = wish;
  const whistle: Whistle = {
    id: `w${kase.whistles.length + 1}`,
    orgId: unit._id,
    orgName: unit.name,
    ...asked,
    clock: clockOfDays(hours, now, days),
  };
  return { whistles: [...kase.whistles, whistle] };
}

/** The whistle that this person may answer. Errors: WHISTLE_NOT_FOUND, NOT_YOUR_CASE, WHISTLE_ANSWERED. */
export function answerable(kase: CaseDoc, who: PersonDoc, whistleId: string): Whistle | Rejection {
  const whistle = kase.whistles.find((one) => one.id === whistleId);
  if (!whistle) return reject('WHISTLE_NOT_FOUND', { whistleId: '没有这次吹哨。' });
  if (!isManagerOf(who, whistle.orgId))
    return reject('NOT_YOUR_CASE', { whistleId: '这次吹哨问的不是您的单位。' });
  return whistle.answer === undefined
    ? whistle
    : reject('WHISTLE_ANSWERED', { whistleId: `${whistle.answeredBy ?? ''}已经答复过了。` });
}

export function answered(kase: CaseDoc, whistle: Whistle, answer: string, by: string, now: number): Change {
  return replaced(kase, {
    ...whistle,
    answer,
    answeredBy: by,
    clock: stopped(whistle.clock, now) ?? whistle.clock,
  });
}

/**
 * The whistle whose answer this person can rate, never their own. Errors: WHISTLE_NOT_FOUND, NOT_YOUR_CASE, WHISTLE_OPEN,
 * ALREADY_REVIEWED.
 */
export function answerToRate(kase: CaseDoc, who: PersonDoc, whistleId: string): Whistle | Rejection {
  const whistle = kase.whistles.find((one) => one.id === whistleId);
  if (!whistle) return reject('WHISTLE_NOT_FOUND', { whistleId: '没有这次吹哨。' });
  if (isManagerOf(who, whistle.orgId))
    return reject('NOT_YOUR_CASE', { whistleId: '自己单位的答复，请吹哨的一方来评。' });
  if (whistle.answer === undefined) return reject('WHISTLE_OPEN', { whistleId: '还没有答复。' });
  return whistle.rating === undefined
    ? whistle
    : reject('ALREADY_REVIEWED', { whistleId: '这次答复评过了。' });
}

export function rated(
  kase: CaseDoc,
  whistle: Whistle,
  rating: ReviewDoc['level'],
  ratingText?: string,
): Change {
  return replaced(kase, { ...whistle, rating, ratingText });
}

function replaced(kase: CaseDoc, whistle: Whistle): Change {
  return { whistles: kase.whistles.map((one) => (one.id === whistle.id ? whistle : one)) };
}
