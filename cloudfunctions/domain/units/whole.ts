import { type Rejection, reject } from '../../../contract/errors';
import { tierAbove, tiersDown } from '../../../contract/tiers';
import { addDays, dayOf } from '../../../contract/time';
import { tierNames } from '../../../contract/words';
import type { CaseDoc, OrgDoc, PersonDoc, Unit, Whole } from '../documents';
import { aboveOf } from './tree';

/** 撤并和划转: a unit with all that lies within it goes into another of its tier, or below another one. */

/** Where something lies whose unit was within the one that goes. */
export function placedIn(unit: Unit, { tier, to }: Pick<Whole, 'tier' | 'to'>): Unit {
  const own = tiersDown.slice(tiersDown.indexOf(tier) + 1).flatMap((below) => {
    const id = unit[below];
    return id === undefined ? [] : [[below, id] as const];
  });
  return { ...to, ...Object.fromEntries(own) };
}

/** What it means to put a unit into another of its tier. Errors: UNIT_CANNOT_BE_THERE, UNIT_CLOSED. */
export function mergeOf(unit: OrgDoc, into: OrgDoc): Whole | Rejection {
  const { _id: id, tier, name } = unit;
  if (id === into._id) return reject('UNIT_CANNOT_BE_THERE', { into: '不能并进自己，请另选一个。' });
  if (tier === 'district') return reject('UNIT_CANNOT_BE_THERE', { into: '区是最上面一级，不能并掉。' });
  if (tier !== into.tier)
    return reject('UNIT_CANNOT_BE_THERE', {
      into: `${name}是${tierNames[tier]}，只能并进别的${tierNames[tier]}。`,
    });
  return closed(unit, into, 'into') ?? { id, tier, from: unit.unit, to: into.unit, into: into._id };
}

/** What it means to put a unit below another one. Errors: UNIT_CANNOT_BE_THERE, UNIT_CLOSED. */
export function moveOf(unit: OrgDoc, above: OrgDoc): Whole | Rejection {
  const { _id: id, tier, name } = unit;
  const wanted = tierAbove[tier];
  if (above.unit[tier] === id)
    return reject('UNIT_CANNOT_BE_THERE', { above: '不能放到自己下面，请另选一个上级。' });
  if (!wanted) return reject('UNIT_CANNOT_BE_THERE', { above: '区是最上面一级，没有上级。' });
  if (above.tier !== wanted)
    return reject('UNIT_CANNOT_BE_THERE', {
      above: `${name}是${tierNames[tier]}，上级只能是${tierNames[wanted]}。`,
    });
  if (aboveOf(unit) === above._id)
    return reject('UNIT_CANNOT_BE_THERE', { above: `${name}已经在${above.name}下面了。` });
  return closed(unit, above, 'above') ?? { id, tier, from: unit.unit, to: { ...above.unit, [tier]: id } };
}

function closed(unit: OrgDoc, other: OrgDoc, field: string): Rejection | undefined {
  if (unit.closedAt !== undefined) return reject('UNIT_CLOSED', { orgId: `${unit.name}已经撤销了。` });
  return other.closedAt === undefined
    ? undefined
    : reject('UNIT_CLOSED', { [field]: `${other.name}已经撤销了，请另选一个。` });
}

/** The tier whose unit is another one afterwards, and its id before: by it is told what has not gone yet. */
export function leftBy({ tier, from, to }: Whole): { tier: keyof Unit; id: string } {
  const changed = tiersDown.find((one) => from[one] !== undefined && from[one] !== to[one]) ?? tier;
  return { tier: changed, id: from[changed] ?? '' };
}

/** A unit below the one that goes, or that one itself: where it lies now, and where it lay up to this day's end. */
export function placedUnit(
  { unit, was = [] }: OrgDoc,
  whole: Whole,
  now: number,
): Pick<OrgDoc, 'unit' | 'was'> {
  return { unit: placedIn(unit, whole), was: [...was, { until: addDays(dayOf(now), 1), unit }] };
}

/** Where a unit lay on a day: figures stay where they were counted. */
export const unitOn = ({ unit, was = [] }: Pick<OrgDoc, 'unit' | 'was'>, day: string): Unit =>
  was.find(({ until }) => day < until)?.unit ?? unit;

/** The posts of a person who goes along: a resident's and an agent's community is another one then. Who manages it, a manager says. */
export function placedPosts(
  { posts, unit }: Pick<PersonDoc, 'posts' | 'unit'>,
  whole: Whole,
  home: Pick<OrgDoc, '_id' | 'name'>,
): PersonDoc['posts'] {
  const { community } = unit;
  if (community === undefined || placedIn(unit, whole).community === community) return posts;
  return posts.map((post) =>
    post.role === 'manager' || post.orgId !== community
      ? post
      : { ...post, orgId: home._id, orgName: home.name },
  );
}

/** An open case that goes along: who was told of it, and who was asked, is told and asked where it is now. */
export function placedCase(kase: CaseDoc, whole: Whole, grid: OrgDoc | undefined): Partial<CaseDoc> {
  const unit = placedIn(kase.unit, whole);
  const { escalations, whistles, escalatedTo, whistledTo } = kase;
  const { community, grid: inGrid } = kase.unit;
  const asked = (id: string) => (id === whole.id && whole.into !== undefined ? whole.into : id);
  const told = (id: string) => {
    const tier = tiersDown.find((one) => kase.unit[one] === id);
    return (tier && unit[tier]) ?? id;
  };
  const isTold = (one: CaseDoc['escalations'][number]) =>
    one.endedAt === undefined && told(one.orgId) !== one.orgId;
  return {
    unit,
    ...(inGrid !== unit.grid ? { gridName: grid?.name, countedGrid: kase.countedGrid ?? inGrid } : {}),
    ...(community !== unit.community ? { countedIn: kase.countedIn ?? community } : {}),
    ...(escalations.some(isTold)
      ? { escalations: escalations.map((one) => (isTold(one) ? { ...one, orgId: told(one.orgId) } : one)) }
      : {}),
    ...(escalatedTo === undefined ? {} : { escalatedTo: told(escalatedTo) }),
    ...(whistles.some((one) => one.answer === undefined && asked(one.orgId) !== one.orgId)
      ? {
          whistles: whistles.map((one) =>
            one.answer === undefined ? { ...one, orgId: asked(one.orgId) } : one,
          ),
          whistledTo: Object.fromEntries(Object.entries(whistledTo).map(([tier, id]) => [tier, asked(id)])),
        }
      : {}),
  };
}
