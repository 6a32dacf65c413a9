import { dayOf, instantOf } from '../contract/time';
import type { PolicyValues } from '../contract/models';
import {
  type Circumstances,
  type Load,
  chooseAgent,
  chooseByHand,
  fits,
  rankAll,
} from '../cloudfunctions/domain/assignment/assign';
import { addWorkdays, addWorkingTime, nextWorkingInstant } from '../cloudfunctions/domain/time/calendar';
import type { Actor, AgentDoc, CaseDoc, Hours } from '../cloudfunctions/domain/documents';
import {
  acceptedAt,
  applyChoice,
  nameOf,
  offeredTo,
  passedBy,
} from '../cloudfunctions/domain/assignment/offer';
import { completed } from '../cloudfunctions/domain/case/progress';
import { answered } from '../cloudfunctions/domain/case/question';
import { mustAdvance, system } from '../cloudfunctions/domain/case/timeline';
import { wake, wantsAgent } from '../cloudfunctions/domain/case/wake';
import { Agenda } from './agenda';
import { type Ask, type Month, hoursOf, streetsOf } from './month';
import { Opening } from './opening';
import { endOf } from './work';

/** What became of one case. */
export interface Outcome {
  ask: Ask;
  /** 1; in hindsight a case may be shared out */
  share: number;
  /** who has it, or had it at the end */
  agentId?: string;
  offers: number;
  /** a community admin gave it by hand, since no agent could be found */
  byHand: boolean;
  acceptedAt?: number;
  completedAt?: number;
  dueAt: number;
}

/** An admin looks at a case without an agent after so many working hours, and again each time as many have passed. */
const ADMIN_MS = 2 * 3_600_000;
/** As many waiting cases as a freed hand could be meant for: `kit/dispatch`, waitingIn. */
const WAITING = 20;
/** Working days after the month in which its last cases still find an agent. */
const DAYS_AFTER = 10;

type Event =
  | { do: 'submit'; ask: Ask }
  | { do: 'answer'; id: string; events: number; yes: boolean }
  | { do: 'wake' | 'retry' | 'hand' | 'complete'; id: string };

/**
 * Replays a month under a policy through the rules that the cloud functions run: who is chosen, how an offer passes on,
 * who waits for whom. Only the database is missing, and the clock jumps from one event to the next. `seen` looks at
 * every case as it is written.
 */
export function replay(
  month: Month,
  policy: PolicyValues,
  seen?: (kase: CaseDoc, at: number) => void,
): Outcome[] {
  const opening = new Opening(policy);
  return streetsOf(month).flatMap((street) => new Street(street, policy, opening, seen).run());
}

class Street {
  private readonly agenda = new Agenda<Event>();
  private readonly team: AgentDoc[];
  private readonly agents: Map<string, AgentDoc>;
  private readonly cases = new Map<string, CaseDoc>();
  private readonly outcomes = new Map<string, Outcome>();
  /** no agent is looked for any more: a case that is waiting then is counted as waiting */
  private readonly givesUpAt: number;
  /** open cases that an agent has or is asked to take */
  private readonly held = new Set<string>();
  /** cases without an agent */
  private readonly waiting = new Set<string>();
  /** cases that are done, by the month in which they were given */
  private readonly done = new Map<string, Map<string, Load>>();

  constructor(
    private readonly month: Month,
    private readonly policy: PolicyValues,
    private readonly opening: Opening,
    private readonly seen?: (kase: CaseDoc, at: number) => void,
  ) {
    this.givesUpAt = instantOf(addWorkdays(month.to, DAYS_AFTER));
    // A replay leaves its month as it was.
    this.team = month.agents.map((agent) => ({ ...agent }));
    this.agents = new Map(this.team.map((agent) => [agent._id, agent]));
  }

  run(): Outcome[] {
    for (const ask of this.month.asks) this.agenda.enter(ask.at, { do: 'submit', ask });
    for (let next = this.agenda.next(); next; next = this.agenda.next()) this.happen(next.what, next.at);
    return this.month.asks.flatMap((ask) => this.outcomes.get(ask.id) ?? []);
  }

  private happen(event: Event, at: number): void {
    if (event.do === 'submit') {
      const kase = this.opening.open(event.ask, hoursOf(this.month, event.ask));
      this.outcomes.set(event.ask.id, {
        ask: event.ask,
        share: 1,
        offers: 0,
        byHand: false,
        dueAt: kase.dueAt,
      });
      return this.place(kase, this.oldest(), at);
    }
    const kase = this.cases.get(event.id);
    if (!kase) return undefined;
    switch (event.do) {
      case 'answer':
        if (kase.events.length === event.events) this.answer(kase, event.yes, at);
        return undefined;
      case 'wake':
      case 'retry': {
        const woken = wake(kase, this.hours(kase), { at, requestId: 'sweep' });
        if (wantsAgent(woken, at)) this.place(woken, this.oldest(), at);
        return undefined;
      }
      case 'hand':
        if (kase.state === 'submitted') this.giveByHand(kase, at);
        return undefined;
      case 'complete':
        this.tally(kase);
        return this.write(this.finished(kase, at), at);
    }
  }

  /** A question ends with its answer, everything else by being done. */
  private finished(kase: CaseDoc, at: number): CaseDoc {
    const by = this.actor(kase);
    if (!kase.question)
      return mustAdvance(kase, { do: 'complete', by, at, requestId: 'complete' }, completed(kase, '', at));
    const answer = { result: '', source: { kind: 'link', name: '办事指南' } } as const;
    const { text, change } = answered(kase, answer, this.hours(kase), at);
    return mustAdvance(kase, { do: 'reply', by, at, requestId: 'reply', text }, change);
  }

  /** As `kit/dispatch` places a case: a hand that has come free goes to the oldest case it fits. */
  private place(kase: CaseDoc, older: CaseDoc[], at: number): void {
    const queue = older.filter((one) => one._id !== kase._id && one.submittedAt < kase.submittedAt);
    for (;;) {
      const around = this.around(kase, at);
      const choice = chooseAgent(kase, this.team, around);
      const { agent } = choice;
      const first = agent ? queue.findIndex((one) => fits(one, agent, around)) : -1;
      if (first < 0) {
        const placed = applyChoice(kase, choice, this.hours(kase), { at, requestId: 'place' });
        this.write(placed, at);
        if (agent) return this.ask(placed, agent, at);
        return this.leaveWaiting(kase, placed, at);
      }
      for (const one of queue.splice(first, 1)) this.place(this.cases.get(one._id) ?? one, [], at);
    }
  }

  /** The agent's answer, and the end of the time for it. */
  private ask(kase: CaseDoc, agent: AgentDoc, at: number): void {
    this.moved(agent, at);
    const outcome = this.outcomeOf(kase);
    const answer = this.month.answer(outcome.ask, agent, kase.passedBy.length, at);
    outcome.offers += 1;
    const ms = Math.round(answer.minutes * 60_000);
    const answersAt = kase.urgent ? at + ms : addWorkingTime(this.hours(kase), at, ms);
    const lapsesAt = kase.clocks.offer?.dueAt ?? at;
    if (answersAt < lapsesAt)
      this.agenda.enter(answersAt, {
        do: 'answer',
        id: kase._id,
        events: kase.events.length,
        yes: answer.does === 'accept',
      });
    else this.agenda.enter(lapsesAt, { do: 'wake', id: kase._id });
  }

  private answer(kase: CaseDoc, yes: boolean, at: number): void {
    if (yes) return this.accept(kase, at);
    const by = this.actor(kase);
    const step = { do: 'decline', by, at, requestId: 'decline', text: '忙不过来' } as const;
    return this.place(mustAdvance(kase, step, passedBy(kase, by.id, at)), this.oldest(), at);
  }

  private accept(kase: CaseDoc, at: number): void {
    const { workDay = dayOf(at) } = kase;
    const step = { do: 'accept', by: this.actor(kase), at, requestId: 'accept' } as const;
    const taken = mustAdvance(kase, step, acceptedAt(kase, at));
    this.write(taken, at);
    const agent = this.agents.get(taken.holderId ?? '');
    const outcome = this.outcomeOf(kase);
    if (!agent) return;
    const completedAt = endOf(outcome.ask, agent, workDay, at, this.hours(kase));
    Object.assign(outcome, { agentId: agent._id, acceptedAt: at, completedAt });
    this.agenda.enter(completedAt, { do: 'complete', id: kase._id });
  }

  /** No agent can take it: it is looked at again as `sweep` does while the station is open, and an admin looks at it. */
  private leaveWaiting(before: CaseDoc, kase: CaseDoc, at: number): void {
    const hours = this.hours(kase);
    const retryAt = kase.dispatchAt ?? at;
    if (retryAt > this.givesUpAt) return;
    // At night nothing changes that a dispatch looks at, but for urgent cases: the agent on call changes at midnight.
    this.agenda.enter(kase.urgent ? retryAt : nextWorkingInstant(hours, retryAt), {
      do: 'retry',
      id: kase._id,
    });
    if (before.failure === undefined)
      this.agenda.enter(addWorkingTime(hours, at, ADMIN_MS), { do: 'hand', id: kase._id });
  }

  /** A community admin gives it to the best agent whom nothing bars; that agent says yes on the telephone. */
  private giveByHand(kase: CaseDoc, at: number): void {
    const around = this.around(kase, at);
    const best = rankAll(kase, this.team, around).find((one) => !one.barred);
    const agent = this.agents.get(best?.agentId ?? '');
    const choice = agent && chooseByHand(kase, agent, around);
    const hours = this.hours(kase);
    if (!agent || !choice?.agent) {
      const again = addWorkingTime(hours, at, ADMIN_MS);
      if (again < this.givesUpAt) this.agenda.enter(again, { do: 'hand', id: kase._id });
      return;
    }
    const outcome = this.outcomeOf(kase);
    outcome.byHand = true;
    outcome.offers += 1;
    const by = { ...system, part: 'manager' } as const;
    const step = { do: 'assign', by, at, requestId: 'hand', agent: nameOf(agent) } as const;
    const given = mustAdvance(kase, step, offeredTo(kase, agent, choice.workDay, hours, at));
    this.write(given, at);
    this.moved(agent, at);
    this.accept(given, at);
  }

  private write(kase: CaseDoc, at: number): void {
    this.cases.set(kase._id, kase);
    if (kase.holderId === undefined) this.held.delete(kase._id);
    else this.held.add(kase._id);
    if (kase.state === 'submitted') this.waiting.add(kase._id);
    else this.waiting.delete(kase._id);
    this.outcomeOf(kase).dueAt = kase.dueAt;
    this.seen?.(kase, at);
  }

  private around(kase: CaseDoc, now: number): Circumstances {
    return { loads: this.loads(now), hours: this.hours(kase), weights: this.policy.weights, now };
  }

  /** As `kit/dispatch` counts them: from the cases themselves, those in hand and those of the month that are done. */
  private loads(now: number): Load[] {
    const counted = new Map<string, Load>();
    const month = monthOf(now);
    for (const id of this.held) {
      const { holderId: agentId, workDay, mode, redAt, assignment } = this.known(id);
      if (agentId === undefined) continue;
      const key = `${agentId} ${workDay ?? ''} ${mode}`;
      const load = counted.get(key) ?? { agentId, workDay, mode, count: 0, overdue: 0, taken: 0 };
      counted.set(key, load);
      load.count += 1;
      if (redAt < now) load.overdue += 1;
      if (monthOf(assignment?.offeredAt ?? 0) === month) load.taken += 1;
    }
    return [...counted.values(), ...(this.done.get(month)?.values() ?? [])];
  }

  private tally({ assignment, mode }: CaseDoc): void {
    if (!assignment) return;
    const { agentId, offeredAt } = assignment;
    const month = this.done.get(monthOf(offeredAt)) ?? new Map<string, Load>();
    const load = month.get(`${agentId} ${mode}`) ?? { agentId, mode, count: 0, overdue: 0, taken: 0 };
    this.done.set(monthOf(offeredAt), month.set(`${agentId} ${mode}`, { ...load, taken: load.taken + 1 }));
  }

  private oldest(): CaseDoc[] {
    return [...this.waiting]
      .map((id) => this.known(id))
      .sort((a, b) => a.submittedAt - b.submittedAt)
      .slice(0, WAITING);
  }

  private moved(agent: AgentDoc, at: number): void {
    agent.turn += 1;
    agent.lastOfferedAt = at;
  }

  private known(id: string): CaseDoc {
    const kase = this.cases.get(id);
    if (!kase) throw new Error(`${id} was never opened`);
    return kase;
  }

  private outcomeOf({ _id }: CaseDoc): Outcome {
    const outcome = this.outcomes.get(_id);
    if (!outcome) throw new Error(`${_id} was never opened`);
    return outcome;
  }

  private actor(kase: CaseDoc): Actor {
    return { part: 'agent', id: kase.holderId ?? '', name: kase.assignment?.agentName ?? '' };
  }

  private hours(kase: CaseDoc): Hours {
    return hoursOf(this.month, this.outcomeOf(kase).ask);
  }
}

const monthOf = (at: number): string => dayOf(at).slice(0, 7);
