import type { Tier } from '../../contract/models';
import type { Cause } from '../../contract/words';
import { later } from './clock';
import type { CaseDoc, Escalation, Hours } from './documents';
import type { Step } from './timeline';
import { mustAdvance, system } from './timeline';

/**
 * One tier for each breach: community, street, district. What nobody there acknowledges goes one tier further after the
 * policy's hours; what was acknowledged does not fire again. Rules: design/domain.md, "Clocks".
 */
const tiers = ['community', 'street', 'district'] as const satisfies Tier[];
const hourMs = 3_600_000;

type When = Pick<Step, 'at' | 'requestId'>;

/** Takes a case one tier up for a cause; the same case when that cause has been taken up already. */
export function raise(kase: CaseDoc, cause: Cause, hours: Hours, when: When): CaseDoc {
  const before = kase.escalations.findLast((one) => one.cause === cause);
  if (before && before.endedAt === undefined) return kase;
  // A cause that went away by itself and came back is no second breach: the same tier hears of it again.
  return push(kase, cause, before?.tier ?? tierAbove(kase.escalations), hours, when);
}

/** Nobody said that they know: the next tier hears of it. At the top there is nobody left to tell. */
export function raiseFurther(kase: CaseDoc, hours: Hours, when: When): CaseDoc {
  const alarm = kase.escalations.findLast(
    ({ acknowledgedAt, endedAt }) => (acknowledgedAt ?? endedAt) === undefined,
  );
  const tier = alarm && nextTier(alarm.tier);
  if (!alarm || !tier) return { ...kase, escalateAt: undefined };
  const passedOn = kase.escalations.map((one) => (one === alarm ? { ...one, endedAt: when.at } : one));
  return push({ ...kase, escalations: passedOn }, alarm.cause, tier, hours, when);
}

function push(kase: CaseDoc, cause: Cause, tier: Tier | undefined, hours: Hours, when: When): CaseDoc {
  const orgId = tier && orgOf(kase, tier);
  if (!tier || !orgId) return kase;
  const one: Escalation = { cause, tier, orgId, at: when.at };
  const pace = kase.urgent ? 'always' : 'office';
  return mustAdvance(
    kase,
    { do: 'escalate', by: system, ...when, cause, tier, org: { id: orgId, name: '' } },
    {
      escalations: [...kase.escalations, one],
      escalateAt: nextTier(tier) && later(pace, hours, when.at, kase.terms.escalateHours * hourMs),
    },
  );
}

/** One above the highest tier so far. */
function tierAbove(escalations: readonly Escalation[]): Tier | undefined {
  const highest = Math.max(
    -1,
    ...escalations.map((one) => tiers.indexOf(one.tier as (typeof tiers)[number])),
  );
  return tiers[Math.min(highest + 1, tiers.length - 1)];
}

function nextTier(tier: Tier): Tier | undefined {
  return tiers[tiers.indexOf(tier as (typeof tiers)[number]) + 1];
}

function orgOf({ unit }: CaseDoc, tier: Tier): string | undefined {
  return tier === 'grid' ? unit.grid : unit[tier];
}
