import type { CaseDoc, ReviewDoc, RollupDoc, Unit } from '../domain/documents';
import { spanOf } from '../domain/time/range';
import { countDay, packedOf } from '../domain/figures/rollup';
import { findBetween } from '../kit/page';
import { org } from '../kit/reference';
import { find, is, put } from '../kit/store';

const BATCH = 100;

/** Counts one day of a community (`communityId:2026-11-23`) whole, from that day's cases alone. */
export async function makeDay(key: string, unit: Unit, now: number): Promise<void> {
  const { community = '' } = unit;
  const day = key.slice(community.length + 1);
  const [asked, ended] = await Promise.all([
    casesOf(community, 'submittedAt', day),
    casesOf(community, 'endedAt', day),
  ]);
  const rated = ended.filter((kase) => kase.reviewLevel !== undefined).map((kase) => kase._id);
  const tables = countDay(day, asked, ended, await reviewsOf(rated));
  // The community's own place in the tree: a case that was moved away since knows only where it is now.
  const own = (await org(community))?.unit ?? unit;
  const doc: RollupDoc = {
    _id: key,
    orgId: community,
    tier: 'community',
    parent: own.street ?? own.district,
    unit: own,
    period: day,
    at: now,
    packed: packedOf(tables),
  };
  await put('rollups', doc);
}

/** A community's cases of a day. */
async function casesOf(community: string, at: 'submittedAt' | 'endedAt', day: string): Promise<CaseDoc[]> {
  const span = spanOf({ from: day, to: day });
  const cases: CaseDoc[] = [];
  for await (const kase of findBetween('cases', { 'unit.community': community }, at, span, { only: counted }))
    cases.push(kase);
  return cases;
}

const counted: (keyof CaseDoc)[] = [
  'state',
  'unit',
  'countedGrid',
  'serviceCode',
  'mode',
  'channel',
  'submittedAt',
  'respondedAt',
  'endedAt',
  'endedLate',
  'endedAs',
  'firstCompletedAt',
  'reopenedAt',
  'reviewLevel',
  'reviewHeadline',
  'assignment',
  'rectification',
  'clocks',
];

async function reviewsOf(ids: readonly string[]): Promise<ReviewDoc[]> {
  const reviews: ReviewDoc[] = [];
  for (let i = 0; i < ids.length; i += BATCH) {
    const some = ids.slice(i, i + BATCH);
    reviews.push(
      ...(await find(
        'reviews',
        { _id: is.in(some) },
        { orderBy: [['_id', 'asc']], limit: BATCH, only: ['tags'] },
      )),
    );
  }
  return reviews;
}
