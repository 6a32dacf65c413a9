import fc from 'fast-check';
import { isRejection } from '../../../contract/errors';
import type { Part } from '../../../contract/deeds';
import { type Level, isBad, levels } from '../../../contract/words';
import { batchViewOf, sealAtFor, sealed } from './batch';
import { applyChoice } from '../assignment/offer';
import {
  agentDoc,
  officeHours as hours,
  monday,
  opened,
  orgDoc,
  personDoc,
} from '../../../tests/support/world';
import type { BatchDoc, CaseDoc, PendingNotice, ReviewDoc } from '../documents';
import { mended, phoned, rectifiable, rectificationFor, verified } from './rectify';
import { completed } from '../case/progress';
import { reopened } from '../case/reopen';
import { type Change, type Step, mustAdvance } from '../case/timeline';
import { rowOf, viewOf } from '../case/view';
import { wake } from '../case/wake';

/**
 * The rated agent must not be able to tell which case a comment belongs to. Two worlds differ only in which of the agent's
 * cases got which review; everything else happens to the same cases at the same time. Whatever the agent can look at, and
 * whenever, the two are the same.
 */
const agent = personDoc('a', 'agent');
const manager = personDoc('m', 'manager');
const office = orgDoc('c', 'community', { managers: [{ id: 'm', name: 'm' }] });
const dayMs = 86_400_000;
const CASES = 7;

class World {
  now = monday;
  cases: CaseDoc[] = [];
  reviews: ReviewDoc[] = [];
  batches: BatchDoc[] = [];

  /** `order[k]`: the case that gets the k-th review. */
  constructor(private readonly order: readonly number[]) {
    for (let i = 0; i < CASES; i += 1) {
      const resident = personDoc(`r${i}`, 'resident');
      const choice = { agent: agentDoc('a'), workDay: '2026-11-23', candidates: [] };
      const when = { at: this.now, requestId: `o${i}` };
      const taken = applyChoice(opened({ resident }, this.now), choice, hours, when);
      this.cases.push(this.ended(this.act(taken, 'accept', 'agent')));
      this.now += 600_000;
    }
  }

  act(kase: CaseDoc, deed: Step['do'], part: Part, change?: Change): CaseDoc {
    const id = { agent: 'a', manager: 'm', resident: kase.residentId }[part as string] ?? part;
    const step: Step = {
      do: deed,
      by: { part, id, name: id },
      at: this.now,
      requestId: `${deed}-${this.now}`,
    };
    return mustAdvance(kase, step, change);
  }

  /** The k-th review, on whichever case this world gives it to. */
  rate(k: number, { level, tags, text }: Pick<ReviewDoc, 'level' | 'tags' | 'text'>) {
    const i = this.order[k] ?? 0;
    const kase = this.cases[i];
    if (kase?.state !== 'completed' || kase.reviewLevel !== undefined) return;
    const { now } = this;
    const change = isBad(level) ? rectificationFor(kase, level, office, hours, now) : {};
    this.cases[i] = this.act(kase, 'review', 'resident', {
      ...change,
      reviewLevel: level,
      reviewHeadline: true,
    });
    this.reviews.push({
      _id: kase._id,
      no: kase.no,
      serviceCode: kase.serviceCode,
      serviceName: kase.serviceName,
      unit: kase.unit,
      residentId: kase.residentId,
      agentId: 'a',
      agentName: 'A',
      level,
      bad: isBad(level),
      tags,
      text,
      textState: 'shown',
      photos: [],
      at: now,
      channel: 'self',
      headline: true,
      checks: 1,
      sealAt: sealAtFor(now),
    });
  }

  /** The manager takes the next step of the k-th review's rectification. */
  rectify(k: number) {
    const i = this.order[k] ?? 0;
    const kase = this.cases[i];
    const state = kase?.rectification?.state;
    if (!kase || !state || state === 'closed') return;
    const deed = ({ verifying: 'verify', mending: 'mend', calling: 'phone' } as const)[state];
    const rectification = rectifiable(kase, manager, deed);
    if (isRejection(rectification)) throw new Error(rectification.code);
    const change =
      deed === 'verify'
        ? verified(kase, rectification, { isUpheld: true, findings: '属实' }, manager, this.now)
        : deed === 'mend'
          ? mended(rectification, { outcome: 'mended', text: '改了' })
          : phoned(kase, rectification, { result: 'unanswered' }, manager, this.now, { hours });
    if (!isRejection(change)) this.cases[i] = this.act(kase, deed, 'manager', change);
  }

  /** Said of the case itself, not of a review: the same case in both worlds. */
  reopen(i: number) {
    const kase = this.cases[i % CASES];
    if (kase?.state !== 'completed') return;
    const change = reopened(kase, hours, this.now);
    if (!isRejection(change)) this.cases[i % CASES] = this.act(kase, 'reopen', 'resident', change);
  }

  complete(i: number) {
    const kase = this.cases[i % CASES];
    if (kase?.state === 'in_progress') this.cases[i % CASES] = this.ended(kase);
  }

  sweep() {
    this.cases = this.cases.map((kase) => wake(kase, hours, { at: this.now, requestId: `w-${this.now}` }));
    const due = this.reviews.filter((review) => (review.sealAt ?? Infinity) <= this.now);
    const batch = sealed('a', due, 'a salt', this.now);
    if (batch) this.batches.push(batch);
    this.reviews = this.reviews.map((review) => {
      if (!due.includes(review)) return review;
      return { ...review, sealAt: batch ? undefined : sealAtFor(this.now) };
    });
  }

  /** Everything that the agent can look at: each case, the queue's lines, the inbox, calls that they are asked to make, own ratings. */
  seen() {
    const told = (notice: PendingNotice) =>
      notice.to === 'a' || (notice.opens === 'resident' && !notice.noCall && notice.to.startsWith('r'));
    return {
      cases: this.cases.map((kase) =>
        viewOf(kase, agent, { hours, now: this.now, review: this.reviewOf(kase) }),
      ),
      rows: this.cases.map((kase) => rowOf(kase, 'agent', this.now, hours)),
      pool: this.cases.map((kase) => rowOf(kase, 'candidate', this.now)),
      notices: this.cases.flatMap((kase) => kase.outbox.filter(told)),
      batches: this.shown(),
    };
  }

  shown() {
    return this.batches.map(batchViewOf);
  }

  private ended(kase: CaseDoc): CaseDoc {
    return this.act(kase, 'complete', 'agent', completed(kase, '好了', this.now));
  }

  private reviewOf(kase: CaseDoc): ReviewDoc | undefined {
    return this.reviews.find((review) => review._id === kase._id);
  }
}

const review = fc.record({
  level: fc.constantFrom(...(Object.keys(levels) as Level[])),
  tags: fc.constantFrom<string[]>([], ['办得快'], ['态度差']),
  text: fc.constantFrom(undefined, '快', '慢', '来了三趟'),
});
const move = fc.oneof(
  fc.record({ do: fc.constant('rate' as const), k: fc.nat(CASES - 1), review }),
  fc.record({ do: fc.constant('rectify' as const), k: fc.nat(CASES - 1) }),
  fc.record({ do: fc.constant('wait' as const), days: fc.constantFrom(0.2, 1, 3, 8, 31) }),
);
const order = fc.shuffledSubarray([...Array(CASES).keys()], { minLength: CASES });

/** Texts are compared first: a thousand deep comparisons are slow, and only a difference is worth showing in full. */
function expectSame(one: World, other: World) {
  const [seen, also] = [one.seen(), other.seen()];
  if (JSON.stringify(seen) !== JSON.stringify(also)) expect(seen).toEqual(also);
}

it('tells no two worlds apart that differ only in whose review is whose', () => {
  fc.assert(
    fc.property(order, order, fc.array(move, { minLength: 8, maxLength: 40 }), (one, other, moves) => {
      const worlds = [new World(one), new World(other)] as const;
      for (const step of moves) {
        for (const world of worlds) {
          if (step.do === 'rate') world.rate(step.k, step.review);
          else if (step.do === 'rectify') world.rectify(step.k);
          else world.now += step.days * dayMs;
          world.sweep();
        }
        expectSame(...worlds);
      }
    }),
    { seed: 24, numRuns: 60 },
  );
});

it('tells nothing more where cases are said not to be done meanwhile', () => {
  fc.assert(
    fc.property(
      order,
      order,
      fc.array(fc.tuple(move, fc.nat(CASES - 1), fc.nat(3)), { maxLength: 30 }),
      (one, other, moves) => {
        const worlds = [new World(one), new World(other)] as const;
        // All reviews come first: a case that is open cannot be rated, and which is open all may know.
        for (const world of worlds)
          for (let k = 0; k < 5; k += 1)
            world.rate(k, { level: k % 2 ? 'dissatisfied' : 'satisfied', tags: [], text: `${k}` });
        for (const [step, i, what] of moves) {
          for (const world of worlds) {
            if (step.do === 'rectify') world.rectify(step.k);
            if (step.do === 'wait') world.now += step.days * dayMs;
            if (what === 0) world.reopen(i);
            if (what === 1) world.complete(i);
            world.sweep();
          }
          expectSame(...worlds);
        }
      },
    ),
    { seed: 25, numRuns: 60 },
  );
});

it('shows five together or none, and never takes one away or adds one', () => {
  fc.assert(
    fc.property(order, fc.array(move, { minLength: 20, maxLength: 60 }), (one, moves) => {
      const world = new World(one);
      let before: string[] = [];
      for (const step of moves) {
        if (step.do === 'rate') world.rate(step.k, step.review);
        else if (step.do === 'wait') world.now += step.days * dayMs;
        world.sweep();
        const batches = world.shown();
        for (const batch of batches) expect(batch.denominator).toBeGreaterThanOrEqual(5);
        const after = batches.map((batch) => JSON.stringify(batch));
        expect(after.slice(0, before.length)).toEqual(before);
        before = after;
      }
    }),
    { seed: 26, numRuns: 60 },
  );
});
