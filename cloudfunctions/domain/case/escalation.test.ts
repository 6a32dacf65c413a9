import { agentDoc, monday, officeHours as hours, opened, personDoc } from '../../../tests/support/world';
import { isRejection } from '../../../contract/errors';
import { applyChoice } from '../assignment/offer';
import type { CaseDoc } from '../documents';
import { acknowledged, raise, raiseFurther } from './escalation';

/** One tier for each breach, and no further once a tier says that it knows. */
const when = (at: number) => ({ at, requestId: `sweep-${at}` });
const kase = applyChoice(
  opened(),
  { agent: agentDoc('a'), workDay: '2026-11-23', candidates: [] },
  hours,
  when(monday),
);
const tiersOf = ({ escalations }: CaseDoc) => escalations.map(({ cause, tier }) => `${cause} ${tier}`);
const red = raise(kase, 'completion', hours, when(monday));

it('begins at the community, and is no news a second time', () => {
  expect(tiersOf(red)).toEqual(['completion community']);
  expect(raise(red, 'completion', hours, when(monday + 1))).toBe(red);
});

it('goes up a tier with each breach of another clock', () => {
  expect(tiersOf(raise(red, 'response', hours, when(monday)))).toEqual([
    'completion community',
    'response street',
  ]);
});

it('goes further up to the district, and there it stays', () => {
  const street = raiseFurther(red, 'completion', hours, when(monday + 1));
  const district = raiseFurther(street, 'completion', hours, when(monday + 2));
  expect(tiersOf(district).at(-1)).toBe('completion district');
  expect(raiseFurther(district, 'completion', hours, when(monday + 3))).toBe(district);
});

it('is acknowledged by a manager of the tier that was told, and goes no further', () => {
  const done = acknowledged(red, personDoc('m', 'manager', 'c'), monday);
  if (isRejection(done)) throw new Error(done.code);
  expect(done.cause).toBe('completion');
  const known = { ...red, ...done.change };
  expect(raiseFurther(known, 'completion', hours, when(monday + 1))).toBe(known);
});

it('is nothing that a manager of another unit could acknowledge, nor twice', () => {
  const refusal = { ok: false, code: 'NOT_ESCALATED' };
  expect(acknowledged(red, personDoc('m', 'manager', 's'), monday)).toMatchObject(refusal);
  const done = acknowledged(red, personDoc('m', 'manager', 'c'), monday);
  const known = { ...red, ...(isRejection(done) ? {} : done.change) };
  expect(acknowledged(known, personDoc('m', 'manager', 'c'), monday)).toMatchObject(refusal);
});
