import { isRejection } from '../../../contract/errors';
import type { Part } from '../../../contract/deeds';
import { instantOf } from '../../../contract/time';
import { officeHours as hours, monday, opened } from '../../../tests/support/world';
import type { CaseDoc } from '../documents';
import { paused, promised, resumed, saysOfPromise, withOwnHour } from './pause';
import { settle } from './settle';
import { advance } from './timeline';

/** 改到了: a promise and an hour that lies past it. Rules: docs/decisions/0060. */
const at = (day: string, time = '09:00') => instantOf(day, time);
const inHand = (): CaseDoc =>
  settle({ ...opened({ mode: 'counter' }), state: 'in_progress', holderId: 'a' }, monday);
const due = inHand().dueAt;
/** Far past the promise, and farther. */
const late = '2027-01-12';
const later = '2027-01-20';
const closed = (day: string) => at(day, '17:00');

/** An hour that this part booked, by the rules of `cases.book`. */
function booked(kase: CaseDoc, day: string, part: Part, now = monday): CaseDoc {
  const hour = { appointmentAt: at(day) };
  const own = part === 'agent' || part === 'manager' ? {} : withOwnHour({ ...kase, ...hour }, hours, now);
  const next = advance(
    kase,
    { do: 'book', by: { part, id: part, name: part }, at: now, requestId: `b${day}` },
    { ...hour, ...own },
  );
  if (isRejection(next)) throw new Error(next.code);
  return next;
}
const waiting = (now: number): CaseDoc =>
  settle({ ...inHand(), ...paused(inHand(), hours, '户口簿', 'a', now), state: 'awaiting_resident' }, now);
const goesOn = (kase: CaseDoc, now: number): CaseDoc =>
  settle({ ...kase, ...resumed(kase, hours, now), state: 'in_progress' }, now);

describe('an hour past the promise', () => {
  it.each<[Part, number]>([
    ['resident', closed(late)],
    ['asker', closed(late)],
    ['agent', due],
    ['manager', due],
  ])('chosen by the %s', (part, expected) => {
    const kase = booked(inHand(), late, part);
    expect(kase.dueAt).toBe(expected);
    expect(kase.extended?.kept.dueAt).toBe(expected === due ? undefined : due);
    expect(saysOfPromise(kase, monday)).toMatch(expected === due ? /^说好的.*不变$/ : /^办完的日子跟着改到/);
  });

  it('is shown yellow for the new end, not for the old one', () => {
    const warned = inHand();
    const shown = {
      ...warned.clocks.completion,
      startedAt: monday,
      warnAt: monday,
      dueAt: due,
      warned: true,
    };
    const kase = booked({ ...warned, clocks: { ...warned.clocks, completion: shown } }, late, 'resident');
    expect(kase.clocks.completion).toMatchObject({ dueAt: closed(late) });
    expect(kase.clocks.completion?.warned).toBeUndefined();
    expect(kase.clocks.completion?.warnAt).toBeGreaterThan(monday);
  });

  it('taken back by a nearer one takes the promise back, as far as that hour lets it', () => {
    const far = booked(inHand(), later, 'resident');
    expect(booked(far, late, 'resident')).toMatchObject({ dueAt: closed(late) });
    const back = booked(far, '2026-11-24', 'resident');
    expect(back).toMatchObject({ dueAt: due });
    expect(back.extended).toBeUndefined();
  });

  it('mends nothing that was broken before, and an hour within it changes nothing', () => {
    expect(booked(inHand(), later, 'resident', due + 1).dueAt).toBe(due);
    expect(booked(inHand(), '2026-11-24', 'resident').dueAt).toBe(due);
  });

  it('chosen while the resident is waited for counts once the case goes on, and no longer than that hour', () => {
    const from = at('2026-11-24');
    const asked = booked(waiting(from), late, 'resident', at('2026-11-25'));
    expect(asked.dueAt).toBe(due);
    const on = goesOn(asked, at('2026-11-26'));
    expect(on.dueAt).toBe(closed(late));
    expect(on.extended?.kept.dueAt).toBe(goesOn(waiting(from), at('2026-11-26')).dueAt);
  });

  it('chosen before a pause moves with it, and is the same when it is worked out anew', () => {
    const far = booked(inHand(), late, 'resident');
    const from = at('2026-11-24');
    const asked = settle(
      { ...far, ...paused(far, hours, '户口簿', 'a', from), state: 'awaiting_resident' },
      from,
    );
    const on = goesOn(asked, at('2026-11-26'));
    expect(on.dueAt).toBeGreaterThan(closed(late));
    const { clocks, extended, steps } = promised(on, hours);
    expect({ clocks: clocks.completion, extended, steps }).toEqual({
      clocks: on.clocks.completion,
      extended: on.extended,
      steps: on.steps,
    });
  });
});
