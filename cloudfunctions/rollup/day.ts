import type { CaseDoc, ReviewDoc, RollupDoc, Unit } from '../domain/documents';
import { spanOf } from '../domain/time/range';
import { isOfStaff } from '../domain/case/complaint';
import { countDay, packedOf } from '../domain/figures/rollup';
import { unitOn } from '../domain/units/whole';
import { findBetween } from '../kit/page';
import { org } from '../kit/reference';
import { find, is, put } from '../kit/store';

const BATCH = 100;

/** Counts one day of a community (`communityId:2026-11-23`) whole, from that day's cases alone. */
export async function makeDay(key: string, unit: Unit, now: number): Promise<void> {
  const { community = '' } = unit;
  const day = key.slice(community.length + 1);
  const [asked, ended] = await Promise.all([
    askedIn(community, day),
    casesOf('unit.community', community, 'endedAt', day),
  ]);
  const rated = ended.filter((kase) => kase.reviewLevel !== undefined).map((kase) => kase._id);
  const tables = countDay(day, asked, ended, await reviewsOf(rated));
  // The community's own place in the tree: a case that was moved away since knows only where it is now.
  const home = await org(community);
  const own = home ? unitOn(home, day) : unit;
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

/** What was asked for in a community on a day, also where the case has gone into another community with its household since. */
async function askedIn(community: string, day: string): Promise<CaseDoc[]> {
  const [here, gone] = await Promise.all([
    casesOf('unit.community', community, 'submittedAt', day),
    casesOf('countedIn', community, 'submittedAt', day),
  ]);
  return [...here.filter(({ countedIn }) => countedIn === undefined), ...gone];
}

/** Cases of a day. */
async function casesOf(
  where: 'unit.community' | 'countedIn',
  community: string,
  at: 'submittedAt' | 'endedAt',
  day: string,
): Promise<CaseDoc[]> {
  const span = spanOf({ from: day, to: day });
  const cases: CaseDoc[] = [];
  for await (const kase of findBetween('cases', { [where]: community }, at, span, { only: counted }))
    if (!isOfStaff(kase)) cases.push(kase);
  return cases;
}

const counted: (keyof CaseDoc)[] = [
  'category',
  'state',
  'unit',
  'countedGrid',
  'countedIn',
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
