import type { BatchView } from '../../../contract/models';
import { limits } from '../../../contract/limits';
import { instantOf, shanghai } from '../../../contract/time';
import type { BatchDoc, BatchEntry, ReviewDoc } from '../documents';
import { countLevels, satisfiedOf } from './review';
import { sha256 } from '../sha256';

/**
 * Reviews come to light in batches: a month at a time, five or more together, and never changed after. So the
 * difference of two looks never shows a single review. Rules: docs/decisions/0024.
 */

/** From when on a review that was settled in a month may be in a batch: the second day of the next, when no write of the month is on its way any more. */
export function sealAtFor(settledAt: number): number {
  const month = shanghai(settledAt).add(1, 'month').format('YYYY-MM');
  return instantOf(`${month}-02`);
}

/** The last month that a batch sealed now holds. */
function monthSealed(now: number): string {
  return shanghai(now).subtract(1, 'month').format('YYYY-MM');
}

/** Whose the batches of a community's wall are. */
export const wallOf = (communityId: string): string => `wall:${communityId}`;

export function batchId(owner: string, now: number): string {
  return `${owner}:${monthSealed(now)}`;
}

/**
 * A batch of these reviews, or undefined where they are too few. Ids and order follow from the words and a salt that is kept
 * nowhere: an agent who knows the cases cannot work out whose entry is whose.
 */
export function sealed(
  owner: string,
  reviews: readonly ReviewDoc[],
  salt: string,
  now: number,
): BatchDoc | undefined {
  if (reviews.length < limits.batch) return undefined;
  const seen = new Map<string, number>();
  const placed = reviews
    .map((review) => {
      const words = entryOf(review);
      const content = JSON.stringify(words);
      const nth = (seen.get(content) ?? 0) + 1;
      seen.set(content, nth);
      const id = sha256(`${salt}\n${content}\n${nth}`).toString('hex').slice(0, 24);
      return { entry: { id, ...words }, member: review._id };
    })
    .sort((a, b) => (a.entry.id < b.entry.id ? -1 : 1));
  return {
    _id: batchId(owner, now),
    owner,
    month: monthSealed(now),
    at: now,
    entries: placed.map(({ entry }) => entry),
    members: placed.map(({ member }) => member),
  };
}

/** What of a review is ever read by others than the resident and the managers. */
function entryOf({ level, tags, text, textState, answer }: ReviewDoc): Omit<BatchEntry, 'id'> {
  return {
    level,
    tags: [...tags].sort(),
    ...(textState === 'shown' && { text }),
    ...(answer !== undefined && { answer }),
  };
}

/** The batch as its agent reads it. A rating whose appeal was upheld is shown and not counted. */
export function batchViewOf({ month, entries }: BatchDoc): BatchView {
  const counted = entries.filter((entry) => entry.appeal?.state !== 'upheld');
  const levels = countLevels(counted.map((entry) => entry.level));
  const tags = [...new Set(entries.flatMap((entry) => entry.tags))].sort();
  return {
    month,
    numerator: satisfiedOf(levels),
    denominator: counted.length,
    levels,
    tags: tags.map((tag) => ({ tag, count: entries.filter((entry) => entry.tags.includes(tag)).length })),
    entries: entries.map(({ id, level, tags: own, text, appeal }) => ({
      id,
      level,
      tags: own,
      text,
      appeal,
    })),
  };
}

/** The batch with one entry changed, or taken out where `change` gives undefined; found by its case. */
export function withEntry(
  batch: BatchDoc,
  caseId: string,
  change: (entry: BatchEntry) => BatchEntry | undefined,
): Pick<BatchDoc, 'entries' | 'members'> {
  const kept = batch.entries.flatMap((entry, i) => {
    const next = batch.members[i] === caseId ? change(entry) : entry;
    return next ? [{ entry: next, member: batch.members[i] ?? '' }] : [];
  });
  return { entries: kept.map(({ entry }) => entry), members: kept.map(({ member }) => member) };
}
