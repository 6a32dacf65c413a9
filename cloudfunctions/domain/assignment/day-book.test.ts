import fc from 'fast-check';
import { instantOf } from '../../../contract/time';
import { opened } from '../../../tests/support/world';
import { asComplaint } from '../case/complaint';
import type { DayBookDoc, SlotHeld } from '../documents';
import {
  alongOn,
  blankBook,
  bookIdOf,
  isBooked,
  slotChange,
  slotOf,
  withSlot,
  withoutSlot,
} from './day-book';
import { loadsOfBooks } from './slots';

const nine = instantOf('2026-11-24', '09:00');
const slot: SlotHeld = { street: 's', day: '2026-11-24', hour: 9, agentId: 'a', isVisit: true };
const id = 's:2026-11-24';

describe('what a case holds of a day', () => {
  const kase = opened({ appointmentAt: nine });
  it.each([
    ['with an agent', { holderId: 'a' }, slot],
    ['without one yet', {}, { ...slot, agentId: undefined }],
    ['ended', { state: 'cancelled' as const }, undefined],
    ['urgent', { urgent: true }, undefined],
    ['about the staff', asComplaint(kase, { to: kase.unit, barred: [] }), undefined],
    ['without an hour', { appointmentAt: undefined }, undefined],
  ])('%s', (_, over, held) => {
    expect(slotOf({ ...kase, ...over })).toEqual(held);
  });

  it('is derived with every write', () => expect(kase.slot).toEqual({ ...slot, agentId: undefined }));

  it('is not given back when its day is over: nobody reads that book any more', () => {
    expect(slotChange({ slot }, { slot: undefined, touchedAt: instantOf('2026-11-25') })).toBeUndefined();
    expect(slotChange({ slot }, { slot: undefined, touchedAt: nine })).toEqual({ gives: slot });
    expect(slotChange({ slot }, { slot: { ...slot }, touchedAt: nine })).toBeUndefined();
  });
});

describe('a day book', () => {
  it('has one case for an agent’s hour', () => {
    const book = withSlot(blankBook(id), slot);
    expect(book && withSlot(book, { ...slot, isVisit: false })).toBeUndefined();
    // Who goes along has the hour, too, and gives it back with the case.
    const both = withSlot(blankBook(id), { ...slot, withId: 'b' });
    expect(both && withSlot(both, { ...slot, agentId: 'b' })).toBeUndefined();
    expect(both && [alongOn([both], 'b', slot.day), alongOn([both], 'a', slot.day)]).toEqual([1, 0]);
    expect(both && withoutSlot(both, { ...slot, withId: 'b' })).toMatchObject({ taken: {}, along: {} });
    expect(both && loadsOfBooks([both]).map(({ agentId }) => agentId)).toEqual(['a']);
    expect(book && isBooked([book], 'a', nine)).toBe(true);
    expect(book && isBooked([book], 'b', nine)).toBe(false);
    expect(book && isBooked([book], 'a', instantOf('2026-11-25', '09:00'))).toBe(false);
  });

  it('says how much of a day is taken', () => {
    const book = [slot, { ...slot, hour: 10, isVisit: false }, { ...slot, hour: 16 }].reduce<DayBookDoc>(
      (all, one) => withSlot(all, one) ?? all,
      blankBook(id),
    );
    expect(loadsOfBooks([book])).toEqual([
      { agentId: 'a', workDay: '2026-11-24', mode: 'home-visit', count: 2, overdue: 0, taken: 0 },
      { agentId: 'a', workDay: '2026-11-24', mode: 'appointment', count: 1, overdue: 0, taken: 0 },
    ]);
  });

  it('is as it was when all that was taken is given back, in any order', () => {
    const some = fc.uniqueArray(
      fc.record({
        hour: fc.integer({ min: 0, max: 23 }),
        agentId: fc.constantFrom('a', 'b', undefined),
        isVisit: fc.boolean(),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(some, fc.nat(), (slots, turn) => {
        let book = blankBook(id);
        const taken: SlotHeld[] = [];
        for (const one of slots) {
          const held = { street: 's', day: '2026-11-24', ...one };
          const next = withSlot(book, held);
          if (!next) continue;
          book = next;
          taken.push(held);
        }
        const order = taken
          .map((one, i) => ({ one, at: (i * (2 * turn + 1)) % 13 }))
          .sort((x, y) => x.at - y.at);
        for (const { one } of order) book = withoutSlot(book, one);
        expect(book).toEqual(blankBook(bookIdOf({ street: 's', day: '2026-11-24' })));
      }),
      { seed: 14 },
    );
  });
});
