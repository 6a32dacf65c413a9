import { isRejection } from '../../../contract/errors';
import { instantOf } from '../../../contract/time';
import type { Level } from '../../../contract/words';
import { raise } from '../case/escalation';
import { countDay, totalOf } from '../figures/rollup';
import { appealTo, appealable, mayJudge } from './appeal';
import { assignedTo } from '../assignment/offer';
import { afterCheck } from '../content';
import type { CaseDoc, Rectification, ReviewDoc } from '../documents';
import { heardAfter, phoned, rectifiable, rectificationFor, rectifierAbove, rectifierOf } from './rectify';
import {
  agentDoc,
  officeHours as hours,
  monday,
  opened,
  orgDoc,
  personDoc,
  unit,
} from '../../../tests/support/world';

const manager = (id: string) => ({ id, name: id });
const units = [
  orgDoc('c', 'community', { managers: [manager('mc')] }),
  orgDoc('s', 'street', { managers: [manager('ms')] }),
  orgDoc('d', 'district', { managers: [manager('md')] }),
];
const code = (value: unknown) => (isRejection(value) ? value.code : value);
const bad = (tier: Rectification['tier'] = 'community', over: Partial<CaseDoc> = {}): CaseDoc => {
  const kase = { ...opened(), agentIds: ['a'], ...over };
  const office = units.find((one) => one.tier === tier) ?? orgDoc('c', 'community');
  return { ...kase, ...rectificationFor(kase, 'dissatisfied', office, hours, monday) };
};

describe('who looks into a bad review', () => {
  it.each<[string, string[], string]>([
    ['the community', ['a'], 'c'],
    ['the street, where the community’s only manager had the case', ['mc'], 's'],
    ['the district, where the street’s had it too', ['mc', 'ms'], 'd'],
    ['the district, where everybody had', ['mc', 'ms', 'md'], 'd'],
  ])('%s', (_, agentIds, expected) => {
    expect(rectifierOf(units, agentIds)?._id).toBe(expected);
  });

  it('is the street also where the community has another manager: both read what it is told', () => {
    const two = [orgDoc('c', 'community', { managers: [manager('mc'), manager('m2')] }), ...units.slice(1)];
    expect(rectifierOf(two, ['mc'])?._id).toBe('s');
  });

  it('is never whoever had the case in hand', () => {
    expect(code(rectifiable(bad(), personDoc('a', 'manager'), 'verify'))).toBe('OWN_CASE');
    expect(code(rectifiable(bad(), personDoc('mc', 'manager'), 'verify'))).toMatchObject({
      state: 'verifying',
    });
    expect(code(rectifiable(bad(), personDoc('mc', 'manager'), 'phone'))).toBe('RECTIFY_NOT_NOW');
  });
});

it('is not looked into by who was given the case by hand, also where it went on to another', () => {
  const given = assignedTo(opened(), agentDoc('mc'), '2026-11-23', hours, monday);
  expect(rectifierOf(units, given.agentIds ?? [])?._id).toBe('s');
});

it('has one working day to be verified and five to be mended', () => {
  expect(bad().clocks).toMatchObject({
    verify: { dueAt: instantOf('2026-11-24', '17:00') },
    mend: { dueAt: instantOf('2026-11-30', '17:00') },
  });
});

it('is over when somebody heard, or after the fifth attempt', () => {
  const calls = (n: number) =>
    Array.from({ length: n }, () => ({ at: 0, by: manager('m'), result: 'unanswered' as const }));
  expect(heardAfter(calls(0), { result: 'reached', level: 'satisfied' })).toMatchObject({
    level: 'satisfied',
  });
  expect(heardAfter(calls(1), { result: 'refused' })).toEqual({ level: undefined, text: undefined });
  expect(heardAfter(calls(3), { result: 'wrong' })).toBeUndefined();
  expect(heardAfter(calls(4), { result: 'unanswered' })).toEqual({ unreached: true });
});

describe('a call-back that hears that it is still bad', () => {
  const heard = (tier: Rectification['tier'], level: Level) => {
    const kase = bad(tier);
    const { rectification } = kase;
    if (!rectification) throw new Error('no rectification');
    const above = { unit: rectifierAbove(units, kase, rectification), hours };
    const said = { result: 'reached', level, text: '还是没办' } as const;
    const change = phoned(kase, rectification, said, personDoc('m', 'manager'), monday + 1, above);
    if (isRejection(change)) throw new Error(change.code);
    return { ...kase, ...change };
  };
  const counted = (kase: CaseDoc) => {
    const { mendable, mended } = totalOf(countDay('2026-11-23', [], [kase], []));
    return { mendable, mended };
  };

  it.each<[Level, Rectification['tier'], string]>([
    ['very-dissatisfied', 'community', 's'],
    ['dissatisfied', 'street', 'd'],
  ])('%s goes from the %s up to %s, which begins anew', (level, tier, orgId) => {
    const kase = heard(tier, level);
    expect(kase.rectification).toMatchObject({ state: 'verifying', orgId, calls: [], refused: [{ level }] });
    expect(kase.clocks.verify).toMatchObject({ startedAt: monday + 1 });
    expect(counted(kase)).toEqual({ mendable: 1, mended: undefined });
    expect(code(rectifiable(kase, personDoc('mc', 'manager', 'c'), 'verify'))).toBe('UNIT_NOT_YOURS');
    expect(code(rectifiable(kase, personDoc('md', 'manager', 'd'), 'verify'))).toMatchObject({ orgId });
  });

  it('ends at the district, not mended', () => {
    const kase = heard('district', 'very-dissatisfied');
    expect(kase.rectification).toMatchObject({ state: 'closed', heard: { level: 'very-dissatisfied' } });
    expect(counted(kase)).toEqual({ mendable: 1, mended: undefined });
  });

  it('is not one that hears the lowest of the satisfied levels: that is mended', () => {
    const kase = heard('community', 'basically-satisfied');
    expect(kase.rectification).toMatchObject({ state: 'closed', orgId: 'c' });
    expect(counted(kase)).toEqual({ mendable: 1, mended: 1 });
  });

  it('goes to the district next where the street is late with it', () => {
    const kase = heard('community', 'very-dissatisfied');
    const known = { cause: 'mend', tier: 'street', orgId: 's', at: 0, endedAt: 1 } as const;
    const when = { at: monday + 2, requestId: 'x' };
    const again = raise({ ...kase, escalations: [known] }, 'mend', hours, when);
    expect(again.escalations.at(-1)).toMatchObject({ tier: 'district', at: monday + 2 });
  });
});

describe('an appeal', () => {
  const review = { bad: true, agentId: 'a', unit } as ReviewDoc;

  it.each<[Rectification['tier'], string]>([
    ['community', 's'],
    ['street', 'd'],
    ['district', 'd'],
  ])('of what the %s handled goes to %s', (tier, expected) => {
    expect(appealTo(bad(tier))).toBe(expected);
  });

  it('is only against a bad rating, once', () => {
    expect(appealable(review)).toBeUndefined();
    expect(appealable({ ...review, bad: false })?.code).toBe('NOT_APPEALABLE');
  });

  it.each<[string, string, string, boolean]>([
    ['the street', 'ms', 's', true],
    ['the district, above it', 'md', 'd', true],
    ['the community, below it', 'mc', 'c', false],
    ['the rated agent, who is a manager too', 'a', 's', false],
  ])('is decided by %s: %s', (_, id, orgId, may) => {
    expect(mayJudge(personDoc(id, 'manager', orgId), review, { orgId: 's' }, bad())).toBe(may);
  });
});

describe('words that WeChat could not be asked about', () => {
  const asked = (checks: number, after: number) =>
    afterCheck('down', { at: monday, checks, now: monday + after * 60_000 });

  it('are asked about again after 1, 2, 4, 8 and then every 16 minutes', () => {
    expect([1, 2, 3, 4, 5, 6].map((checks) => ((asked(checks, 0).checkAt ?? 0) - monday) / 60_000)).toEqual([
      1, 2, 4, 8, 16, 16,
    ]);
  });

  it('are a person’s to read once WeChat will not check them any more', () => {
    expect(asked(9, 110)).toMatchObject({ state: 'waiting', toRead: true });
    expect(asked(9, 110).checkAt).toBeUndefined();
  });
});
