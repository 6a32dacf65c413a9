import { VISIT_TRIES } from '../../../contract/brakes';
import { instantOf } from '../../../contract/time';
import { opened, personDoc } from '../../../tests/support/world';
import type { CaseDoc } from '../documents';
import { bookedFor, calledOff, missed, missesVisit, readOut, visitOf } from './visit';

const nine = instantOf('2026-11-24', '09:00');
const kase: CaseDoc = {
  ...opened({ appointmentAt: nine, code: '3072' }),
  state: 'in_progress',
  holderId: 'a',
};
const visit = (over: Partial<NonNullable<CaseDoc['visit']>>) => ({ code: '3072', tries: 0, ...over });

describe('the digits read out at the door', () => {
  it.each<[string, Partial<CaseDoc>, { code?: string; at?: number }, number, string | boolean]>([
    ['right', {}, {}, nine, true],
    ['right, a little early', {}, {}, nine - 60_000, true],
    ['wrong', {}, { code: '3073' }, nine, false],
    ['the day before', {}, {}, nine - 86_400_000, 'VISIT_EARLY'],
    ['of an hour that was moved', { appointmentAt: nine + 3_600_000 }, {}, nine, 'VISIT_MOVED'],
    ['of an hour that was called off', { appointmentAt: undefined }, {}, nine, 'NO_VISIT'],
    ['after five wrong ones', { visit: visit({ tries: VISIT_TRIES }) }, {}, nine, 'CODE_DEAD'],
    ['begun already', { visit: visit({ begunAt: nine }) }, {}, nine, 'VISIT_BEGUN'],
    ['where nobody comes to a door', { visit: undefined }, {}, nine, 'NO_VISIT'],
  ])('%s', (_, over, said, now, expected) => {
    const read = readOut({ ...kase, ...over }, { code: '3072', at: nine, ...said }, now);
    expect('code' in read ? read.code : 'isRight' in read && read.isRight).toBe(expected);
  });
});

describe('who was to go along and is not there', () => {
  const pair = { companion: { id: 'b', name: '乙', phone: '', at: nine } };
  const both: CaseDoc = { ...kase, pair };
  const day = '2026-11-24';
  const only = { from: day, to: day };
  it.each<[string, Partial<CaseDoc>, string, { from: string; to?: string }, number, boolean]>([
    ['on that day', {}, 'b', only, nine - 3_600_000, true],
    ['for a week', {}, 'b', { from: '2026-11-20', to: '2026-11-26' }, nine - 3_600_000, true],
    ['any more', {}, 'b', { from: '2026-11-20' }, nine - 3_600_000, true],
    ['before', {}, 'b', { from: '2026-11-20', to: '2026-11-23' }, nine - 3_600_000, false],
    ['after', {}, 'b', { from: '2026-11-25' }, nine - 3_600_000, false],
    ['where it is another', {}, 'c', only, nine - 3_600_000, false],
    ['where both have gone in', { visit: visit({ begunAt: nine }) }, 'b', only, nine, false],
    ['a day later', {}, 'b', only, nine + 86_400_000, false],
    ['where nobody goes alone anyway', { pair: undefined }, 'b', only, nine, false],
  ])('%s: another is to be chosen: %#', (_, over, id, days, now, isAsked) => {
    const change = missesVisit({ ...both, ...over }, { _id: id }, days, now);
    expect(change).toEqual(isAsked ? { pair: {} } : undefined);
    if (!change) return;
    const alone = readOut({ ...both, ...over, ...change }, { code: '3072', at: nine }, nine);
    expect(alone).toMatchObject({ code: 'PAIR_ALONE' });
  });
});

it('an hour that has not come was kept by nobody', () => {
  expect(missed(kase, nine - 1)).toMatchObject({ code: 'VISIT_EARLY' });
  expect(missed(kase, nine)).toEqual({ appointmentAt: undefined });
  expect(calledOff({ ...kase, appointmentAt: undefined })).toMatchObject({ code: 'NO_VISIT' });
});

it.each([
  ['first', undefined, 'resident' as const, '9999', 0],
  ['moved by the resident', visit({}), 'resident' as const, '3072', 0],
  ['moved by the resident after wrong tries', visit({ tries: 3 }), 'resident' as const, '9999', 0],
  ['moved by the agent after wrong tries', visit({ tries: 3 }), 'agent' as const, '3072', 3],
  ['after one that had begun', visit({ begunAt: nine }), 'agent' as const, '9999', 0],
])('an hour that is agreed on, %s, has digits of its own', (_, before, by, code, tries) => {
  expect(bookedFor({ mode: 'home-visit', visit: before }, nine, '9999', by).visit).toEqual({ code, tries });
});

it('the resident reads the digits; of one without WeChat who asked for them, or a manager; nobody who ever had the case', () => {
  const [resident, agent, manager] = (['resident', 'agent', 'manager'] as const).map((role) =>
    personDoc(role, role),
  );
  const asker = personDoc('asker', 'resident');
  if (!resident || !agent || !manager) throw new Error('unreachable');
  const told = { ...kase, channel: 'phone' as const };
  expect(visitOf(kase, resident, 'resident')?.code).toBe('3072');
  expect(visitOf(kase, agent, 'agent')?.code).toBeUndefined();
  expect(visitOf(kase, manager, 'manager')?.code).toBeUndefined();
  expect(visitOf(told, manager, 'manager')?.code).toBe('3072');
  expect(visitOf(kase, asker, 'asker')?.code).toBeUndefined();
  expect(visitOf(kase, asker, 'asker', true)?.code).toBe('3072');
  expect(visitOf(kase, agent, 'agent', true)?.code).toBeUndefined();
  expect(visitOf({ ...kase, agentIds: ['asker'] }, asker, 'asker', true)?.code).toBeUndefined();
  expect(visitOf({ ...told, agentIds: ['manager'] }, manager, 'manager')?.code).toBeUndefined();
  expect(visitOf({ ...kase, visit: visit({ begunAt: nine }) }, resident, 'resident')?.code).toBeUndefined();
});
