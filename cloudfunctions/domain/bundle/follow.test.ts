import { isRejection } from '../../../contract/errors';
import type { ServiceItem } from '../../../contract/models';
import type { Waits } from '../documents';
import type { CaseDoc } from '../documents';
import { completed } from '../case/progress';
import { reopened } from '../case/reopen';
import { NEVER } from '../case/settle';
import { type Step, advance, brokenEvent, mustAdvance, system } from '../case/timeline';
import { itemOf, monday, officeHours as hours, opened } from '../../../tests/support/world';
import { followed } from './follow';
import { joinable } from './join';
import { asGiven, papersOnce } from './papers';
import { type Outcome, isUntold, isWaiting, outcomeOf, standingOf, toldOf, waived } from './wait';

/** 一件事. Rules: docs/decisions/0058. */

/** Everything that can happen to a bundle, in every order: what ends how, when the others hear of it, when an answer comes. */
describe('parts that wait for each other', () => {
  type Fate = 'done' | 'undone' | 'cancelled';
  interface One {
    outcome: Outcome;
    waits?: Waits;
    /** it began before its need was there, and nobody had said that it may */
    isEarly: boolean;
  }
  type State = readonly One[];

  /** needs[i] are among the parts before i: every such bundle of four. */
  const shapes = (size: number): number[][][] => {
    const subsets = (of: number) =>
      Array.from({ length: 2 ** of }, (_, bits) =>
        Array.from({ length: of }, (__, i) => i).filter((i) => bits & (1 << i)),
      );
    return Array.from({ length: size }, (_, i) => subsets(i)).reduce<number[][][]>(
      (all, needs) => all.flatMap((one) => needs.map((these) => [...one, these])),
      [[]],
    );
  };
  const begin = (shape: number[][]): State =>
    shape.map((needs) => ({
      outcome: 'open',
      isEarly: false,
      waits:
        needs.length > 0
          ? { needs: needs.map((i) => ({ caseId: `${i}`, name: `${i}` })), lookAt: 0 }
          : undefined,
    }));
  const outcomes = (state: State) => new Map(state.map(({ outcome }, i) => [`${i}`, outcome]));
  const at = (state: State, i: number, change: Partial<One>): State =>
    state.map((one, n) => (n === i ? { ...one, ...change } : one));

  /** Part i looks at the others. */
  function look(state: State, i: number): State {
    const { waits, outcome } = state[i] ?? begin([[]])[0] ?? { outcome: 'open' };
    if (!waits || outcome !== 'open') return state;
    const standing = standingOf(waits, outcomes(state));
    if (standing.is === 'asks') return at(state, i, { waits: { ...waits, asks: standing.of } });
    if (standing.is === 'waits') return at(state, i, { waits: { ...waits, asks: undefined } });
    const isEarly = waits.needs.some(
      ({ caseId, isWaived }) => !isWaived && outcomes(state).get(caseId) !== 'done',
    );
    return at(state, i, { waits: undefined, isEarly });
  }

  /** What may happen next. A part is done only once it has begun; it may be taken back at any time. */
  function next(state: State, fates: readonly Fate[], goesOn: readonly boolean[]): State[] {
    return state.flatMap((one, i) => {
      if (one.outcome !== 'open') return [];
      const fate = fates[i] ?? 'done';
      const ways: State[] = [];
      if (fate === 'cancelled') ways.push(at(state, i, { outcome: 'undone' }));
      else if (!one.waits) ways.push(at(state, i, { outcome: fate }));
      const heard = look(state, i);
      if (JSON.stringify(heard) !== JSON.stringify(state)) ways.push(heard);
      if (one.waits?.asks) {
        const said = goesOn[i] ? { waits: waived(one.waits, 0) } : { outcome: 'undone' as const };
        ways.push(at(state, i, said));
      }
      return ways;
    });
  }

  const ends = new Map<string, State>();
  function walk(state: State, fates: readonly Fate[], goesOn: readonly boolean[], seen: Set<string>): void {
    const key = JSON.stringify(state);
    if (seen.has(key)) return;
    seen.add(key);
    const ways = next(state, fates, goesOn);
    for (const way of ways) walk(way, fates, goesOn, seen);
    if (ways.length === 0)
      ends.set(JSON.stringify(state.map(({ outcome, isEarly }) => [outcome, isEarly])), state);
  }

  it('come to one end, whatever came first: none waits for ever, none begins before its need', () => {
    const fates: Fate[] = ['done', 'undone', 'cancelled'];
    const many = <T>(of: readonly T[], size: number): T[][] =>
      Array.from({ length: size }).reduce<T[][]>(
        (all) => all.flatMap((one) => of.map((last) => [...one, last])),
        [[]],
      );
    let walked = 0;
    for (const shape of shapes(3))
      for (const fate of many(fates, 3))
        // The first waits for none.
        for (const goesOn of many([true, false], 2).map((others) => [true, ...others])) {
          ends.clear();
          walk(begin(shape), fate, goesOn, new Set());
          walked += 1;
          expect(ends.size).toBe(1);
          const [end = []] = ends.values();
          expect(end.filter(({ outcome, isEarly }) => outcome === 'open' || isEarly)).toEqual([]);
        }
    expect(walked).toBe(8 * 27 * 4);
  });
});

const codes = ['birth-registration', 'household-migration', 'childcare-subsidy'] as const;
/** 出生一件事 as it is stored: the third needs the second. */
function bundle(): CaseDoc[] {
  return codes.reduce<CaseDoc[]>((parts, code, nth) => {
    const needs = nth === 2 ? parts.slice(1, 2) : [];
    const item: ServiceItem = itemOf(code);
    const part = {
      bundle: { id: 'b', code: 'birth', name: '出生一件事', size: 3, nth, speaks: nth === 0 || undefined },
      about: '小米',
      needs: needs.map(({ _id: caseId, serviceName: name, dueAt }) => ({ caseId, name, dueAt })),
      earlier: parts,
    };
    return [...parts, opened({ item, mode: 'online', part })];
  }, []);
}
const of = (parts: readonly CaseDoc[], nth: number): CaseDoc => {
  const found = parts[nth];
  if (!found) throw new Error(`${nth}`);
  return found;
};
const by = (part: Step['by']['part'], now = monday): Omit<Step, 'do'> => ({
  by: part === 'system' ? system : { part, id: part, name: part },
  at: now,
  requestId: `${part}-${now}`,
});
const done = (kase: CaseDoc, now = monday): CaseDoc =>
  mustAdvance(
    { ...kase, state: 'in_progress' },
    { do: 'complete', ...by('agent', now) },
    completed(kase, '好了', now),
  );
const cancelled = (kase: CaseDoc, now = monday): CaseDoc =>
  mustAdvance(kase, { do: 'cancel', ...by('resident', now) });
const look = (kase: CaseDoc, others: readonly CaseDoc[], now = monday): CaseDoc =>
  followed(kase, others, hours, { at: now, requestId: `w-${now}` });
const hour = 3_600_000;
const day = 24 * hour;

describe('a part that waits', () => {
  it('has no agent looked for and no clock, and nobody can do more with it than they may', () => {
    const waiting = of(bundle(), 2);
    expect(waiting).toMatchObject({ state: 'submitted', isWaiting: true, redAt: NEVER, clocks: {} });
    expect(waiting.dispatchAt).toBeUndefined();
    expect(isRejection(advance(waiting, { do: 'claim', ...by('candidate') }))).toBe(true);
    expect(isRejection(advance(waiting, { do: 'assign', ...by('manager') }))).toBe(true);
    expect(isRejection(advance(waiting, { do: 'say', ...by('resident') }))).toBe(false);
    expect(isRejection(advance(waiting, { do: 'cancel', ...by('resident') }))).toBe(false);
    expect(look(waiting, bundle().slice(0, 2))).toBe(waiting);
  });

  it('begins when the result is there, and its days are counted from then on', () => {
    const [first, second, third] = [0, 1, 2].map((nth) => of(bundle(), nth)) as [CaseDoc, CaseDoc, CaseDoc];
    const later = monday + 3 * day;
    const begun = look(third, [first, done(second, later)], later);
    expect(begun).toMatchObject({ begunAt: later, dispatchAt: later });
    expect(begun.waits).toBeUndefined();
    expect(begun.isWaiting).toBeUndefined();
    expect(begun.clocks.completion?.startedAt).toBe(later);
    expect(begun.dueAt).toBe(begun.clocks.completion?.dueAt);
    expect(begun.events.at(-1)).toMatchObject({ do: 'begin', text: '〈户口迁移〉' });
    expect(brokenEvent(begun.events)).toBeUndefined();
    expect(look(begun, [first, second], later)).toBe(begun);
  });

  it('asks once when it will not be there, waits again when that is taken up again, and goes on without where it may', () => {
    const [first, second, third] = [0, 1, 2].map((nth) => of(bundle(), nth)) as [CaseDoc, CaseDoc, CaseDoc];
    const gone = cancelled(second);
    const asks = look(third, [first, gone]);
    expect(asks.waits?.asks).toEqual([second._id]);
    expect(asks.clocks.supply?.stoppedAt).toBeUndefined();
    expect(asks.outbox.some(({ text }) => text.includes('还办不办'))).toBe(true);
    expect(look(asks, [first, gone])).toBe(asks);
    const again = reopened(gone, hours, monday + hour);
    if (isRejection(again)) throw new Error(again.code);
    const back = mustAdvance(gone, { do: 'reopen', ...by('manager', monday + hour) }, again);
    const waits = look(asks, [first, back], monday + hour);
    expect(waits.waits?.asks).toBeUndefined();
    expect(waits.clocks.supply?.stoppedAt).toBe(monday + hour);
    const on = mustAdvance(
      asks,
      { do: 'goOn', ...by('resident') },
      { waits: asks.waits && waived(asks.waits, monday) },
    );
    expect(on.wakeAt).toBe(monday);
    expect(look(on, [first, gone])).toMatchObject({ begunAt: monday, dispatchAt: monday });
  });

  it('that was taken back and given back waits on', () => {
    const gone = cancelled(of(bundle(), 2));
    const again = reopened(gone, hours, monday);
    if (isRejection(again)) throw new Error(again.code);
    const back = mustAdvance(gone, { do: 'reopen', ...by('manager') }, again);
    expect(back).toMatchObject({ isWaiting: true, redAt: NEVER });
    expect(back.dispatchAt).toBeUndefined();
  });
});

describe('a part that ends', () => {
  it('is to be told to the others until it was, also when it is taken up again', () => {
    const first = of(bundle(), 0);
    expect(isUntold(first)).toBe(false);
    const ended = cancelled(first);
    expect([isUntold(ended), ended.wakeAt]).toEqual([true, monday]);
    const told = { ...ended, bundle: toldOf(ended) };
    expect(isUntold(told)).toBe(false);
    expect(isUntold({ ...told, state: 'submitted' })).toBe(true);
    expect(outcomeOf('terminated')).toBe('undone');
  });
});

describe('papers', () => {
  const state = (kase: CaseDoc, name: string) => kase.papers?.find((paper) => paper.name === name);

  it('are given once: with the first part that needs them', () => {
    const parts = bundle();
    expect(state(of(parts, 0), '出生医学证明')?.with).toBeUndefined();
    expect(state(of(parts, 2), '出生医学证明')?.with).toEqual({
      caseId: of(parts, 0)._id,
      name: '生育登记',
    });
    expect(state(of(parts, 2), '居民户口簿')?.with?.caseId).toBe(of(parts, 1)._id);
    const once = papersOnce(parts);
    expect(new Set(once.map(({ name }) => name)).size).toBe(once.length);
    expect(once.find(({ name }) => name === '居民户口簿')?.of).toEqual(['户口迁移', '育儿补贴申领']);
  });

  it('stand in each as they stand where they are given', () => {
    const parts = bundle();
    const first = of(parts, 0);
    const given: CaseDoc = {
      ...first,
      papers: first.papers?.map((paper) => ({ ...paper, state: 'sent', photos: ['cloud://a/1.jpg'] })),
    };
    const third = asGiven(of(parts, 2), [given]);
    expect(state(third, '出生医学证明')).toMatchObject({ state: 'sent', photos: ['cloud://a/1.jpg'] });
    expect(state(third, '居民户口簿')).toMatchObject({ state: 'missing' });
  });

  it('that were to be given with a part that was not done are asked for with the next', () => {
    const parts = bundle();
    const gone = cancelled(of(parts, 1));
    const third = look(of(parts, 2), [of(parts, 0), gone]);
    expect(state(third, '居民户口簿')?.with).toBeUndefined();
    expect(state(third, '出生医学证明')?.with?.caseId).toBe(of(parts, 0)._id);
  });

  it('that were given with it stay given', () => {
    const parts = bundle();
    const second = of(parts, 1);
    const sent = second.papers?.map((paper) => ({ ...paper, state: 'sent' as const, photos: ['x/1.jpg'] }));
    const third = look(of(parts, 2), [of(parts, 0), { ...cancelled(second), papers: sent }]);
    expect(state(third, '居民户口簿')?.with?.caseId).toBe(second._id);
  });
});

describe('what is open already', () => {
  const open = (over: Partial<CaseDoc>): CaseDoc => ({ ...of(bundle(), 0), ...over });
  it.each<[string, CaseDoc[], { subtype?: string; about?: string }, boolean]>([
    [
      'the same child',
      [open({ about: '小米', subtype: 'after' })],
      { about: '小 米', subtype: 'after' },
      true,
    ],
    [
      'another child',
      [open({ about: '小米', subtype: 'after' })],
      { about: '小麦', subtype: 'after' },
      false,
    ],
    [
      'no child by name',
      [open({ about: undefined, subtype: undefined })],
      { about: '小麦', subtype: 'after' },
      true,
    ],
    ['another kind of the item', [open({ about: undefined, subtype: 'first' })], { subtype: 'after' }, false],
    ['what has ended', [open({ about: '小米', state: 'completed' })], { about: '小米' }, false],
    ['nothing', [], { about: '小米' }, false],
  ])('%s', (_, earlier, matter, isJoined) => {
    expect(joinable(earlier, matter) !== undefined).toBe(isJoined);
  });

  it('is the one about this child rather than the one about none', () => {
    const about = open({ _id: 'x', about: '小米', subtype: 'after' });
    expect(
      joinable([open({ about: undefined, subtype: undefined }), about], { about: '小米', subtype: 'after' }),
    ).toBe(about);
  });
});

it('waits as long as it is open', () => {
  const waiting = of(bundle(), 2);
  expect([isWaiting(waiting), isWaiting(cancelled(waiting))]).toEqual([true, false]);
});
