import { instantOf } from '../../../contract/time';
import type { Deed, Part } from '../../../contract/deeds';
import { isRejection } from '../../../contract/errors';
import type { CaseDoc } from '../documents';
import { dueOf } from './due';
import { acceptedAt, applyChoice, handedTo, offeredTo, takenOver } from '../assignment/offer';
import { paused, promised, resumed } from './pause';
import {
  agentDoc,
  officeHours as hours,
  itemOf,
  monday,
  opened,
  orgDoc,
  personDoc,
} from '../../../tests/support/world';
import { acknowledged } from './escalation';
import { type Change, type Step, mustAdvance } from './timeline';
import { reopened } from './reopen';
import { recomputed, wake, wantsAgent } from './wake';
import { answerable, answered, answerToRate, rated, summoned, summonedTier } from './whistle';

const at = (text: string) => instantOf(text.slice(0, 10), text.slice(11));
const step = (deed: Deed, part: Part, when: number, id = part as string): Step => ({
  do: deed,
  by: { part, id, name: id },
  at: when,
  requestId: `${deed}-${when}`,
});
const act = (kase: CaseDoc, deed: Deed, part: Part, when: number, change?: Change) =>
  mustAdvance(kase, step(deed, part, when), change);
const sweepAt = (kase: CaseDoc, when: number) => wake(kase, hours, { at: when, requestId: `sweep-${when}` });
const deeds = (kase: CaseDoc) => kase.events.map((event) => event.do);

const a = agentDoc('a');
const b = agentDoc('b');
const offered = (now = monday) =>
  applyChoice(opened({}, now), { agent: a, workDay: '2026-11-23', candidates: [] }, hours, {
    at: now,
    requestId: 'r1',
  });
const accepted = () => act(offered(), 'accept', 'agent', monday, acceptedAt(offered(), monday));
const acknowledgedIn = (kase: CaseDoc, now: number): Change => {
  const known = acknowledged(kase, personDoc('m', 'manager', 'c'), now);
  if (isRejection(known)) throw new Error(known.code);
  return known.change;
};
const nobody = { workDay: '2026-11-23', candidates: [], failure: '没有人' };

describe('an offer that nobody answers', () => {
  it('lapses after thirty working minutes, not before, and is given out again', () => {
    const lapse = at('2026-11-23T10:30');
    expect(offered().wakeAt).toBe(lapse);
    expect(sweepAt(offered(), lapse - 1)).toEqual(offered());
    const lapsed = sweepAt(offered(), lapse);
    expect(lapsed).toMatchObject({ state: 'submitted', passedBy: ['a'] });
    expect(lapsed.holderId).toBeUndefined();
    expect(wantsAgent(lapsed, lapse)).toBe(true);
  });

  it('lapses once, however late the sweep comes', () => {
    const late = sweepAt(offered(), at('2026-11-25T10:00'));
    expect(deeds(late).filter((deed) => deed === 'lapse')).toHaveLength(1);
    expect(sweepAt(late, at('2026-11-25T10:00'))).toEqual(late);
  });
});

describe('a hand-over', () => {
  const asked = () =>
    act(accepted(), 'handover', 'agent', monday, handedTo(accepted(), b, '我要休假', hours, monday));

  it('leaves the case where it is until the colleague says yes', () => {
    expect(asked()).toMatchObject({ state: 'in_progress', holderId: 'a', askedId: 'b' });
    const taken = act(asked(), 'accept', 'colleague', monday, takenOver(asked(), b, '2026-11-23', monday));
    expect(taken).toMatchObject({ state: 'in_progress', holderId: 'b', handovers: 1 });
    expect(taken.askedId).toBeUndefined();
    expect(taken.clocks.completion).toEqual(accepted().clocks.completion);
  });

  it('lapses to the one who wanted to hand it over', () => {
    const lapsed = sweepAt(asked(), at('2026-11-23T10:30'));
    expect(lapsed).toMatchObject({ state: 'in_progress', holderId: 'a' });
    expect(lapsed.handover).toBeUndefined();
    expect(lapsed.passedBy).toEqual([]);
    expect(lapsed.outbox.at(-1)).toMatchObject({ to: 'a', title: '转手没有成' });
  });
});

describe('cards and tiers', () => {
  const due = at('2026-12-07T17:00');

  it('shows yellow at four fifths and red at the end, each once', () => {
    const yellow = sweepAt(accepted(), at('2026-12-03T16:00'));
    expect(deeds(yellow).at(-1)).toBe('warn');
    expect(yellow.outbox.at(-1)).toMatchObject({ to: 'a', title: '黄牌:快到期了' });
    const red = sweepAt(yellow, due);
    expect(deeds(red).slice(-2)).toEqual(['breach', 'escalate']);
    expect(sweepAt(red, due + 1)).toEqual(red);
  });

  it('shows both in order when the timer was missing for days', () => {
    const late = sweepAt(accepted(), due + 1);
    expect(deeds(late).slice(-3)).toEqual(['warn', 'breach', 'escalate']);
  });

  it('tells each tier whose time came while the timer was missing, in order, and none before its time', () => {
    const tiersAt = (instant: string) => sweepAt(accepted(), at(instant)).escalations.map((one) => one.tier);
    expect(tiersAt('2026-12-08T16:00')).toEqual(['community']);
    expect(tiersAt('2026-12-09T10:00')).toEqual(['community', 'street']);
    expect(tiersAt('2026-12-11T17:00')).toEqual(['community', 'street', 'district']);
    const once = sweepAt(accepted(), at('2026-12-11T17:00'));
    expect(once.escalatedTo).toBe('d');
    expect(once.outbox.filter(({ opens }) => opens === 'manager').map(({ to }) => to)).toEqual([
      'c',
      's',
      'd',
    ]);
    expect(sweepAt(once, at('2026-12-31T10:00'))).toEqual(once);
  });

  it('gives the community its time over a case that is said not to be done long after its date', () => {
    const done = act(accepted(), 'complete', 'agent', at('2026-12-04T10:00'), {
      completedAt: at('2026-12-04T10:00'),
    });
    const again = at('2026-12-28T10:00');
    const change = reopened(done, hours, again);
    if (isRejection(change)) throw new Error(change.code);
    const open = act(done, 'reopen', 'resident', again, change);
    expect(sweepAt(open, again + 60_000).escalations.map((one) => one.tier)).toEqual(['community']);
  });

  it('goes one tier further up after eight working hours that nobody acknowledged, to the top and no further', () => {
    let kase = sweepAt(accepted(), due);
    expect(kase.escalatedTo).toBe('c');
    kase = sweepAt(kase, at('2026-12-09T10:00'));
    expect(kase.escalatedTo).toBe('s');
    kase = sweepAt(kase, at('2026-12-11T10:00'));
    expect(kase.escalatedTo).toBe('d');
    kase = sweepAt(kase, at('2026-12-31T10:00'));
    expect(kase.escalations.map((one) => one.tier)).toEqual(['community', 'street', 'district']);
  });

  it('does not fire again once somebody said that they know', () => {
    const red = sweepAt(accepted(), due);
    const known = act(red, 'acknowledge', 'manager', due + 1, acknowledgedIn(red, due + 1));
    expect(known.escalatedTo).toBeUndefined();
    expect(sweepAt(known, at('2026-12-31T10:00')).escalations).toHaveLength(1);
  });

  it('takes up a case that nobody has at once, and only once for one failure', () => {
    const failed = applyChoice(opened(), nobody, hours, { at: monday, requestId: 'r1' });
    const again = applyChoice(failed, nobody, hours, { at: monday + 600_000, requestId: 's' });
    expect(failed.escalatedTo).toBe('c');
    expect(again.events).toEqual(failed.events);
    expect(again.escalations).toHaveLength(1);
    expect(sweepAt(again, at('2026-11-24T14:00')).escalatedTo).toBe('s');
  });

  it('tells the same tier again when a cause that went away comes back', () => {
    const when = { at: monday, requestId: 'r1' };
    const failed = applyChoice(opened(), nobody, hours, when);
    const found = applyChoice(failed, { agent: a, workDay: '2026-11-23', candidates: [] }, hours, when);
    expect(found.escalatedTo).toBeUndefined();
    const lapsed = sweepAt(found, at('2026-11-23T10:30'));
    const lost = applyChoice(lapsed, nobody, hours, { at: at('2026-11-23T10:30'), requestId: 's' });
    expect(lost.escalations.map((one) => one.tier)).toEqual(['community', 'community']);
  });

  it('goes up every two hours, day and night, when it is about safety', () => {
    const night = at('2026-11-28T23:00');
    const report = opened({ item: itemOf('report-issue'), subtype: 'manhole', mode: 'online' }, night);
    const lost = applyChoice(report, nobody, hours, { at: night, requestId: 'r1' });
    const tiersAt = (hour: string) =>
      sweepAt(lost, at(hour)).escalations.flatMap(({ cause, tier }) => (cause === 'dispatch' ? tier : []));
    expect(tiersAt('2026-11-29T00:59')).toEqual(['community']);
    expect(tiersAt('2026-11-29T01:00')).toEqual(['community', 'street']);
  });

  it('runs a response clock from the request to the first yes', () => {
    const failed = applyChoice(opened(), nobody, hours, { at: monday, requestId: 'r1' });
    const red = sweepAt(failed, at('2026-11-24T10:00'));
    expect(red.escalations.map((one) => one.cause)).toContain('response');
    expect(accepted().clocks.response?.stoppedAt).toBe(monday);
  });
});

describe('while the resident is waited for', () => {
  const asked = () =>
    mustAdvance(
      accepted(),
      { ...step('ask', 'agent', at('2026-11-24T11:00'), 'a'), text: '户口簿' },
      paused(accepted(), hours, '户口簿', 'a', at('2026-11-24T11:00')),
    );

  it('stands still: no card is shown for the promise', () => {
    expect(dueOf(asked()).some((due) => 'clock' in due && due.clock === 'completion')).toBe(false);
    expect(asked().redAt).toBeGreaterThan(at('2100-01-01T00:00'));
  });

  it('reminds the resident, then tells the agent and takes it up', () => {
    const late = sweepAt(asked(), at('2026-12-01T17:00'));
    expect(late.outbox.slice(-3).map(({ to, title }) => [to, title])).toEqual([
      ['resident', '材料还没补上'],
      ['a', '居民一直没补材料'],
      ['c', '有办件上报给您'],
    ]);
  });

  it('goes on by itself when the cap of pauses is reached', () => {
    const { until } = asked().pauses[0] ?? { until: 0 };
    const resumedCase = sweepAt(asked(), until);
    expect(resumedCase.state).toBe('awaiting_resident');
    expect(resumedCase.pauses[0]?.to).toBe(until);
    expect(resumedCase.dueAt).toBe(promised(resumedCase, hours).clocks.completion?.dueAt);
    expect(resumedCase.redAt).toBe(resumedCase.dueAt);
  });

  it('goes on with just what was left when the resident supplies', () => {
    const back = at('2026-11-25T09:00');
    const supplied = act(asked(), 'supply', 'resident', back, resumed(asked(), hours, back));
    expect(supplied.dueAt).toBe(at('2026-12-08T15:00'));
    expect(supplied.clocks.supply?.stoppedAt).toBe(back);
  });
});

describe('a whistle', () => {
  const unit = orgDoc('s', 'street');
  const asked = () =>
    act(
      accepted(),
      'whistle',
      'manager',
      monday,
      summoned(
        accepted(),
        unit,
        {
          tier: 'street',
          question: '谁来修?',
          owner: { id: 'm', name: 'm' },
          askedBy: { id: 'x', name: 'x' },
          days: 3,
        },
        hours,
        monday,
      ),
    );

  it('has a clock of its own, and goes up when nobody answers', () => {
    expect(asked().whistledTo).toEqual({ street: 's' });
    const late = sweepAt(asked(), at('2026-11-26T17:00'));
    expect(late.escalations.map(({ cause, tier }) => [cause, tier])).toEqual([['whistle', 'community']]);
  });

  it('is answered once, by the unit that was asked, and rated once', () => {
    const kase = asked();
    const asker = personDoc('x', 'manager', 'c');
    expect(answerable(kase, personDoc('o', 'manager', 'c'), 'w1')).toMatchObject({ code: 'NOT_YOUR_CASE' });
    const whistle = answerable(kase, personDoc('m', 'manager', 's'), 'w1');
    if (!('question' in whistle)) throw new Error(whistle.code);
    expect(answerToRate(kase, asker, 'w1')).toMatchObject({ code: 'WHISTLE_OPEN' });
    const done = act(kase, 'answer', 'summoned', monday, answered(kase, whistle, '周四修', 'm', monday));
    expect(done.whistledTo).toEqual({});
    expect(answerable(done, personDoc('m', 'manager', 's'), 'w1')).toMatchObject({
      code: 'WHISTLE_ANSWERED',
    });
    const judged = answerToRate(done, asker, 'w1');
    if (!('question' in judged)) throw new Error(judged.code);
    const marked = act(done, 'rateAnswer', 'manager', monday, rated(done, judged, 'satisfied'));
    expect(answerToRate(marked, asker, 'w1')).toMatchObject({ code: 'ALREADY_REVIEWED' });
  });

  it.each([
    ['a grid', orgDoc('g', 'grid')],
    ['a community', orgDoc('c', 'community')],
    ['another district', orgDoc('d2', 'district', { unit: { district: 'd2' } })],
  ])('does not summon %s', (_, other) => {
    expect(summonedTier(accepted(), other)).toMatchObject({ code: 'UNIT_NOT_SUMMONABLE' });
  });

  it('waits for an answer before it asks the same tier again', () => {
    expect(summonedTier(asked(), orgDoc('s2', 'street'))).toMatchObject({ code: 'UNIT_NOT_SUMMONABLE' });
    expect(summonedTier(asked(), orgDoc('d', 'district'))).toBe('district');
  });
});

it('keeps the order of the timeline when the machine’s clock jumps back', () => {
  const kase = act(offered(), 'accept', 'agent', monday - 3_600_000);
  expect(kase.events.map((event) => event.at)).toEqual([monday, monday, monday]);
});

it('runs the offer of urgent safety day and night', () => {
  const night = at('2026-11-28T23:00');
  const kase = opened({ item: itemOf('report-issue'), subtype: 'manhole', mode: 'online' }, night);
  const change = offeredTo(kase, a, '2026-11-28', hours, night);
  expect(change.clocks?.offer?.dueAt).toBe(at('2026-11-28T23:30'));
});

describe('a year whose holidays were not published', () => {
  it('has its dates worked out anew once they are, with the pauses of before, and the resident is told', () => {
    const right = accepted();
    const guessed: CaseDoc = {
      ...right,
      provisionalYear: '2026',
      clocks: { ...right.clocks, completion: { startedAt: monday, warnAt: 0, dueAt: 0 } },
      dueAt: 0,
      statutoryDueAt: 0,
    };
    const known = recomputed(guessed, hours, { at: monday, requestId: 's' });
    expect(known.dueAt).toBe(right.dueAt);
    expect(known.statutoryDueAt).toBe(right.statutoryDueAt);
    expect(known.provisionalYear).toBeUndefined();
    expect(known.outbox.at(-1)).toMatchObject({ to: 'resident', title: '期限核定了' });
  });

  it('is left alone while they are not', () => {
    const kase = opened({}, at('2026-12-28T10:00'));
    expect(kase.provisionalYear).toBe('2027');
    expect(recomputed(kase, hours, { at: monday, requestId: 's' })).toBe(kase);
  });
});
