import { clockOfDays, clockOfHours } from '../time/clock';
import type { CaseDoc, Hours } from '../documents';
import { promised } from '../case/pause';
import { settle } from '../case/settle';
import { type Change, type When, mustAdvance, system } from '../case/timeline';
import { LOOK_MS, type Outcome, isWaiting, outcomeOf, sayParts, standingOf } from './wait';
import { reheld } from './papers';

/** What a part is to do now that others have ended or were taken up again. */

/**
 * A part after a look at the others: it begins, asks whether to go on, waits on; papers that were to be given with one that was not done are
 * its own again. The same document where nothing is new.
 */
export function followed(kase: CaseDoc, others: readonly CaseDoc[], hours: Hours, when: When): CaseDoc {
  const outcomes = new Map(others.map(({ _id, state }) => [_id, outcomeOf(state)]));
  const heard = isWaiting(kase) ? looked(kase, outcomes, hours, when) : kase;
  const papers = reheld(heard, others);
  return papers === heard.papers ? heard : settle({ ...heard, papers }, when.at);
}

function looked(kase: CaseDoc, outcomes: ReadonlyMap<string, Outcome>, hours: Hours, when: When): CaseDoc {
  const { waits } = kase;
  if (!waits) return kase;
  const { needs, asks = [] } = waits;
  const step = { by: system, ...when };
  const named = (ids: readonly string[]) =>
    sayParts(needs.filter(({ caseId }) => ids.includes(caseId)).map(({ name }) => name));
  const standing = standingOf(waits, outcomes);
  const next = { ...waits, lookAt: when.at + LOOK_MS };
  switch (standing.is) {
    case 'begins': {
      const kept = needs.filter(({ isWaived }) => !isWaived).map(({ caseId }) => caseId);
      return mustAdvance(kase, { do: 'begin', ...step, text: named(kept) }, begun(kase, hours, when.at));
    }
    case 'asks': {
      const { of } = standing;
      if (of.every((id) => asks.includes(id)) && of.length === asks.length) break;
      const supply = clockOfDays(hours, when.at, kase.terms.supplyDays);
      const change: Change = { waits: { ...next, asks: of }, clocks: { ...kase.clocks, supply } };
      return mustAdvance(kase, { do: 'stall', ...step, text: named(of) }, change);
    }
    case 'waits':
      if (asks.length === 0) break;
      return mustAdvance(
        kase,
        { do: 'await', ...step, text: named(asks) },
        { waits: { ...next, asks: undefined } },
      );
  }
  // Nothing is new. It is looked at again in a day.
  return waits.lookAt > when.at ? kase : settle({ ...kase, waits: next }, when.at);
}

/** What beginning sets: an agent is looked for, and every promise is counted from now on. */
export function begun(kase: CaseDoc, hours: Hours, now: number): Change {
  const { workdays, responseHours } = kase.terms;
  const clocks = {
    ...kase.clocks,
    response: clockOfHours('workdays', hours, now, responseHours),
    completion: clockOfDays(hours, now, workdays),
  };
  return {
    waits: undefined,
    begunAt: now,
    dispatchAt: now,
    ...promised({ ...kase, begunAt: now, clocks }, hours),
  };
}
