import { instantOf } from '../../../contract/time';
import { isRejection } from '../../../contract/errors';
import { monday, opened, personDoc } from '../../../tests/support/world';
import type { CaseDoc } from '../documents';
import { authorised, isSigned, mandateState, mandatesOf, renewable, revoked, shown } from './mandate';

const dayMs = 86_400_000;
/** A name, as a finger draws one. */
const name = [Array.from({ length: 40 }, (_, i) => [100 + i * 18, i % 2 === 0 ? 100 : 220]).flat()];
const resident = personDoc('mother', 'resident');
const asker = { id: 'daughter', name: '李', phone: '1', relation: 'parent' } as const;
const held = (over: Partial<CaseDoc> = {}): CaseDoc => ({
  ...opened({ resident, asker }),
  state: 'in_progress',
  holderId: 'a',
  assignment: { agentId: 'a', agentName: 'A', agentPhone: '2', offeredAt: 0, acceptedAt: 1 },
  ...over,
});
const wish = { to: 'agent', acts: ['papers'], days: 30, signed: 'screen', strokes: name } as const;
type Wish = Parameters<typeof authorised>[1];
const sign = (kase: CaseDoc, over: Partial<Wish> = {}, now = monday, mandate?: 'excluded') =>
  authorised(
    kase,
    { ...wish, acts: ['papers'], strokes: name, ...over },
    { mandate },
    { who: resident, now, requestId: `r${now}` },
  );
const signed = (kase: CaseDoc, over: Partial<Wish> = {}, now = monday): CaseDoc => {
  const done = sign(kase, over, now);
  if (isRejection(done)) throw new Error(done.code);
  return { ...kase, ...done.change };
};
const idOf = (kase: CaseDoc, nth = 0) => kase.mandates?.[nth]?.id ?? '';

describe('a signature', () => {
  it.each<[string, number[][], boolean]>([
    ['a name', name, true],
    ['nothing', [], false],
    ['a dot', [[500, 200]], false],
    ['a dot that was held', [Array.from({ length: 60 }, () => [500, 200]).flat()], false],
    ['many dots', Array.from({ length: 20 }, (_, i) => [i * 40, 200]), false],
    ['a dash', [[100, 200, 900, 200]], false],
    ['a tiny scribble', [Array.from({ length: 60 }, (_, i) => [500 + (i % 9), 200 + (i % 7)]).flat()], false],
  ])('%s', (_, strokes, is) => expect(isSigned(strokes)).toBe(is));
});

describe('signing', () => {
  it.each<[string, CaseDoc, Partial<Wish>, 'excluded' | undefined, string]>([
    ['what the law excludes', held(), {}, 'excluded', 'MANDATE_EXCLUDED'],
    ['a complaint', held({ category: '投诉' }), {}, undefined, 'MANDATE_EXCLUDED'],
    ['an agent who has not said yes', held({ state: 'offered' }), {}, undefined, 'MANDATE_NO_ONE'],
    [
      'an asker where there is none',
      held({ asker: undefined }),
      { to: 'asker' },
      undefined,
      'MANDATE_NO_ONE',
    ],
    ['a minor without a guardian', held(), { minor: true }, undefined, 'MANDATE_NEEDS_GUARDIAN'],
    ['a dot', held(), { strokes: [[500, 200]] }, undefined, 'SIGNATURE_TOO_SMALL'],
    ['nothing drawn', held(), { strokes: undefined }, undefined, 'SIGNATURE_TOO_SMALL'],
  ])('refuses %s', (_, kase, over, mandate, code) =>
    expect(sign(kase, over, monday, mandate)).toMatchObject({ code }),
  );

  it('holds to the end of its last day, for the one it names, and says how it was signed', () => {
    const kase = signed(held(), { signed: 'paper', strokes: undefined, days: 1 });
    const [mandate] = kase.mandates ?? [];
    expect(mandate).toMatchObject({ to: { id: 'a' }, signed: 'paper', until: instantOf('2026-11-25') });
    if (!mandate) throw new Error('none');
    expect(mandateState(kase, mandate, instantOf('2026-11-25') - 1)).toBe('valid');
    expect(mandateState(kase, mandate, instantOf('2026-11-25'))).toBe('over');
    expect(mandateState({ ...kase, holderId: 'b' }, mandate, monday)).toBe('elsewhere');
  });

  it('takes the place of the one before, and leaves the other person’s', () => {
    const kase = signed(signed(signed(held()), { to: 'asker' }, monday + 1), {}, monday + 2);
    expect(kase.mandates?.map((one) => mandateState(kase, one, monday + 3))).toEqual([
      'ended',
      'valid',
      'valid',
    ]);
  });
});

describe('at the window', () => {
  const kase = signed(held());
  it.each<[string, CaseDoc, string, number, string | undefined]>([
    ['while it holds', kase, 'a', monday, undefined],
    ['past its end', kase, 'a', monday + 31 * dayMs, 'MANDATE_OVER'],
    ['by another agent', kase, 'b', monday, 'MANDATE_OVER'],
    ['for the agent before', { ...kase, holderId: 'b' }, 'b', monday, 'MANDATE_OVER'],
    ['of another case', held(), 'a', monday, 'MANDATE_NOT_FOUND'],
  ])('%s', (_, one, agentId, now, code) => {
    const done = shown(one, idOf(kase), agentId, now);
    expect(isRejection(done) ? done.code : undefined).toBe(code);
  });

  it('taken back in that moment', () => {
    const done = revoked(kase, idOf(kase), monday + 1);
    if (isRejection(done)) throw new Error(done.code);
    expect(shown({ ...kase, ...done.change }, idOf(kase), 'a', monday + 2)).toMatchObject({
      code: 'MANDATE_OVER',
      fields: { mandateId: '收回了。' },
    });
  });
});

it('may be asked for anew in its last week, and after its end', () => {
  const kase = signed(held());
  const at = (days: number) => renewable(kase, idOf(kase), monday + days * dayMs);
  expect(at(0)).toMatchObject({ code: 'MANDATE_STANDS' });
  for (const days of [25, 40]) expect(isRejection(at(days))).toBe(false);
});

it('shows the drawing to the resident’s side, and to the agent while it holds', () => {
  const kase = signed(held());
  const sees = (part: Parameters<typeof mandatesOf>[1], id: string, now = monday) =>
    mandatesOf(kase, part, id, now)?.[0]?.strokes !== undefined;
  expect([sees('resident', 'mother'), sees('asker', 'daughter'), sees('agent', 'a')]).toEqual([
    true,
    true,
    true,
  ]);
  expect([sees('manager', 'm'), sees('agent', 'a', monday + 31 * dayMs)]).toEqual([false, false]);
  expect(mandatesOf(kase, 'candidate', 'x', monday)).toBeUndefined();
});
