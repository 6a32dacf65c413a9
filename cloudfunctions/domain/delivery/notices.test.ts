import { type Deed, deeds } from '../../../contract/deeds';
import { agentDoc, monday, officeHours as hours, opened } from '../../../tests/support/world';
import { acceptedAt, applyChoice } from '../assignment/offer';
import { completed } from '../case/progress';
import { type Change, type Step, mustAdvance } from '../case/timeline';
import type { CaseDoc, CaseEvent } from '../documents';
import { noticesFor } from './notices';

/** Who is told of what, and in which words. */
const step = (deed: Deed, by: Step['by'], over: Partial<Step> = {}): Step => ({
  do: deed,
  by,
  at: monday,
  requestId: deed,
  ...over,
});
const resident: Step['by'] = { part: 'resident', id: 'resident', name: '赵一示' };
const agent: Step['by'] = { part: 'agent', id: 'a', name: 'A' };
const manager: Step['by'] = { part: 'manager', id: 'm', name: '社区管理员' };
const offered = applyChoice(
  opened(),
  { agent: agentDoc('a'), workDay: '2026-11-23', candidates: [] },
  hours,
  {
    at: monday,
    requestId: 'r1',
  },
);
const accepted = mustAdvance(offered, step('accept', agent), acceptedAt(offered, monday));

/** Who hears of this step under which title. */
function heard(kase: CaseDoc, taken: Step, change?: Change): [string, string][] {
  const next = mustAdvance(kase, taken, change);
  return noticesFor(next, next.events.at(-1) as CaseEvent).map(({ to, title }) => [to, title]);
}

it.each<[string, CaseDoc, Step, [string, string][]]>([
  ['accept', offered, step('accept', agent), [['resident', '代办员已接单']]],
  ['cancel', accepted, step('cancel', resident, { text: '不办了' }), [['a', '居民撤销了办件']]],
  ['ask', accepted, step('ask', agent, { text: '户口本' }), [['resident', '还缺一样材料']]],
  ['urge', accepted, step('urge', resident), [['a', '居民催了一次']]],
  ['say by the resident', accepted, step('say', resident, { text: '带伞' }), [['a', '办件里有留言']]],
  ['say by the agent', accepted, step('say', agent, { text: '到了' }), [['resident', '有人给您留言']]],
  [
    'say by a manager: both sides',
    accepted,
    step('say', manager, { text: '办好了吗' }),
    [
      ['resident', '有人给您留言'],
      ['a', '办件里有留言'],
    ],
  ],
  [
    'say while no agent has it yet: the community',
    offered,
    step('say', resident, { text: '改到下午' }),
    [['c', '居民在办件里留言']],
  ],
  ['terminate by the agent', accepted, step('terminate', agent), [['resident', '这件事办不下去了']]],
  [
    'terminate by the community: its agent as well',
    accepted,
    step('terminate', manager),
    [
      ['resident', '这件事办不下去了'],
      ['a', '办件已终止'],
    ],
  ],
])('%s', (_, kase, taken, told) => expect(heard(kase, taken)).toEqual(told));

it('asks for a review where a case ends, and where it ends again only says so', () => {
  const end = (kase: CaseDoc) =>
    mustAdvance(kase, step('complete', agent, { text: '办好了' }), completed(kase, '办好了', monday));
  const first = end(accepted);
  expect(noticesFor(accepted, first.events.at(-1) as CaseEvent)[0]?.text).toContain('请您评一评');
  const reopened = mustAdvance(first, step('reopen', resident), { holderId: 'a', completedAt: undefined });
  expect(noticesFor(reopened, end(reopened).events.at(-1) as CaseEvent)[0]?.text).not.toContain('评');
});

it('gives the notices of one event the same ids each time, so that writing them twice is harmless', () => {
  const event = accepted.events.at(-1) as CaseEvent;
  expect(noticesFor(accepted, event)).toEqual(noticesFor(accepted, event));
});

it('numbers an agent’s notices without the steps that they may not know of', () => {
  const told = Object.entries(deeds).filter(([, { readers }]) =>
    (readers as readonly string[]).includes('agent'),
  );
  expect(told.map(([deed]) => deed)).not.toContain('review');
  const done = mustAdvance(accepted, step('complete', agent), completed(accepted, '办好了', monday));
  const rated = mustAdvance(done, step('review', resident), { reviewLevel: 'satisfied' });
  const again = mustAdvance(rated, step('reopen', resident), { holderId: 'a', completedAt: undefined });
  const placeOf = (kase: CaseDoc) => noticesFor(kase, kase.events.at(-1) as CaseEvent)[0]?._id.split(':')[1];
  expect(Number(placeOf(again))).toBe(Number(placeOf(done)) + 1);
});
