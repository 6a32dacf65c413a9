import { type Rejection, reject } from '../../../contract/errors';
import type { Cause } from '../../../contract/words';
import { later } from '../time/clock';
import type { CaseDoc, Escalation, Hours, PersonDoc } from '../documents';
import { isManagerOf } from './case';
import { isOfStaff } from './complaint';
import { holdingTier } from './holder';
import { isClosed, tiers } from './due';
import { type Change, type When, mustAdvance, system } from './timeline';

/**
 * One tier for each breach: community, street, district. What no manager there acknowledges goes one tier further after the
 * policy's hours; what was acknowledged does not fire again. Rules: docs/domain.md, "Clocks".
 */
const hourMs = 3_600_000;

type Tier = Escalation['tier'];
/**
 * Takes a case one tier up for a cause; the same case when that cause has been taken up already. `since`: when the tier should
 * have heard, from which its patience is counted; a timer that came late does not give it more.
 */
export function raise(kase: CaseDoc, cause: Cause, hours: Hours, when: When, since = when.at): CaseDoc {
  const before = kase.escalations.findLast((one) => one.cause === cause);
  if (before && before.endedAt === undefined) return kase;
  // A cause that went away by itself and came back is no second breach: the same tier hears of it again. A rectification's
  // comes back only where another unit has it now.
  const tier = before && !handlingTier(kase, cause) ? before.tier : tierAbove(kase, cause);
  return push(kase, cause, tier, hours, when, since);
}

/** Not acknowledged in time: the next tier hears of it. Above the district there is no tier left to tell. */
export function raiseFurther(
  kase: CaseDoc,
  cause: Cause,
  hours: Hours,
  when: When,
  since = when.at,
): CaseDoc {
  const alarm = kase.escalations.findLast((one) => one.cause === cause && !isClosed(one));
  const tier = alarm && next(alarm.tier);
  if (!alarm || !tier) return kase;
  const passedOn = kase.escalations.map((one) => (one === alarm ? { ...one, endedAt: when.at } : one));
  return push({ ...kase, escalations: passedOn }, cause, tier, hours, when, since);
}

/** What it sets that a manager of the tier that was told says so: that cause goes no further up. Errors: NOT_ESCALATED. */
export function acknowledged(
  { escalations }: CaseDoc,
  who: PersonDoc,
  now: number,
): { cause: Cause; change: Change } | Rejection {
  const open = escalations.filter(
    (one) => (one.acknowledgedAt ?? one.endedAt) === undefined && isManagerOf(who, one.orgId),
  );
  const [first] = open;
  if (!first) return reject('NOT_ESCALATED', { caseId: '没有上报给您的事。' });
  const known = { acknowledgedAt: now, acknowledgedBy: who.name };
  return {
    cause: first.cause,
    change: { escalations: escalations.map((one) => (open.includes(one) ? { ...one, ...known } : one)) },
  };
}

function push(kase: CaseDoc, cause: Cause, tier: Tier, hours: Hours, when: When, since: number): CaseDoc {
  const orgId = kase.unit[tier];
  if (orgId === undefined) {
    // What a street holds has no community: the next tier up is told.
    const above = next(tier);
    return above ? push(kase, cause, above, hours, when, since) : kase;
  }
  const furtherAt = next(tier) && patienceEnd(kase, hours, since);
  const one: Escalation = { cause, tier, orgId, at: when.at, furtherAt };
  return mustAdvance(
    kase,
    { do: 'escalate', by: system, ...when, cause, tier, org: { id: orgId, name: '' } },
    { escalations: [...kase.escalations, one] },
  );
}

/** How long a tier has to say that it knows: working hours, or for urgent safety the hours of its first response, day and night. */
function patienceEnd({ urgent, terms }: CaseDoc, hours: Hours, at: number): number {
  return urgent
    ? later('always', hours, at, terms.urgentResponseHours * hourMs)
    : later('office', hours, at, terms.escalateHours * hourMs);
}

/** One above the highest tier so far; for a rectification or a complaint, one above the unit that handles it. */
function tierAbove(kase: CaseDoc, cause: Cause): Tier {
  const { escalations } = kase;
  const ofKind = escalations.filter((one) => isOfRectification(one.cause) === isOfRectification(cause));
  const handling = handlingTier(kase, cause);
  const highest = Math.max(
    handling ? tiers.indexOf(handling) : -1,
    ...ofKind.map((one) => tiers.indexOf(one.tier)),
  );
  return tiers[highest + 1] ?? 'district';
}

function handlingTier(kase: CaseDoc, cause: Cause): Tier | undefined {
  if (isOfRectification(cause)) return kase.rectification?.tier;
  return isOfStaff(kase) ? holdingTier(kase) : undefined;
}

function isOfRectification(cause: Cause): boolean {
  return cause === 'verify' || cause === 'mend';
}

function next(tier: Tier): Tier | undefined {
  return tiers[tiers.indexOf(tier) + 1];
}
