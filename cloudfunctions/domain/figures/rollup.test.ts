import * as fc from 'fast-check';
import { type Counts, type MetricKey, metricKeys, partsOf } from '../../../contract/metrics';
import { addDays, dayOf, instantOf } from '../../../contract/time';
import { type Level, SATISFIED, levels } from '../../../contract/words';
import type { CaseDoc, Clock } from '../documents';
import { countDay, daysOf, packedOf, sumAbove, sumOf, tablesOf, totalOf } from './rollup';
import { opened } from '../../../tests/support/world';
import { completed } from '../case/progress';
import { mustAdvance } from '../case/timeline';

/** What happened to one case, as staff would tell it. Hours count from the submission. */
interface History {
  hour: number;
  service: string;
  grid: string;
  mode: CaseDoc['mode'];
  channel: CaseDoc['channel'];
  takenAfter?: number;
  end: 'open' | 'completed' | 'terminated' | 'cancelled';
  endsAfter: number;
  level?: Level;
  headline: boolean;
  tag: string;
  mending?: { closes: boolean; late: boolean };
  reopened: boolean;
  /** how it ended after it was opened again */
  then: 'open' | 'completed' | 'terminated' | 'cancelled';
}

const START = instantOf('2026-11-02', '00:00');
const HOUR = 3_600_000;
const ends = ['open', 'completed', 'terminated', 'cancelled'] as const;

const history: fc.Arbitrary<History> = fc.record({
  hour: fc.nat(24 * 20),
  service: fc.constantFrom('a', 'b', 'c'),
  grid: fc.constantFrom('g1', 'g2', 'g3'),
  mode: fc.constantFrom('home-visit', 'counter', 'online'),
  channel: fc.constantFrom('self', 'phone', 'visit'),
  takenAfter: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
  end: fc.constantFrom(...ends),
  endsAfter: fc.integer({ min: 101, max: 1500 }),
  level: fc.option(fc.constantFrom(...(Object.keys(levels) as Level[])), { nil: undefined }),
  headline: fc.boolean(),
  tag: fc.constantFrom('办得快', '态度好'),
  mending: fc.option(fc.record({ closes: fc.boolean(), late: fc.boolean() }), { nil: undefined }),
  reopened: fc.boolean(),
  then: fc.constantFrom(...ends),
});

const agentId = 'agent-1';
const startOf = (one: History) => START + one.hour * HOUR;
const endAt = (one: History) => startOf(one) + one.endsAfter * HOUR;
/** Opened again for this long. */
const AGAIN = 70 * HOUR;
const wasTaken = (one: History) => one.takenAfter !== undefined;
const wasCompleted = (one: History) => wasTaken(one) && one.end === 'completed';
const wasReopened = (one: History) => wasCompleted(one) && one.reopened;

/** The case that such a history leaves behind, by the rules of the product. */
function caseOf(one: History, i: number): CaseDoc {
  const at = startOf(one);
  const by = { part: 'system', id: 's', name: '' } as const;
  let kase: CaseDoc = opened({}, at);
  kase = { ...kase, _id: `case-${i}`, serviceCode: one.service, mode: one.mode, channel: one.channel };
  kase = { ...kase, unit: { ...kase.unit, grid: one.grid } };
  const end = (how: 'completed' | 'terminated' | 'cancelled', when: number) => {
    const step = { at: when, requestId: 'r' };
    if (how === 'cancelled')
      return mustAdvance(kase, { do: 'cancel', by: { ...by, part: 'resident' }, ...step });
    const agent = { ...by, part: 'agent' } as const;
    if (how === 'terminated') return mustAdvance(kase, { do: 'terminate', by: agent, ...step });
    return mustAdvance(kase, { do: 'complete', by: agent, ...step }, completed(kase, '好了', when));
  };
  if (one.takenAfter !== undefined) {
    const when = at + one.takenAfter * HOUR;
    const assignment = { agentId, agentName: '', agentPhone: '', offeredAt: when };
    const step = { by: { ...by, part: 'candidate' }, at: when, requestId: 'r' } as const;
    kase = mustAdvance(kase, { do: 'claim', ...step }, { holderId: agentId, assignment });
  } else kase = withBreach(kase);
  if (one.end === 'open' || (!wasTaken(one) && one.end !== 'cancelled')) return kase;
  kase = end(one.end, endAt(one));
  if (!wasCompleted(one)) return kase;
  if (one.level !== undefined) {
    const step = { at: endAt(one), requestId: 'r', by: { ...by, part: 'resident' } } as const;
    kase = mustAdvance(
      kase,
      { do: 'review', ...step },
      { reviewLevel: one.level, reviewHeadline: one.headline },
    );
  }
  if (one.level !== undefined && one.mending)
    kase = withRectification(kase, one.level, one.mending, endAt(one));
  if (!one.reopened) return kase;
  const { completion } = kase.clocks;
  kase = mustAdvance(
    kase,
    { do: 'reopen', by: { ...by, part: 'resident' }, at: endAt(one), requestId: 'r' },
    {
      completedAt: undefined,
      firstCompletedAt: endAt(one),
      reopenedAt: endAt(one),
      holderId: agentId,
      clocks: { ...kase.clocks, completion: completion && { ...completion, stoppedAt: undefined } },
    },
  );
  return one.then === 'open' ? kase : end(one.then, endAt(one) + AGAIN);
}

/** No agent took it: the sweep shows the red card when the clock is over. */
function withBreach(kase: CaseDoc): CaseDoc {
  const { response } = kase.clocks;
  const at = response?.dueAt ?? 0;
  const step = { do: 'breach', clock: 'response', at, requestId: 'r' } as const;
  const by = { part: 'system', id: 's', name: '' } as const;
  return mustAdvance(
    kase,
    { ...step, by },
    { clocks: { ...kase.clocks, response: response && { ...response, breached: true } } },
  );
}

function withRectification(
  kase: CaseDoc,
  level: Level,
  { closes, late }: { closes: boolean; late: boolean },
  at: number,
): CaseDoc {
  const mend: Clock = {
    startedAt: at,
    warnAt: at,
    dueAt: at + HOUR,
    breached: late || undefined,
    stoppedAt: closes ? at + (late ? 2 : 1) * HOUR : undefined,
  };
  return {
    ...kase,
    rectification: {
      state: closes ? 'closed' : 'mending',
      level,
      openedAt: at,
      orgId: 'c',
      orgName: '',
      tier: 'community',
      calls: [],
      closedAt: closes ? mend.stoppedAt : undefined,
    },
    clocks: { ...kase.clocks, mend },
  };
}

/** Numerator and denominator, recounted from the histories in the words of contract/metrics.ts, one `if` after the other. */
const recount: Record<MetricKey, (one: History, clock: Clock) => { of: boolean; from: boolean }> = {
  response: (one, clock) => {
    if (one.takenAfter === undefined) return { of: false, from: true };
    return { of: startOf(one) + one.takenAfter * HOUR <= clock.dueAt, from: true };
  },
  solving: (one) => {
    if (!wasTaken(one)) return { of: false, from: false };
    if (wasReopened(one)) return { of: false, from: one.then !== 'cancelled' };
    return { of: one.end === 'completed', from: one.end === 'completed' || one.end === 'terminated' };
  },
  onTime: () => ({ of: false, from: false }),
  satisfaction: (one) => {
    const counts = wasCompleted(one) && one.level !== undefined && one.headline;
    return { of: counts && SATISFIED.some((level) => level === one.level), from: counts };
  },
  participation: (one) => ({
    of: wasCompleted(one) && one.level !== undefined && one.headline,
    from: wasCompleted(one),
  }),
  mending: (one) => {
    if (!wasCompleted(one) || one.level === undefined || !one.mending) return { of: false, from: false };
    const { closes, late } = one.mending;
    return { of: closes && !late, from: closes || late };
  },
};

const isOn = (day: string, at: number | undefined) => at !== undefined && dayOf(at) === day;

/** All days that anything counts on, each made from its own cases. */
function tablesByDay(cases: readonly CaseDoc[], histories: readonly History[]) {
  const days = [...new Set(cases.flatMap((kase) => daysOf(kase).map((key) => key.slice(2))))];
  const reviews = cases.map((kase, i) => ({ _id: kase._id, tags: [histories[i]?.tag ?? ''] }));
  return days.map((day) =>
    countDay(
      day,
      cases.filter((kase) => isOn(day, kase.submittedAt)),
      cases.filter((kase) => isOn(day, kase.endedAt)),
      reviews,
    ),
  );
}

const many = fc.array(history, { maxLength: 60 });
const runs = { seed: 20_261_122, numRuns: 150 };

it('agrees with a slow recount of every rate over random histories', () => {
  fc.assert(
    fc.property(many, (histories) => {
      const cases = histories.map(caseOf);
      const total = totalOf(sumOf(tablesByDay(cases, histories)));
      for (const key of metricKeys) {
        if (key === 'onTime') continue;
        const told = histories.map((one, i) => {
          const clock = cases[i]?.clocks.response;
          if (!clock) throw new Error('a case without a clock');
          return recount[key](one, clock);
        });
        expect({ key, ...partsOf(key, total) }).toEqual({
          key,
          numerator: told.filter((one) => one.of).length,
          denominator: told.filter((one) => one.from).length,
        });
      }
    }),
    runs,
  );
});

it('agrees with a slow recount of what was completed in time', () => {
  fc.assert(
    fc.property(many, (histories) => {
      const cases = histories.map(caseOf);
      const done = histories.flatMap((one, i) => {
        if (!wasCompleted(one)) return [];
        if (wasReopened(one) && (one.then === 'terminated' || one.then === 'cancelled')) return [];
        const isAgain = wasReopened(one) && one.then === 'completed';
        return [{ at: endAt(one) + (isAgain ? AGAIN : 0), dueAt: cases[i]?.dueAt ?? 0 }];
      });
      expect(partsOf('onTime', totalOf(sumOf(tablesByDay(cases, histories))))).toEqual({
        numerator: done.filter(({ at, dueAt }) => at <= dueAt).length,
        denominator: done.length,
      });
    }),
    runs,
  );
});

it('counts a case on the day it was asked for and on the day it last ended, and is the same in whatever order', () => {
  fc.assert(
    fc.property(many, fc.integer(), (histories, turn) => {
      const cases = histories.map(caseOf);
      const shift = cases.length === 0 ? 0 : Math.abs(turn) % cases.length;
      const turned = [...cases.slice(shift), ...cases.slice(0, shift)];
      for (const kase of cases) {
        expect(kase.countedOn).toEqual(expect.arrayContaining(daysOf(kase)));
        expect(daysOf(kase)[0]).toBe(`c:${dayOf(kase.submittedAt)}`);
      }
      const day = addDays('2026-11-02', 3);
      const on = (list: CaseDoc[], at: 'submittedAt' | 'endedAt') =>
        list.filter((kase) => isOn(day, kase[at]));
      expect(countDay(day, on(turned, 'submittedAt'), on(turned, 'endedAt'), [])).toEqual(
        countDay(day, on(cases, 'submittedAt'), on(cases, 'endedAt'), []),
      );
    }),
    runs,
  );
});

it('has the same sum in every breakdown, and upwards', () => {
  fc.assert(
    fc.property(many, (histories) => {
      const tables = sumOf(tablesByDay(histories.map(caseOf), histories));
      const total = totalOf(tables);
      expect(tablesOf({ packed: packedOf(tables) })).toEqual(tables);
      const sum = (rows: Record<string, Counts> = {}) => totalOf({ day: rows });
      for (const table of ['service', 'mode', 'channel', 'below'] as const)
        expect(sum(tables[table])).toEqual(total);
      const above = sumAbove([
        { orgId: 'c', tables },
        { orgId: 'c2', tables },
      ]);
      expect(above.agent).toBeUndefined();
      expect(above.below).toEqual({ c: total, c2: total });
      expect(totalOf(above)).toEqual(totalOf(sumOf([tables, tables])));
      const asked = (rows: Record<string, Record<string, number>> = {}) =>
        Object.values(rows)
          .flatMap((row) => Object.values(row))
          .reduce((all, count) => all + count, 0);
      expect([asked(tables.weekday), asked(tables.hour)]).toEqual([histories.length, histories.length]);
    }),
    runs,
  );
});
