import fc from 'fast-check';
import { isRejection } from '../../../contract/errors';
import type { Deed, Part } from '../../../contract/deeds';
import { isOpen } from '../../../contract/states';
import { addDays, dayOf, instantOf } from '../../../contract/time';
import { isBad } from '../../../contract/words';
import { type Circumstances, type Load, chooseAgent, chooseByHand } from '../assignment/assign';
import type { AgentDoc, CaseDoc } from '../documents';
import { openPause, standing } from './due';
import { applyChoice, claimedBy, handedTo, offeredTo, passedBy, stays, takenOver } from '../assignment/offer';
import { paused, promised, resumed, withOwnHour } from './pause';
import { standard } from '../policy';
import { mended, phoned, rectifiable, rectificationFor, verified } from '../review/rectify';
import { completed } from './progress';
import { reopened } from './reopen';
import {
  agentDoc,
  officeHours as hours,
  monday,
  opened,
  orgDoc,
  personDoc,
} from '../../../tests/support/world';
import { NEVER } from './settle';
import { type Change, type Step, advance, brokenEvent } from './timeline';
import { wake, wantsAgent } from './wake';

/**
 * Random histories: residents, agents, managers and timers in any order, with hours and days between them, writes that are
 * lost half way and timers that fire twice. Whatever happens, the invariants of the rules hold.
 */
const office = orgDoc('c', 'community', { managers: [{ id: 'boss', name: '社区' }] });
const boss = personDoc('boss', 'manager');

class World {
  now = monday;
  agents: AgentDoc[] = ['a', 'b', 'c'].map((id) => agentDoc(id));
  cases: CaseDoc[] = [];

  around(): Circumstances {
    const loads = this.cases.flatMap(({ holderId, workDay, mode, redAt }): Load[] =>
      holderId
        ? [{ agentId: holderId, workDay, mode, count: 1, overdue: redAt < this.now ? 1 : 0, taken: 1 }]
        : [],
    );
    return { loads, hours, weights: standard.weights, now: this.now };
  }

  place(kase: CaseDoc): CaseDoc {
    const choice = chooseAgent(kase, this.agents, this.around());
    return applyChoice(kase, choice, hours, { at: this.now, requestId: `p-${this.now}` });
  }

  submit() {
    const n = this.cases.length;
    const resident = personDoc(`r${n}`, 'resident');
    const kase = opened({ resident, mode: n % 2 === 0 ? 'home-visit' : 'counter' }, this.now);
    this.cases.push(this.place(kase));
  }

  /** One case's step, written unless the write is lost. */
  step(
    which: number,
    deed: Deed,
    part: Part,
    change: (kase: CaseDoc) => Change | undefined,
    isLost: boolean,
  ) {
    const i = which % Math.max(1, this.cases.length);
    const kase = this.cases[i];
    const what = kase && change(kase);
    if (!kase || !what) return;
    const step: Step = {
      do: deed,
      by: { part, id: part, name: part },
      at: this.now,
      requestId: `s-${this.now}`,
    };
    let next = advance(kase, step, what);
    if (isRejection(next)) return;
    if (wantsAgent(next, this.now)) next = this.place(next);
    if (!isLost) this.cases[i] = next;
  }

  sweep(isLost: boolean) {
    this.cases = this.cases.map((kase, i) => {
      if (kase.wakeAt === undefined || kase.wakeAt > this.now) return kase;
      const when = { at: this.now, requestId: `w-${this.now}` };
      const woken = wake(kase, hours, when);
      const next = wantsAgent(woken, this.now) ? this.place(woken) : woken;
      if (!isLost) this.cases[i] = next;
      return isLost ? kase : next;
    });
  }

  byHand(kase: CaseDoc, which: number) {
    const agent = this.agents[which % this.agents.length];
    if (!agent) return undefined;
    const others = { ...this.around() };
    const choice = chooseByHand(kase, agent, others);
    return choice.agent && { agent: choice.agent, workDay: choice.workDay };
  }
}

type Act = (world: World, which: number, agent: number, isLost: boolean) => void;
const acts: Record<string, Act> = {
  submit: (world) => world.submit(),
  accept: (world, which, _, lost) =>
    world.step(which, 'accept', 'agent', (kase) => (kase.state === 'offered' ? {} : undefined), lost),
  decline: (world, which, _, lost) =>
    world.step(which, 'decline', 'agent', (kase) => passedBy(kase, kase.holderId ?? '', world.now), lost),
  claim(world, which, agent, lost) {
    world.step(
      which,
      'claim',
      'candidate',
      (kase) => {
        const choice = world.byHand(kase, agent);
        return choice && claimedBy(choice.agent, choice.workDay, world.now);
      },
      lost,
    );
  },
  assign(world, which, agent, lost) {
    world.step(
      which,
      'assign',
      'manager',
      (kase) => {
        const choice = world.byHand(kase, agent);
        return (
          choice && {
            ...offeredTo(kase, choice.agent, choice.workDay, hours, world.now),
            handover: undefined,
          }
        );
      },
      lost,
    );
  },
  handover(world, which, agent, lost) {
    world.step(
      which,
      'handover',
      'agent',
      (kase) => {
        const choice = world.byHand(kase, agent);
        const isSelf = choice?.agent._id === kase.holderId;
        if (!choice || isSelf || kase.handover || kase.handovers >= kase.terms.handovers) return undefined;
        return handedTo(kase, choice.agent, '忙', hours, world.now);
      },
      lost,
    );
  },
  takeOver(world, which, _, lost) {
    world.step(
      which,
      'accept',
      'colleague',
      (kase) => {
        const index = world.agents.findIndex((one) => one._id === kase.handover?.agentId);
        const choice = index >= 0 ? world.byHand(kase, index) : undefined;
        return choice && takenOver(kase, choice.agent, choice.workDay, world.now);
      },
      lost,
    );
  },
  refuse: (world, which, _, lost) =>
    world.step(which, 'decline', 'colleague', (kase) => (kase.handover ? stays : undefined), lost),
  ask: (world, which, _, lost) =>
    world.step(which, 'ask', 'agent', (kase) => paused(kase, hours, '户口簿', 'a', world.now), lost),
  supply: (world, which, _, lost) =>
    world.step(which, 'supply', 'resident', (kase) => resumed(kase, hours, world.now), lost),
  ownHour(world, which, agent, lost) {
    const hourAt = instantOf(addDays(dayOf(world.now), 4 + 9 * agent), '09:00');
    const decide = (kase: CaseDoc) => withOwnHour({ ...kase, appointmentAt: hourAt }, hours, world.now);
    world.step(which, 'book', 'resident', decide, lost);
  },
  complete: (world, which, _, lost) =>
    world.step(which, 'complete', 'agent', (kase) => completed(kase, '好了', world.now), lost),
  reopen(world, which, _, lost) {
    const decide = (kase: CaseDoc) => {
      const isOver = kase.state === 'completed' || kase.state === 'terminated';
      const change = isOver ? reopened(kase, hours, world.now) : undefined;
      return isRejection(change) ? undefined : change;
    };
    world.step(which, 'reopen', 'resident', decide, lost);
  },
  review(world, which, agent, lost) {
    const level = (['satisfied', 'dissatisfied', 'very-dissatisfied'] as const)[agent] ?? 'satisfied';
    const decide = (kase: CaseDoc): Change | undefined => {
      if (kase.state !== 'completed' || kase.reviewLevel !== undefined) return undefined;
      const opens = isBad(level) ? rectificationFor(kase, level, office, hours, world.now) : {};
      return { ...opens, reviewLevel: level, reviewHeadline: true };
    };
    world.step(which, 'review', 'resident', decide, lost);
  },
  verify(world, which, agent, lost) {
    const found = { isUpheld: agent > 0, findings: '看过了' };
    const decide = (kase: CaseDoc) => {
      const rectification = rectifiable(kase, boss, 'verify');
      return isRejection(rectification) ? undefined : verified(kase, rectification, found, boss, world.now);
    };
    world.step(which, 'verify', 'manager', decide, lost);
  },
  mend(world, which, _, lost) {
    const decide = (kase: CaseDoc) => {
      const rectification = rectifiable(kase, boss, 'mend');
      return isRejection(rectification)
        ? undefined
        : mended(rectification, { outcome: 'mended', text: '改了' });
    };
    world.step(which, 'mend', 'manager', decide, lost);
  },
  phone(world, which, agent, lost) {
    const result = agent === 0 ? 'reached' : 'unanswered';
    const decide = (kase: CaseDoc) => {
      const rectification = rectifiable(kase, boss, 'phone');
      const change = isRejection(rectification)
        ? undefined
        : phoned(kase, rectification, { result }, boss, world.now, { hours });
      return isRejection(change) ? undefined : change;
    };
    world.step(which, 'phone', 'manager', decide, lost);
  },
  cancel: (world, which, _, lost) =>
    world.step(which, 'cancel', 'resident', (kase) => resumed(kase, hours, world.now), lost),
  sweep: (world, _, __, lost) => world.sweep(lost),
  sweepTwice(world) {
    world.sweep(false);
    world.sweep(false);
  },
  leave(world, _, agent) {
    world.agents = world.agents.map((one, i) =>
      i === agent % world.agents.length
        ? { ...one, leaves: [{ from: dayOf(world.now), to: dayOf(world.now + 2 * 86_400_000), why: '事假' }] }
        : one,
    );
  },
};

function check(world: World) {
  const slots = new Map<string, number>();
  for (const kase of world.cases) {
    const { state, holderId, workDay, wakeAt, clocks } = kase;
    const open = isOpen(state);
    // One holder, and no second.
    expect(holderId !== undefined).toBe(open && state !== 'submitted');
    expect(kase.askedId !== undefined).toBe(state === 'offered' || kase.handover !== undefined);
    // No open case without something that will happen to it by time alone, but where every tier has been told already.
    const allTold = clocks.completion?.breached && kase.escalations.length > 0;
    if (open) expect(wakeAt !== undefined || allTold).toBe(true);
    // A case that has ended wakes for an invitation or a rectification alone.
    const isRectified = kase.rectification !== undefined && kase.rectification.state !== 'closed';
    if (!open && wakeAt !== undefined) expect(kase.inviteAt !== undefined || isRectified).toBe(true);
    expect(kase.rectifyBy !== undefined).toBe(isRectified);
    // The first score stands, and asking for it ends with it.
    if (kase.reviewLevel !== undefined) expect(kase.inviteAt).toBeUndefined();
    expect(kase.events.filter((event) => event.do === 'invite').length).toBeLessThanOrEqual(1);
    // No rectification is closed without a call.
    if (kase.rectification?.state === 'closed') expect(kase.rectification.heard).toBeDefined();
    // Clocks equal to their recomputation from the terms and the ledger.
    const again = promised(kase, hours);
    expect(clocks.completion).toEqual(again.clocks.completion);
    expect(kase.extended).toEqual(again.extended);
    expect(kase.steps).toEqual(again.steps);
    expect(kase.statutoryDueAt).toBe(again.statutoryDueAt);
    expect(kase.dueAt).toBe(clocks.completion?.dueAt);
    expect(kase.redAt).toBe(open && !standing(kase) ? kase.dueAt : NEVER);
    // The first response runs until the first yes, and never again: a case taken back has had its response.
    expect(clocks.response?.stoppedAt === undefined).toBe(open && !wasTaken(kase));
    expect(openPause(kase) !== undefined && state !== 'awaiting_resident').toBe(false);
    expect(kase.pauses.filter((pause) => pause.to === undefined).length).toBeLessThanOrEqual(1);
    // The past stands.
    expect(brokenEvent(kase.events)).toBeUndefined();
    const times = kase.events.map((event) => event.at);
    expect(times).toEqual([...times].sort((x, y) => x - y));
    const ids = kase.outbox.map((notice) => notice._id);
    expect(new Set(ids).size).toBe(ids.length);
    // A case that was not done is its agent's whatever their day holds.
    if (holderId && kase.reopened === undefined)
      slots.set(`${holderId} ${workDay}`, (slots.get(`${holderId} ${workDay}`) ?? 0) + 1);
  }
  // Exact capacity: no agent has more of a day than they can.
  for (const [key, taken] of slots) {
    const agent = world.agents.find((one) => key.startsWith(`${one._id} `));
    expect(taken).toBeLessThanOrEqual(agent?.dailyCapacity ?? 0);
  }
}

/** An agent said yes once, this one or an earlier one. */
const wasTaken = (kase: CaseDoc) => kase.events.some(({ do: deed }) => deed === 'accept' || deed === 'claim');

const move = fc.record({
  act: fc.constantFrom(...Object.keys(acts), 'submit', 'sweep', 'accept', 'complete', 'review'),
  which: fc.nat(7),
  agent: fc.nat(2),
  minutes: fc.constantFrom(0, 1, 7, 31, 150, 600, 1_440, 4_320, 14_400),
  isLost: fc.boolean(),
});

it('holds whatever happens in whatever order', () => {
  fc.assert(
    fc.property(fc.array(move, { minLength: 5, maxLength: 60 }), (moves) => {
      const world = new World();
      world.submit();
      for (const { act, which, agent, minutes, isLost } of moves) {
        world.now += minutes * 60_000;
        acts[act]?.(world, which, agent, isLost && minutes % 2 === 1);
        check(world);
      }
    }),
    { seed: 6, numRuns: 150 },
  );
});

it('comes to the same end whether the timer fires every hour or was missing for days', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.boolean(), (hoursLater, isAsked) => {
      const taken = advance(
        applyChoice(opened(), chooseAgent(opened(), [agentDoc('a')], new World().around()), hours, {
          at: monday,
          requestId: 'r1',
        }),
        { do: 'accept', by: { part: 'agent', id: 'a', name: 'a' }, at: monday, requestId: 'r2' },
      );
      if (isRejection(taken)) throw new Error(taken.code);
      const asked = isAsked
        ? advance(
            taken,
            { do: 'ask', by: { part: 'agent', id: 'a', name: 'a' }, at: monday, requestId: 'r3' },
            paused(taken, hours, '户口簿', 'a', monday),
          )
        : taken;
      if (isRejection(asked)) throw new Error(asked.code);
      const end = monday + hoursLater * 3_600_000;
      let often = asked;
      for (let now = monday; now <= end; now += 3_600_000) {
        often = wake(often, hours, { at: now, requestId: `w-${now}` });
      }
      const once = wake(asked, hours, { at: end, requestId: 'w' });
      expect(once.clocks).toEqual(often.clocks);
      expect(once.pauses).toEqual(often.pauses);
      expect(once.dueAt).toBe(often.dueAt);
      const cards = (kase: CaseDoc) =>
        kase.events.flatMap(({ do: deed, clock }) => (clock ? [`${deed} ${clock}`] : []));
      expect(cards(once)).toEqual(cards(often));
    }),
    { seed: 7, numRuns: 60 },
  );
});
