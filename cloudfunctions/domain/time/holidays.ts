import calendar from 'chinese-days/dist/chinese-days.json';
import { addDays, weekdayOf } from '../../../contract/time';

/**
 * Holidays and working days of China. A published year has the State Council's arrangement: holidays with the weekends beside
 * them, and the days worked to make up for them (调休). A later year has what the law alone says, and may still change.
 *
 * Only the library's tables, and those of its functions that take numbers, are used: the others parse a day in the machine's zone
 * (docs/decisions/0009).
 */

/** The library's moon is asked of years that are not published alone: loaded with every function, it took 4 ms of each start. */
const moonTables = () => require('chinese-days') as typeof import('chinese-days');

const holidays: Record<string, string> = calendar.holidays;
const makeUpDays: Record<string, string> = calendar.workdays;
const publishedYears = new Set(Object.keys(holidays).map((day) => day.slice(0, 4)));

/** The last year whose holidays are known. */
export const publishedUntil = [...publishedYears].sort().at(-1) ?? '';

/** The State Council publishes a year's holidays late in the year before: until then its working days are a guess. */
export function isProvisional(day: string): boolean {
  return !publishedYears.has(day.slice(0, 4));
}

/** The name of the holiday that a day belongs to, `国庆节`, weekends inside it included; undefined on all other days. */
export function holidayOf(day: string): string | undefined {
  if (isProvisional(day)) return byLaw(Number(day.slice(0, 4))).get(day);
  // `National Day,国庆节,3`
  return holidays[day]?.split(',')[1];
}

/** A statutory working day: Monday to Friday without public holidays, and the make-up days. */
export function isWorkday(day: string): boolean {
  return day in makeUpDays || (weekdayOf(day) <= 5 && holidayOf(day) === undefined);
}

const ofYear = new Map<number, Map<string, string>>();

/** The days of a year that are holidays by law, remembered: they never change. */
function byLaw(year: number): Map<string, string> {
  const known = ofYear.get(year) ?? lawOf(year);
  ofYear.set(year, known);
  return known;
}

/** The last year of the library's tables of the moon. */
const LAST_LUNAR_YEAR = 2099;

/** Source: 全国年节及纪念日放假办法, article 2, as amended by the State Council's order 795, from 1 January 2025 on. */
function lawOf(year: number): Map<string, string> {
  const festival = (name: string, first: string, days: number): [string, string][] =>
    Array.from({ length: days }, (_, i) => [addDays(first, i), name]);
  const moon = year <= LAST_LUNAR_YEAR ? year : undefined;
  return new Map([
    ...festival('元旦', `${year}-01-01`, 1),
    // From the eve of the first day of the first month.
    ...(moon ? festival('春节', addDays(lunarDay(moon, 1, 1), -1), 4) : []),
    ...(moon ? festival('清明', moonTables().getSolarTermDate(moon, 4, 'pure_brightness'), 1) : []),
    ...festival('劳动节', `${year}-05-01`, 2),
    ...festival('国庆节', `${year}-10-01`, 3),
    ...(moon ? festival('端午', lunarDay(moon, 5, 5), 1) : []),
    // May lie within National Day, and gives the day its name then.
    ...(moon ? festival('中秋', lunarDay(moon, 8, 15), 1) : []),
  ]);
}

/** The first day of the lunar year 1900, with which the tables of the moon begin. */
const FIRST_LUNAR_DAY = '1900-01-31';
const months = Array.from({ length: 12 }, (_, i) => i + 1);

/** The day of a lunar date. The leap month follows the month whose number it has. */
function lunarDay(year: number, month: number, day: number): string {
  let days = day - 1;
  for (let one = 1900; one < year; one += 1) days += lunarDays(one, months);
  const before = months.filter((one) => one < month);
  return addDays(FIRST_LUNAR_DAY, days + lunarDays(year, before));
}

/** How many days these months of a lunar year have, with the leap month that follows one of them. */
function lunarDays(year: number, those: readonly number[]): number {
  const { getYearLeapMonth, monthDays } = moonTables();
  const { leapMonth, days } = getYearLeapMonth(year);
  const leap = leapMonth !== undefined && those.includes(leapMonth) ? days : 0;
  return those.reduce((sum, month) => sum + monthDays(year, month), leap);
}
