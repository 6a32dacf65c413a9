import { isOpen } from '../../../contract/states';
import { isProvisional } from '../time/holidays';
import type { CaseDoc, Clock, Custody, Hours, Whistle } from '../documents';
import { type Due, dueOf } from './due';
import { raise, raiseFurther } from './escalation';
import { passedBy, stays } from '../assignment/offer';
import { closed } from './complaint-steps';
import { over } from './question';
import { demanded, reminded } from './papers';
import { paused, promised, resumed } from './pause';
import { withoutPhotos } from './photos';
import { type When, mustAdvance, system } from './timeline';

/**
 * Everything that fell due in a case by `when.at`, handled once and in order, however late: offers lapse, pauses end,
 * cards are shown, escalations go up, an
 * invitation is repeated. What remains is `dispatch`, which needs the agents (`kit/dispatch`), and `look`,
 * which needs WeChat (`sweep/looks`).
 */
export function wake(kase: CaseDoc, hours: Hours, when: When): CaseDoc {
  let woken = kase;
  for (let due = firstDue(woken, when.at); due; due = firstDue(woken, when.at)) {
    // A tier's patience is counted from when it should have heard, however late the timer is; in a case that was reopened or
    // changed since, from then on.
    woken = happen(woken, due, hours, when, Math.max(due.at, kase.touchedAt));
  }
  return woken;
}

/** Should `sweep` look for an agent now? */
export function wantsAgent(kase: CaseDoc, now: number): boolean {
  return kase.state === 'submitted' && kase.dispatchAt !== undefined && kase.dispatchAt <= now;
}

function firstDue(kase: CaseDoc, now: number): Due | undefined {
  const elsewhere: Due['do'][] = ['dispatch', 'follow', 'look'];
  return dueOf(kase).find((due) => due.at <= now && !elsewhere.includes(due.do));
}

function happen(kase: CaseDoc, due: Due, hours: Hours, when: When, since: number): CaseDoc {
  const step = { by: system, ...when };
  switch (due.do) {
    case 'lapse': {
      if (kase.handover) {
        const { agentId: id, agentName: name } = kase.handover;
        return mustAdvance(kase, { do: 'lapse', ...step, agent: { id, name } }, stays);
      }
      const { agentId: id = '', agentName: name = '' } = kase.assignment ?? {};
      return mustAdvance(kase, { do: 'lapse', ...step, agent: { id, name } }, passedBy(kase, id, when.at));
    }
    case 'invite':
      return mustAdvance(kase, { do: 'invite', ...step }, { inviteAt: undefined });
    case 'close':
      return mustAdvance(kase, { do: 'close', ...step }, (kase.question ? over : closed)(kase, due.at));
    case 'resume':
      return mustAdvance(kase, { do: 'resume', ...step }, resumed(kase, hours, due.at));
    case 'remind': {
      const { text, change } = reminded(kase, due.paper, when.at);
      return mustAdvance(kase, { do: 'remind', ...step, text, paper: due.paper }, change);
    }
    case 'demand':
      return demand(kase, due.paper, hours, when);
    case 'discard':
      return mustAdvance(kase, { do: 'discard', ...step }, { ...withoutPhotos(kase), idNumber: undefined });
    case 'escalate':
      return raiseFurther(kase, due.cause, hours, when, since);
    case 'warn':
    case 'breach':
      return showCard(kase, due, hours, when, since);
    // These need other documents: kit/dispatch, kit/follow.
    case 'dispatch':
    case 'follow':
    case 'look':
      return kase;
  }
}

/** 容缺 that was not kept: an agent who works on it waits for the resident now, and the promise of the office stands. */
function demand(kase: CaseDoc, paper: string, hours: Hours, when: When): CaseDoc {
  const { text, change } = demanded(kase, paper, when.at);
  const waits =
    kase.state === 'in_progress'
      ? paused(kase, hours, text, system.name, when.at)
      : { ask: kase.ask === undefined ? undefined : `${kase.ask}；${text}` };
  return mustAdvance(kase, { do: 'demand', by: system, ...when, text, paper }, { ...change, ...waits });
}

type Card = Extract<Due, { do: 'warn' | 'breach' }>;

function showCard(kase: CaseDoc, due: Card, hours: Hours, when: When, since: number): CaseDoc {
  const { do: card, clock, whistleId, original } = due;
  const shown = card === 'warn' ? { warned: true } : { breached: true };
  const org = kase.whistles.find((one) => one.id === whistleId);
  const text = kase.custody?.find(({ id }) => id === original)?.what;
  const marked = mustAdvance(
    kase,
    {
      do: card,
      by: system,
      ...when,
      clock,
      whistleId,
      text,
      paper: original,
      org: org && { id: org.orgId, name: org.orgName },
    },
    original !== undefined
      ? { custody: kase.custody?.map((one) => (one.id === original ? withCard(one, shown) : one)) }
      : clock
        ? { clocks: { ...kase.clocks, [clock]: { ...kase.clocks[clock], ...shown } } }
        : {
            whistles: kase.whistles.map((one): Whistle =>
              one.id === whistleId ? { ...one, clock: { ...one.clock, ...shown } } : one,
            ),
          },
  );
  return card === 'breach' ? raise(marked, clock ?? 'whistle', hours, when, since) : marked;
}

const withCard = (one: Custody, shown: Partial<Clock>): Custody => ({
  ...one,
  clock: { ...one.clock, ...shown },
});

/** The case with its dates worked out anew, once the holidays of their year are published; the same case where nothing moves. */
export function recomputed(kase: CaseDoc, hours: Hours, when: When): CaseDoc {
  if (
    !isOpen(kase.state) ||
    kase.provisionalYear === undefined ||
    isProvisional(`${kase.provisionalYear}-01-01`)
  )
    return kase;
  return mustAdvance(kase, { do: 'recompute', by: system, ...when }, promised(kase, hours));
}
