import { type Asking, toDosOf } from './to-do';

const day = 24 * 60 * 60_000;
const now = Date.parse('2026-11-23T09:00:00+08:00');
const friday = now + 4 * day;

interface Row extends Asking {
  name: string;
}
const row = (name: string, part: Partial<Row>): Row => ({
  name,
  state: 'in_progress',
  submittedAt: now - day,
  reviewed: false,
  ...part,
});
const toSupply = (name: string, by?: number) =>
  row(name, { state: 'awaiting_resident', supply: { what: '医保卡', by } });
const done = (name: string, part: Partial<Row> = {}) =>
  row(name, { state: 'completed', endedAt: now - day, ...part });

const overdue = row('an overdue consultation', { submittedAt: now - 30 * day });

describe('what a resident must do', () => {
  it.each<[string, Row[], string[]]>([
    ['nothing, of what others are doing', [overdue], []],
    [
      'a paper by Friday, whatever else is overdue',
      [overdue, toSupply('the paper', friday)],
      ['supply the paper'],
    ],
    [
      'a paper before a review',
      [done('the lamp'), toSupply('the paper', friday)],
      ['supply the paper', 'review the lamp'],
    ],
    [
      'the nearest day first, a day gone by before all, no day last',
      [
        toSupply('some day'),
        toSupply('on Friday', friday),
        toSupply('today', now + 1),
        toSupply('late', now - day),
      ],
      ['supply late', 'supply today', 'supply on Friday', 'supply some day'],
    ],
    [
      'of reviews that of the newest case',
      [done('the old', { submittedAt: now - 8 * day }), done('the new')],
      ['review the new', 'review the old'],
    ],
    [
      'whether a part goes on, before a review',
      [
        done('the lamp'),
        row('the grant', { state: 'submitted', kind: 'waiting', waits: { of: ['落户'], asks: ['落户'] } }),
        row('the rest', { state: 'submitted', kind: 'waiting', waits: { of: ['落户'], asks: [] } }),
      ],
      ['decide the grant', 'review the lamp'],
    ],
    [
      'whether the 证件 are there, before a review of anything and in the place of its own',
      [done('the lamp'), done('the card', { owed: 'said' })],
      ['owed the card', 'review the lamp'],
    ],
    [
      'nothing of 证件 that the office still has, or that another than who asked is to say',
      [done('it', { owed: 'held' }), done('it', { owed: 'said', relation: 'parent' })],
      [],
    ],
    ['no second review', [done('the lamp', { reviewed: true })], []],
    [
      'a review on the last day of a month',
      [done('the lamp', { endedAt: now - 30 * day })],
      ['review the lamp'],
    ],
    ['and none after it', [done('the lamp', { endedAt: now - 30 * day - 1 })], []],
    [
      'none of what was withdrawn or given up',
      [done('it', { state: 'cancelled' }), done('it', { state: 'terminated' })],
      [],
    ],
  ])('is %s', (_, rows, names) =>
    expect(toDosOf(rows, now).map(({ what, row: { name } }) => `${what} ${name}`)).toEqual(names),
  );
});
