import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { addDays, dayOf, instantOf, shanghai } from '../../../contract/time';
import {
  addWorkdays,
  addWorkingTime,
  closingOf,
  dueAfter,
  nextWorkingInstant,
  workdaysBetween,
  workingTimeBetween,
} from './calendar';
import { NoWorkingTime } from './no-working-time';
import { holidayOf, isProvisional, isWorkday } from './holidays';
import { spansOf } from './hours';
import type { Hours } from '../documents';

const hours: Hours = {
  open: [
    ['08:30', '11:30'],
    ['13:30', '17:00'],
  ],
  saturday: [['09:00', '11:30']],
};
/** Late on Wednesdays, closed on a Tuesday of its own, half a day at the year's end. */
const ownHours: Hours = {
  ...hours,
  shifted: [
    {
      weekday: 3,
      open: [
        ['08:30', '11:30'],
        ['13:30', '18:30'],
      ],
    },
  ],
  days: [
    { day: '2026-11-24', open: [], why: '社区换届' },
    { day: '2026-12-30', open: [['08:30', '11:30']], why: '年终半天' },
  ],
};
/** Opens for the third day of National Day, a Saturday. */
const openOnHoliday: Hours = {
  ...hours,
  days: [{ day: '2026-10-03', open: [['09:00', '12:00']], why: '国庆值班' }],
};
const at = (text: string) => instantOf(text.slice(0, 10), text.slice(11));
const say = (instant: number) => shanghai(instant).format('YYYY-MM-DDTHH:mm');

/** Public holidays as the State Council announced them, each with the days worked to make up for it. */
const announced: [name: string, from: string, to: string, worked: string[]][] = [
  ['Spring Festival 2025', '2025-01-28', '2025-02-04', ['2025-01-26', '2025-02-08']],
  ['Labour Day 2025', '2025-05-01', '2025-05-05', ['2025-04-27']],
  ['National Day 2025', '2025-10-01', '2025-10-08', ['2025-09-28', '2025-10-11']],
  ['New Year 2026', '2026-01-01', '2026-01-03', ['2026-01-04']],
  ['Spring Festival 2026', '2026-02-15', '2026-02-23', ['2026-02-14', '2026-02-28']],
  ['Qingming 2026', '2026-04-04', '2026-04-06', []],
  ['Labour Day 2026', '2026-05-01', '2026-05-05', ['2026-05-09']],
  ['Dragon Boat 2026', '2026-06-19', '2026-06-21', []],
  ['Mid-Autumn 2026', '2026-09-25', '2026-09-27', []],
  ['National Day 2026', '2026-10-01', '2026-10-07', ['2026-09-20', '2026-10-10']],
];

describe('the holidays of 2025 and 2026', () => {
  it.each(announced)('%s', (_, from, to, worked) => {
    for (let day = from; day <= to; day = addDays(day, 1))
      expect([day, isWorkday(day)]).toEqual([day, false]);
    for (const day of worked) expect([day, isWorkday(day)]).toEqual([day, true]);
  });

  it('is a guess for a year that is not published yet', () => {
    expect(isProvisional('2026-12-31')).toBe(false);
    expect(isProvisional('2028-01-04')).toBe(true);
    expect(isWorkday('2028-01-04')).toBe(true);
  });
});

describe('the holidays by law of a year that is not published yet', () => {
  /** 万年历, of years whose moon is written down. */
  it.each<[name: string, days: string[]]>([
    ['元旦', ['2027-01-01']],
    ['春节', ['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08']],
    ['清明', ['2027-04-05']],
    ['劳动节', ['2027-05-01', '2027-05-02']],
    ['端午', ['2027-06-09']],
    ['中秋', ['2027-09-15']],
    ['国庆节', ['2027-10-01', '2027-10-02', '2027-10-03']],
    // The leap month is the fifth in 2028, the third in 2031, the eleventh in 2033.
    ['春节', ['2028-01-25', '2028-01-26', '2028-01-27', '2028-01-28']],
    ['清明', ['2028-04-04']],
    ['端午', ['2028-05-28']],
    ['中秋', ['2029-09-22']],
    ['春节', ['2031-01-22', '2031-01-23', '2031-01-24', '2031-01-25']],
    ['端午', ['2031-06-24']],
    ['中秋', ['2033-09-08']],
  ])('%s: %j', (name, days) => {
    expect(days.map(holidayOf)).toEqual(days.map(() => name));
    expect(days.map(isWorkday)).toEqual(days.map(() => false));
    const around = [addDays(days[0] ?? '', -1), addDays(days.at(-1) ?? '', 1)];
    expect(around.map(holidayOf)).toEqual([undefined, undefined]);
  });

  it('agree with the calendar of the moon that the engine has, up to the middle of the century', () => {
    const moon = new Intl.DateTimeFormat('en-u-ca-chinese', {
      timeZone: 'Asia/Shanghai',
      month: 'numeric',
      day: 'numeric',
    });
    const lunarNames: Record<string, string> = { '1/1': '春节', '5/5': '端午', '8/15': '中秋' };
    const wrong: string[] = [];
    for (let day = '2027-01-01'; day < '2050-01-01'; day = addDays(day, 1)) {
      const name = lunarNames[moon.format(instantOf(day, '12:00'))];
      if (name && holidayOf(day) !== name) wrong.push(`${day} ${name}`);
    }
    expect(wrong).toEqual([]);
  });

  it('have the fixed days alone past the tables of the moon', () => {
    expect(['2100-01-01', '2100-02-09', '2100-10-03'].map(holidayOf)).toEqual(['元旦', undefined, '国庆节']);
  });

  it('are no days on which anything falls due', () => {
    // New Year 2028 is a Saturday, and Spring Festival’s eve a Tuesday.
    expect(dueAfter(hours, at('2028-01-24T10:00'), 1)).toBe(at('2028-01-31T17:00'));
    expect(addWorkingTime(hours, at('2027-09-14T16:30'), 3_600_000)).toBe(at('2027-09-16T09:00'));
  });
});

it('ends a walk that leads nowhere', () => {
  expect(addWorkdays('2026-11-23', Infinity)).toBe('2036-11-30');
  expect(workdaysBetween('2026-11-23', '9999-12-31')).toBe(workdaysBetween('2026-11-23', '2036-11-30'));
  expect(workingTimeBetween(hours, at('2026-11-23T00:00'), at('9999-01-01T00:00'))).toBeLessThan(
    3660 * 6.5 * 3_600_000,
  );
  expect(() => addWorkingTime(hours, at('2026-11-23T00:00'), Infinity)).toThrow(NoWorkingTime);
});

it('is the same in every zone of the machine', () => {
  const script = `
    const { dueAfter, addWorkingTime } = require('./calendar');
    const { instantOf } = require('../../../contract/time');
    const hours = ${JSON.stringify(hours)};
    const from = instantOf('2026-09-30', '16:30');
    console.log(dueAfter(hours, from, 3), addWorkingTime(hours, from, 3600000));`;
  const results = ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'].map((TZ) =>
    execFileSync(process.execPath, ['--import', 'tsx', '--input-type=commonjs', '--eval', script], {
      cwd: __dirname,
      env: { ...process.env, TZ, NODE_PATH: join(__dirname, '../../node_modules') },
      encoding: 'utf8',
    }),
  );
  expect(new Set(results).size).toBe(1);
  expect(results[0]).toContain(String(at('2026-10-10T17:00')));
});

describe('statutory working days', () => {
  it.each([
    ['2026-11-20', true, 'a Friday'],
    ['2026-11-21', false, 'a Saturday'],
    ['2026-10-01', false, 'National Day'],
    ['2026-10-10', true, 'a Saturday worked to make up for National Day'],
    ['2026-02-14', true, 'a Saturday worked to make up for Spring Festival'],
    ['2026-02-17', false, 'Spring Festival'],
    ['2025-09-28', true, 'a Sunday worked to make up for National Day'],
  ])('%s → %s: %s', (day, expected) => {
    expect(isWorkday(day)).toBe(expected);
  });

  it('counts over a holiday and its make-up days', () => {
    // 30 September is the last day before the holiday of 1–7 October; 8 and 9 October are a Thursday and a Friday.
    expect(addWorkdays('2026-09-30', 1)).toBe('2026-10-08');
    expect(addWorkdays('2026-09-30', 3)).toBe('2026-10-10');
    expect(workdaysBetween('2026-09-30', '2026-10-12')).toBe(4);
  });
});

describe('the next working instant', () => {
  it.each([
    ['2026-11-20T09:00', '2026-11-20T09:00', 'is now, inside the hours'],
    ['2026-11-20T07:00', '2026-11-20T08:30', 'is the opening, before it'],
    ['2026-11-20T11:30', '2026-11-20T13:30', 'is after lunch, at its start'],
    ['2026-11-20T17:00', '2026-11-23T08:30', 'is on Monday, after Friday’s closing'],
    ['2026-11-21T09:30', '2026-11-23T08:30', 'does not take Saturday duty for a working day'],
  ])('from %s is %s: %s', (from, expected) => {
    expect(nextWorkingInstant(hours, at(from))).toBe(at(expected));
  });
});

describe('working time', () => {
  it.each([
    ['2026-11-20T09:00', 1, '2026-11-20T10:00'],
    ['2026-11-20T11:00', 1, '2026-11-20T14:00'],
    ['2026-11-20T16:00', 4, '2026-11-23T11:30'],
    ['2026-11-20T16:00', 4.5, '2026-11-23T14:00'],
    ['2026-11-21T10:00', 2, '2026-11-23T10:30'],
    ['2026-09-30T16:30', 1, '2026-10-08T09:00'],
  ])('from %s over %d hours ends %s', (from, length, expected) => {
    expect(addWorkingTime(hours, at(from), length * 3_600_000)).toBe(at(expected));
  });
});

describe('a promise in working days', () => {
  it.each([
    ['2026-11-20T10:00', 10, '2026-12-04T17:00'],
    ['2026-11-21T23:59', 1, '2026-11-23T17:00'],
    ['2026-09-30T10:00', 1, '2026-10-08T17:00'],
    ['2026-11-20T10:00', 0, '2026-11-20T17:00'],
    ['2026-11-20T18:00', 0, '2026-11-23T17:00'],
  ])('from %s over %d days ends %s', (from, days, expected) => {
    expect(dueAfter(hours, at(from), days)).toBe(at(expected));
  });
});

describe('a community’s own hours', () => {
  it.each<[string, () => number, string]>([
    [
      'Wednesday runs late',
      () => addWorkingTime(ownHours, at('2026-11-25T17:00'), 3_600_000),
      '2026-11-25T18:00',
    ],
    [
      'a closing day of its own does not count',
      () => addWorkingTime(ownHours, at('2026-11-23T16:30'), 3_600_000),
      '2026-11-25T09:00',
    ],
    [
      'half a day ends at noon',
      () => addWorkingTime(ownHours, at('2026-12-30T11:00'), 3_600_000),
      '2026-12-31T09:00',
    ],
    [
      'a promise ends when Wednesday closes',
      () => dueAfter(ownHours, at('2026-11-23T10:00'), 2),
      '2026-11-25T18:30',
    ],
    [
      'a promise that ends on its closing day ends on the day after',
      () => dueAfter(ownHours, at('2026-11-23T10:00'), 1),
      '2026-11-25T18:30',
    ],
    [
      'the day after a closed Friday is Monday, whatever Saturday’s duty',
      () => closingOf({ ...hours, days: [{ day: '2026-11-27', open: [], why: '' }] }, '2026-11-27'),
      '2026-11-30T17:00',
    ],
    [
      'a holiday on which it opens by itself is working time',
      () => addWorkingTime(openOnHoliday, at('2026-10-01T10:00'), 3_600_000),
      '2026-10-03T10:00',
    ],
  ])('%s', (_, run, expected) => {
    expect(say(run())).toBe(expected);
  });

  it('never opens: says so instead of looking for ever', () => {
    const never: Hours = { open: [], saturday: [] };
    expect(() => nextWorkingInstant(never, at('2026-11-23T10:00'))).toThrow(NoWorkingTime);
    expect(() => closingOf(never, '2026-11-23')).toThrow(NoWorkingTime);
    expect(workingTimeBetween(never, at('2026-11-23T10:00'), at('2026-11-24T10:00'))).toBe(0);
  });
});

describe('adding and measuring working time', () => {
  const instants = fc
    .integer({ min: at('2025-01-01T00:00') / 60_000, max: at('2026-12-20T00:00') / 60_000 })
    .map((m) => m * 60_000);
  const lengths = fc.integer({ min: 0, max: 40 * 60 }).map((minutes) => minutes * 60_000);

  it('undo each other, to the minute', () => {
    fc.assert(
      fc.property(instants, lengths, fc.constantFrom(hours, ownHours), (from, ms, which) => {
        expect(workingTimeBetween(which, from, addWorkingTime(which, from, ms))).toBe(ms);
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  it('agree with a slow count of minutes', () => {
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: 0, max: 3 * 24 * 60 }),
        fc.constantFrom(hours, ownHours),
        (from, minutes, which) => {
          let open = 0;
          for (let minute = 0; minute < minutes; minute += 1) {
            const instant = from + minute * 60_000;
            const time = shanghai(instant).format('HH:mm');
            const day = dayOf(instant);
            if (isWorkday(day) && spansOf(which, day).some(([start, end]) => start <= time && time < end))
              open += 1;
          }
          expect(workingTimeBetween(which, from, from + minutes * 60_000)).toBe(open * 60_000);
        },
      ),
      { seed: 5, numRuns: 25 },
    );
  });
});

it('takes the day of an instant in Shanghai, whatever the zone of the machine', () => {
  expect(dayOf(Date.parse('2026-11-20T16:30:00Z'))).toBe('2026-11-21');
});
