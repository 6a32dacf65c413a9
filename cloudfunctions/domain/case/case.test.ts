import { isRejection } from '../../../contract/errors';
import { type Deed, type Part, type Way, deeds, isDeed, parts } from '../../../contract/deeds';
import { type Kind, OPEN, states } from '../../../contract/states';
import { instantOf } from '../../../contract/time';
import { caseIdOf, freeDraw, numberOf, numbersOf, partsIn } from './case';
import { COMPLAINT } from './complaint';
import { applyChoice } from '../assignment/offer';
import {
  agentDoc,
  itemOf,
  officeHours as hours,
  monday as now,
  opened,
  personDoc as person,
} from '../../../tests/support/world';
import { settle } from './settle';
import { viewOf } from './view';
import { advance, brokenEvent } from './timeline';
import type { Actor, CaseDoc, PersonDoc } from '../documents';

const agent = agentDoc('agent');

const when = { at: now, requestId: 'r1' };
const offered = () => applyChoice(opened(), { agent, workDay: '2026-11-23', candidates: [] }, hours, when);
const by = (part: Part): Actor => ({ part, id: part === 'agent' ? 'agent' : 'resident', name: part });
const step = (kase: CaseDoc, deed: Deed, part: Part, text?: string): CaseDoc => {
  const next = advance(kase, { do: deed, by: by(part), at: now, requestId: `r-${deed}`, text });
  if (isRejection(next)) throw new Error(`${deed} by ${part} in ${kase.state}: ${next.code}`);
  return next;
};

describe('a new case', () => {
  it('has an id made of the resident, the item and how often they asked for it', () => {
    expect(opened()._id).toBe(opened({ draw: 1, requestId: 'other' })._id);
    expect(opened()._id).not.toBe(opened({ before: 1 })._id);
    expect(opened()._id).not.toBe(opened({ item: itemOf('elderly-allowance') })._id);
  });

  it('has a number of its day and four digits, and one digit more for each further draw', () => {
    expect([0, 1, 4].map((draw) => opened({ draw }).no)).toEqual([
      expect.stringMatching(/^261123\d{4}$/),
      expect.stringMatching(/^261123\d{5}$/),
      expect.stringMatching(/^261123\d{8}$/),
    ]);
    expect(opened({}, instantOf('2027-01-04', '08:30')).no).toMatch(/^270104\d{4}$/);
  });

  it.each([
    { taken: 'none', draws: [], draw: undefined },
    { taken: 'the number of another', draws: [1, 2], draw: undefined },
    { taken: 'its own', draws: [0], draw: 1 },
    { taken: 'its own and the next', draws: [0, 1], draw: 2 },
    { taken: 'all but the last', draws: [0, 1, 2, 3], draw: 4 },
    { taken: 'all', draws: [0, 1, 2, 3, 4], draw: undefined },
  ])('has the first number that is free where $taken is taken', ({ draws, draw }) => {
    const numbers = numbersOf(opened());
    expect(numbers).toEqual([0, 1, 2, 3, 4].map((one) => opened({ draw: one }).no));
    expect(freeDraw(opened(), new Set(draws.flatMap((one) => numbers[one] ?? [])))).toBe(draw);
  });

  it('finds a number within its draws in a city that asks 30,000 times a day', () => {
    const taken = new Set<string>();
    const model = { resident: person('r', 'resident'), item: itemOf('disability-certificate') };
    const draws = Array.from({ length: 30_000 }, (_, before) => {
      const draw = [0, 1, 2, 3, 4].find((one) => !taken.has(numberOf(caseIdOf(model, before), one, now)));
      if (draw !== undefined) taken.add(numberOf(caseIdOf(model, before), draw, now));
      return draw;
    });
    expect(draws).not.toContain(undefined);
    expect(taken.size).toBe(30_000);
  });

  it('is promised by the item’s working days, or by those of its sub-type', () => {
    expect(opened().dueAt).toBe(instantOf('2026-12-07', '17:00'));
    expect(opened({ item: itemOf('report-issue'), subtype: 'manhole' }).dueAt).toBe(
      instantOf('2026-11-24', '17:00'),
    );
  });

  it('is not promised before the appointment that was asked for', () => {
    const appointmentAt = instantOf('2026-12-21', '09:00');
    expect(opened({ appointmentAt }).dueAt).toBe(instantOf('2026-12-21', '17:00'));
  });

  it('tells the resident that it arrived', () => {
    expect(opened().outbox).toMatchObject([{ to: 'resident', title: '已收到您的请求' }]);
    expect(opened().outboxAt).toBe(now);
  });
});

describe('the table of states', () => {
  const all = Object.keys(deeds).filter(isDeed);
  const every = states.flatMap((state) =>
    all.flatMap((deed) => parts.map((part) => ({ state, deed, part }))),
  );
  /** `submitted cancel resident`, each that such a case knows. */
  const allowedIn = (kase: CaseDoc) =>
    every
      .filter(({ state, deed, part }) => {
        const next = advance({ ...kase, state }, { do: deed, by: by(part), at: now, requestId: 'x' });
        return !isRejection(next);
      })
      .map(({ state, deed, part }) => `${state} ${deed} ${part}`);
  const listedFor = (kind: Kind) =>
    all.flatMap((deed) => {
      const ways: readonly Way[] = deeds[deed].ways;
      return ways
        .filter(({ of = ['errand'] }) => of.includes(kind))
        .flatMap(({ from, by: whose }) =>
          from.flatMap((state) => whose.map((part) => `${state} ${deed} ${part}`)),
        );
    });

  it('knows what a complaint is, which no agent touches', () => {
    const allowed = allowedIn({ ...opened(), category: COMPLAINT });
    expect([...allowed].sort()).toEqual([...new Set(listedFor('complaint'))].sort());
    const people = allowed.filter((row) => !/ (system|summoned)$/.test(row));
    const ofAll = / (add|acknowledge|take|verify|mend|phone|contact|rateAnswer) manager$/;
    expect(people.filter((row) => !ofAll.test(row))).toEqual([
      'submitted add resident',
      'submitted add asker',
      'submitted add agent',
      'submitted reply manager',
      'submitted receive manager',
      'submitted cancel resident',
      'submitted cancel asker',
      'offered add resident',
      'offered add asker',
      'offered add agent',
      'offered cancel resident',
      'offered cancel asker',
      'in_progress add resident',
      'in_progress add asker',
      'in_progress add agent',
      'in_progress reply manager',
      'in_progress cancel resident',
      'in_progress cancel asker',
      'awaiting_resident add resident',
      'awaiting_resident add asker',
      'awaiting_resident add agent',
      'awaiting_resident cancel resident',
      'awaiting_resident cancel asker',
      'completed callBack manager',
      'completed contest resident',
      'completed contest manager',
    ]);
  });

  it('allows what it lists and refuses everything else', () => {
    const allowed = allowedIn(offered());
    expect([...allowed].sort()).toEqual([...new Set(listedFor('errand'))].sort());
    // Written out, so that a row that slips in shows.
    expect(allowed.filter((row) => / (bystander|joiner)$/.test(row))).toEqual(
      OPEN.flatMap((state) => [`${state} join bystander`, `${state} leave joiner`]),
    );
    expect(
      allowed.filter((row) => / (resident|candidate|colleague|summoned)$/.test(row) && !/ answer /.test(row)),
    ).toEqual([
      'submitted add resident',
      'submitted claim candidate',
      'submitted book resident',
      'submitted callOff resident',
      'submitted paper resident',
      'submitted say resident',
      'submitted cancel resident',
      'submitted share resident',
      'submitted unshare resident',
      'submitted identify resident',
      'submitted authorise resident',
      'submitted revoke resident',
      'submitted dismiss resident',
      'submitted confirm resident',
      'submitted deny resident',
      'offered add resident',
      'offered book resident',
      'offered callOff resident',
      'offered paper resident',
      'offered say resident',
      'offered wish resident',
      'offered urge resident',
      'offered cancel resident',
      'offered share resident',
      'offered unshare resident',
      'offered identify resident',
      'offered authorise resident',
      'offered revoke resident',
      'offered dismiss resident',
      'offered confirm resident',
      'offered deny resident',
      'in_progress add resident',
      'in_progress accept colleague',
      'in_progress decline colleague',
      'in_progress book resident',
      'in_progress callOff resident',
      'in_progress miss resident',
      'in_progress paper resident',
      'in_progress say resident',
      'in_progress wish resident',
      'in_progress urge resident',
      'in_progress cancel resident',
      'in_progress share resident',
      'in_progress unshare resident',
      'in_progress identify resident',
      'in_progress authorise resident',
      'in_progress revoke resident',
      'in_progress dismiss resident',
      'in_progress confirm resident',
      'in_progress deny resident',
      'awaiting_resident add resident',
      'awaiting_resident accept colleague',
      'awaiting_resident decline colleague',
      'awaiting_resident book resident',
      'awaiting_resident callOff resident',
      'awaiting_resident miss resident',
      'awaiting_resident paper resident',
      'awaiting_resident supply resident',
      'awaiting_resident say resident',
      'awaiting_resident wish resident',
      'awaiting_resident cancel resident',
      'awaiting_resident share resident',
      'awaiting_resident unshare resident',
      'awaiting_resident identify resident',
      'awaiting_resident authorise resident',
      'awaiting_resident revoke resident',
      'awaiting_resident dismiss resident',
      'awaiting_resident confirm resident',
      'awaiting_resident deny resident',
      'completed unshare resident',
      'completed revoke resident',
      'completed dismiss resident',
      'completed review resident',
      'completed reopen resident',
      'completed confirm resident',
      'completed deny resident',
      'terminated unshare resident',
      'terminated revoke resident',
      'terminated dismiss resident',
      'terminated reopen resident',
      'cancelled unshare resident',
      'cancelled revoke resident',
      'cancelled dismiss resident',
    ]);
  });
});

describe('a step', () => {
  const story = () => {
    const accepted = step(offered(), 'accept', 'agent');
    const asked = step(accepted, 'ask', 'agent', '户口簿');
    return step(asked, 'supply', 'resident', '拍好了');
  };

  it('adds one event and leaves the case before untouched', () => {
    const before = offered();
    const events = before.events.length;
    const after = step(before, 'accept', 'agent');
    expect(after.events).toHaveLength(events + 1);
    expect(before.events).toHaveLength(events);
  });

  it('chains the timeline, so that a changed past shows', () => {
    const { events } = story();
    expect(brokenEvent(events)).toBeUndefined();
    const forged = events.map((event) => (event.do === 'ask' ? { ...event, text: '别的' } : event));
    expect(brokenEvent(forged)?.do).toBe('ask');
    expect(brokenEvent(events.slice(1))).toBeDefined();
  });

  it('survives the database, which drops undefined fields and may reorder keys', () => {
    const stored = JSON.parse(JSON.stringify(story().events)) as CaseDoc['events'];
    expect(
      brokenEvent(
        stored.map((event) => ({
          ...event,
          by: { name: event.by.name, id: event.by.id, part: event.by.part },
        })),
      ),
    ).toBeUndefined();
  });

  it('leaves notices for those it concerns, and none for who did it', () => {
    expect(story().outbox.map((notice) => [notice.to, notice.title])).toEqual([
      ['resident', '已收到您的请求'],
      ['agent', '有新的办件派给您'],
      ['resident', '代办员已接单'],
      ['resident', '还缺一样材料'],
      ['agent', '居民补了材料'],
    ]);
    const ids = story().outbox.map((notice) => notice._id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

it('says once that nobody was found, and tells whoever oversees the community', () => {
  const nobody = { workDay: '2026-11-23', candidates: [] };
  const first = applyChoice(opened(), nobody, hours, when);
  const second = applyChoice(first, nobody, hours, { at: now + 600_000, requestId: 'sweep' });
  expect(first.state).toBe('submitted');
  expect(first.outbox.at(-1)).toMatchObject({ to: 'c', title: '有办件上报给您' });
  expect(second.events).toEqual(first.events);
  expect(second.dispatchAt).toBeGreaterThan(first.dispatchAt ?? 0);
});

describe('a person’s part', () => {
  const kase = offered();
  it.each<[string, PersonDoc, CaseDoc, Part[]]>([
    ['the resident', person('resident', 'resident'), kase, ['resident']],
    ['the agent it is offered to', person('agent', 'agent'), kase, ['agent']],
    ['another agent', person('other', 'agent'), kase, []],
    ['the community’s manager', person('m', 'manager', 'c'), kase, ['manager']],
    ['the district’s manager', person('m', 'manager', 'd'), kase, ['manager']],
    ['another community’s manager', person('m', 'manager', 'c2'), kase, []],
    [
      'the agent who ended it',
      person('agent', 'agent'),
      settle({ ...kase, state: 'completed' }, now),
      ['agent'],
    ],
    [
      'the agent who gave it back',
      person('agent', 'agent'),
      settle({ ...kase, state: 'submitted' }, now),
      ['candidate'],
    ],
  ])('%s', (_, who, which, expected) => {
    expect(partsIn(who, which)).toEqual(expected);
  });
});

describe('what a manager reads of an assignment', () => {
  const boss = person('m', 'manager');
  const judged = [
    { agentId: 'a', name: 'A', chosen: true, reason: '同网格' },
    { agentId: 'b', name: 'B', chosen: false, reason: '手头3件' },
  ];
  const shown = (agentId: string) => {
    const choice = { agent: agentDoc('a'), workDay: '2026-11-23', candidates: judged };
    const kase = applyChoice(opened(), choice, hours, when);
    const assignment = { agentId, agentName: agentId.toUpperCase(), agentPhone: '2', offeredAt: now };
    return viewOf({ ...kase, holderId: agentId, assignment }, boss, { hours, now }).assignment?.candidates;
  };

  it.each(['a', 'b', 'c'])('marks the one who has it, and no other: %s', (agentId) => {
    const candidates = shown(agentId) ?? [];
    expect(candidates.filter((one) => one.chosen).map((one) => one.agentId)).toEqual([agentId]);
    expect(candidates.map((one) => one.agentId)).toEqual(expect.arrayContaining(['a', 'b']));
  });

  it('says how it was dispatched where it was given on', () =>
    expect(shown('b')?.map((one) => one.reason)).toEqual([
      '不是自动派的，后来由他办。派单时：手头3件',
      '先派过：同网格',
    ]));
});

it('does the step that is an agent’s yes with the yes', () => {
  const choice = { agent: agentDoc('a'), workDay: '2026-11-23', candidates: [] };
  const errand = opened({ item: itemOf('daily-errand') });
  const asked = applyChoice(errand, choice, hours, when);
  expect(asked.steps.map(({ doneAt }) => doneAt !== undefined)).toEqual([true, false, false, false]);
  const { steps } = step(asked, 'accept', 'agent');
  expect(steps.map(({ doneAt }) => doneAt !== undefined)).toEqual([true, true, false, false]);
});
