import { isRejection } from '../../../contract/errors';
import { nextState } from '../../../contract/deeds';
import { type Source, saySource } from '../../../contract/models';
import { dayOf } from '../../../contract/time';
import { itemOf, officeHours as hours, monday, opened, personDoc } from '../../../tests/support/world';
import type { CaseDoc } from '../documents';
import { kindOf } from './complaint';
import { answered, askedOn, helped, questionOf } from './question';
import { mustAdvance } from './timeline';
import { viewOf } from './view';
import { wake } from './wake';

const dayMs = 86_400_000;
const resident = personDoc('resident', 'resident');
const source: Source = { kind: 'document', name: '老年人权益保障条例', no: '第5号', day: '2020-03-01' };
const by = { part: 'agent', id: 'a', name: '甲' } as const;
const asked = () => opened({ item: itemOf('policy-consultation'), mode: 'online', note: '几岁能领' });
const held = (kase = asked()): CaseDoc => ({ ...kase, state: 'in_progress', holderId: 'a' });
function reply(kase: CaseDoc, at = monday): CaseDoc {
  const { text, change } = answered(kase, { result: '八十岁', source }, hours, at);
  return mustAdvance(kase, { do: 'reply', by, at, requestId: `r${at}`, text }, change);
}
const codeOf = (change: object) => (isRejection(change) ? change.code : undefined);

it('is answered within what the policy or the item promises, whichever is sooner', () => {
  const kase = asked();
  expect(kindOf(kase)).toBe('question');
  expect([kase.terms.workdays, dayOf(kase.dueAt)]).toEqual([1, '2026-11-24']);
  const slow = { ...itemOf('policy-consultation'), promisedWorkingDays: 5 };
  expect(opened({ item: slow }).terms.workdays).toBe(1);
  expect(kindOf(opened())).toBe('errand');
});

it.each<[Source, string]>([
  [source, '文件：《老年人权益保障条例》（第5号，2020-03-01）'],
  [{ kind: 'document', name: '《通知》' }, '文件：《通知》'],
  [{ kind: 'link', name: '省人社厅官网' }, '网页：省人社厅官网'],
  [{ kind: 'item', name: '高龄津贴', code: 'elderly-allowance' }, '服务事项：高龄津贴'],
])('says what it stands on: %j', (of, words) => expect(saySource(of)).toBe(words));

it('keeps each answer with its source in the timeline, and is done by itself after a week', () => {
  const kase = reply(held());
  expect(kase.events.at(-1)?.text).toBe('八十岁（文件：《老年人权益保障条例》（第5号，2020-03-01））');
  expect(questionOf(kase)).toMatchObject({
    source,
    closeAt: monday + 7 * dayMs,
    askOnUntil: monday + 7 * dayMs,
  });
  expect(kase.inviteAt).toBeUndefined();
  const late = wake(kase, hours, { at: monday + 8 * dayMs, requestId: 'w' });
  expect(late.question).toMatchObject({ closedAt: monday + 7 * dayMs });
  expect(late.question?.helped).toBeUndefined();
  expect(late.wakeAt).toBeUndefined();
  expect(codeOf(askedOn(late, '那七十九呢', hours, monday))).toBe('QUESTION_CLOSED');
  expect(viewOf(late, resident, { hours, now: monday }).next).toBe('已办结');
});

it('is done at once where it helped', () => {
  const change = helped(reply(held()), monday);
  expect(change).toMatchObject({ question: { helped: true, closedAt: monday, closeAt: undefined } });
  expect(codeOf(helped({ ...reply(held()), ...change } as CaseDoc, monday))).toBe('QUESTION_CLOSED');
});

it('is asked on once, with a clock of its own, by whoever answered', () => {
  const first = {
    ...reply(held()),
    assignment: { agentId: 'a', agentName: '甲', agentPhone: '1', offeredAt: 1 },
  };
  const at = monday + 2 * dayMs;
  const change = askedOn(first, '那七十九呢', hours, at);
  if (isRejection(change)) throw new Error(change.code);
  const step = { do: 'askOn', by: { part: 'resident', id: 'resident', name: '居民' } } as const;
  const again = mustAdvance(first, { ...step, at, requestId: 'o', text: '那七十九呢' }, change);
  expect(again).toMatchObject({ state: 'in_progress', holderId: 'a' });
  expect([again.result, again.question?.source, dayOf(again.dueAt)]).toEqual([
    undefined,
    undefined,
    '2026-11-26',
  ]);
  const second = reply(again, at);
  expect(questionOf(second)).toMatchObject({ askedOn: '那七十九呢', closeAt: at + 7 * dayMs });
  expect(questionOf(second)?.askOnUntil).toBeUndefined();
  expect(codeOf(askedOn(second, '还有呢', hours, at))).toBe('ASKED_ON_ALREADY');
});

it('is no place to complain of who answers', () =>
  expect(codeOf(askedOn(reply(held()), '我要投诉代办员', hours, monday))).toBe('BAD_INPUT'));

it.each([
  ['complete', 'in_progress', 'agent'],
  ['review', 'completed', 'resident'],
  ['reopen', 'completed', 'resident'],
  ['authorise', 'offered', 'resident'],
  ['keep', 'in_progress', 'agent'],
] as const)('is not to %s', (deed, state, part) => {
  expect(nextState(state, deed, part, 'question')).toBeUndefined();
  expect(nextState(state, deed, part)).toBeDefined();
});

it.each(['reply', 'helped', 'askOn'] as const)('%s is for no errand', (deed) =>
  expect(nextState('completed', deed, 'resident') ?? nextState('in_progress', deed, 'agent')).toBeUndefined(),
);
