import { addDays, instantOf, dayOf } from '../../../contract/time';
import type { ChainDoc, OrgDoc } from '../documents';
import { aboveOf } from '../units/tree';
import { originOf, startOf } from './hash';

const MINUTE = 60_000;
/** Below before above, so that a day's heads are in the chain of the unit above on the same day. */
const minutesAfter = { grid: 0, community: 10, street: 30, district: 50 } as const;

/** When a day of a unit is closed: shortly after it is over, in the night. */
export const closesAt = (tier: OrgDoc['tier'], day: string): number =>
  instantOf(addDays(day, 1)) + minutesAfter[tier] * MINUTE;

/**
 * The chain of a unit that has none: it begins with the day on which it is opened, or with the day that the others have not closed yet
 * (`oldest`: one of those that are furthest behind).
 */
export function openedChain(unit: OrgDoc, now: number, oldest?: Pick<ChainDoc, 'since' | 'day'>): ChainDoc {
  const today = dayOf(now);
  const begins = { since: instantOf(today), day: addDays(today, -1) };
  const { since, day } = oldest && oldest.since < begins.since ? oldest : begins;
  return {
    _id: unit._id,
    n: 0,
    hash: startOf(unit._id),
    day,
    from: 1,
    since,
    dueAt: closesAt(unit.tier, addDays(day, 1)),
    sealedAt: now,
    above: aboveOf(unit),
  };
}

/**
 * The chain after the clock went back: what is written from now on is looked for, though it says to be older than what is sealed, and
 * today is closed again. Numbers only grow, so nothing that is sealed changes.
 */
export function turnedBack(
  chain: ChainDoc,
  tier: OrgDoc['tier'],
  now: number,
): Pick<ChainDoc, 'since' | 'day' | 'dueAt' | 'sealedAt'> {
  const today = dayOf(now);
  const yesterday = addDays(today, -1);
  return {
    since: Math.min(chain.since, now),
    day: chain.day < yesterday ? chain.day : yesterday,
    dueAt: Math.min(chain.dueAt, closesAt(tier, today)),
    sealedAt: now,
  };
}

/** 校验单 as text, in the shape of a C2SP checkpoint: origin, count, hash, and the day. The hash is in hex, as `sha256sum` writes it. */
export const textOfHead = ({ unit, n, hash, day }: { unit: string; n: number; hash: string; day: string }) =>
  `${originOf(unit)}\n${n}\n${hash}\n${day}\n`;
