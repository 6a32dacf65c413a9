import { instantOf } from '../../../contract/time';
import type { PersonDoc } from '../documents';
import { type Opened, byReader } from './openings';

const unit = { district: 'ds', street: 'st', community: 'cm' };
const post = { role: 'manager', orgId: 'cm', orgName: '新民社区', tier: 'community' } as const;
const reader = (over: Partial<PersonDoc> = {}): PersonDoc => ({
  _id: 'ad',
  name: '白露澄',
  phone: '1',
  posts: [post],
  unit,
  ...over,
});
const opened = (at: string, personId: string, over: Partial<Opened> = {}): Opened => ({
  at: instantOf('2026-11-23', at),
  byId: 'ad',
  by: '白露澄',
  how: 'contact',
  personId,
  person: '赵**',
  unit,
  ...over,
});
const people = (count: number) => Array.from({ length: count }, (_, i) => opened('10:00', `rs-${i}`));
const times = (count: number) => Array.from({ length: count }, () => opened('10:00', 'rs-0'));

describe('what is unusual', () => {
  it.each<[string, Opened[], PersonDoc[], Record<string, number>]>([
    ['nothing, of a day’s work', people(19), [reader()], {}],
    ['twenty people in a day', people(20), [reader()], { many: 20 }],
    ['four times the same', times(4), [reader()], {}],
    ['five times the same', times(5), [reader()], { same: 5 }],
    [
      'at ten in the evening, and before six',
      [opened('21:59', 'a'), opened('22:00', 'b'), opened('05:59', 'c'), opened('06:00', 'd')],
      [reader()],
      { night: 2 },
    ],
    ['a post that was taken away since', people(1), [reader({ posts: [] })], { outside: 1 }],
    ['a unit beside', people(1), [reader({ posts: [{ ...post, orgId: 'cm-2' }] })], { outside: 1 }],
    ['a unit below', people(1), [reader({ posts: [{ ...post, orgId: 'ds', tier: 'district' }] })], {}],
    ['who is in the register no more', people(1), [], { outside: 1 }],
  ])('%s', (_, all, readers, odd) => {
    const [of] = byReader(all, readers, 20);
    expect(Object.fromEntries(of?.odd.map(({ name, count }) => [name, count]) ?? [])).toEqual(odd);
  });

  it('stands at the top, of readers and of openings', () => {
    const calm = people(3).map((one) => ({ ...one, byId: 'z', by: '谷雨生' }));
    const night = opened('23:00', 'rs-1');
    const all = byReader([...calm, opened('10:00', 'rs-2'), night], [reader(), reader({ _id: 'z' })], 1);
    expect(all.map(({ id, count }) => [id, count])).toEqual([
      ['ad', 2],
      ['z', 3],
    ]);
    expect(all[0]?.openings).toEqual([expect.objectContaining({ at: night.at, odd: ['night'] })]);
  });
});
