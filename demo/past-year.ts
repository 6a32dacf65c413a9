import type { AgentDoc, CaseDoc, OrgDoc, ReviewDoc } from '../cloudfunctions/domain/documents';
import { addDays, weekdayOf } from '../contract/time';
import type { Client } from './client';
import { demoDocuments } from './documents';
import { type Past, pastDay } from './past-cases';

/** Up to the day before the demo's Monday; every third day has cases, so that all weekdays come up and roll-ups stay few. */
const LAST = '2026-11-22';
const DAYS = 354;
const STEP = 3;
/** Cases a day of two communities of one street: one large enough for its items to be shown, and one that is small. */
const perDay: Record<string, number> = { 'cm-xinmin': 27, 'cm-zhongdong': 4 };

const HOUR = 3_600_000;

/**
 * The demo's community with a year behind it, as a seed for pictures and for tests of pages: the roll-ups are still to be made
 * (`rollUp` below). Some items are asked for more than others, and there are more cases from month to month.
 */
export function pastYear(): Record<string, { _id: string }[]> {
  const demo = demoDocuments() as unknown as { orgs: OrgDoc[]; agents: AgentDoc[] };
  const past = Object.entries(perDay).flatMap(([id, most]) => {
    const community = demo.orgs.find((one) => one._id === id);
    if (!community) throw new Error(`the demo has no ${id}`);
    const grids = demo.orgs.filter((one) => one.tier === 'grid' && one.unit.community === id);
    const agents = demo.agents.filter((one) => one.unit.community === id);
    return Array.from({ length: DAYS / STEP }, (_, i) => i * STEP).flatMap((i) => {
      const day = addDays(LAST, i - DAYS + 1);
      const weekday = weekdayOf(day);
      const share = weekday === 7 ? 0 : weekday === 6 ? 0.3 : 0.6 + (0.4 * i) / DAYS;
      return pastDay(community, grids, agents, day, Math.round(most * share))
        .filter(isAskedFor)
        .map(lived);
    });
  });
  const cases: CaseDoc[] = past.map(({ kase }) => kase);
  const reviews: ReviewDoc[] = past.flatMap(({ review }) => (review ? [review] : []));
  return { ...demoDocuments(), cases, reviews };
}

/** What many ask for, and what few do. */
function isAskedFor({ kase: { serviceCode } }: Past, i: number): boolean {
  const often = ['daily-errand', 'pension-qualification-verify', 'elderly-allowance', 'report-issue'];
  return often.includes(serviceCode) || (serviceCode.length + i) % 3 !== 0;
}

/** Some are answered late; four of five bad reviews were mended in time, the others late. */
function lived(past: Past, i: number): Past {
  const { kase, review } = past;
  const { endedAt = 0, reviewLevel: level } = kase;
  const { response } = kase.clocks;
  if (i % 13 === 5 && response) kase.respondedAt = response.dueAt + HOUR;
  if (level && review?.bad) {
    const dueAt = endedAt + 120 * HOUR;
    const closedAt = i % 5 === 2 ? dueAt + HOUR : dueAt - HOUR;
    const { unit } = kase;
    kase.clocks.mend = { startedAt: endedAt, warnAt: dueAt, dueAt, stoppedAt: closedAt };
    kase.rectification = {
      state: 'closed',
      level,
      openedAt: endedAt,
      orgId: unit.street ?? unit.district,
      orgName: '',
      tier: 'street',
      outcome: 'mended',
      calls: [],
      closedAt,
    };
  }
  return past;
}

/** Fires the timer of the roll-ups until it finds little more than what it always looks at again. */
export async function rollUp(client: Client): Promise<void> {
  for (let found = 100; found >= 100;) {
    const { result } = await client.local<{ result: { data: { found: number } } }>('timers/rollup', {});
    ({ found } = result.data);
  }
}
