import { limits } from '../../../contract/limits';
import { addDays, dayOf, instantOf, sayDay, timeOf, weekdayNames, weekdayOf } from '../../../contract/time';
import type { Hours, Span } from '../documents';
import { holidayOf, isWorkday } from './holidays';

/** When a community is open, why it is not, and how its hours are said. Rules: docs/domain.md, "Clocks". */

/** The spans in which a community is open on a day, Saturday duty included. */
export function spansOf(hours: Hours, day: string): Span[] {
  const own = ownDay(hours, day);
  if (own) return own.open;
  if (isWorkday(day)) return hours.shifted?.find((one) => one.weekday === weekdayOf(day))?.open ?? hours.open;
  return weekdayOf(day) === 6 && holidayOf(day) === undefined ? hours.saturday : [];
}

/** The spans of working time: a statutory working day, or a day that the community opened by itself. Saturday duty is none. */
export function workingSpansOf(hours: Hours, day: string): Span[] {
  return isWorkday(day) || ownDay(hours, day) ? spansOf(hours, day) : [];
}

function ownDay(hours: Hours, day: string): NonNullable<Hours['days']>[number] | undefined {
  return hours.days?.find((one) => one.day === day);
}

/**
 * Why a community is closed on a day that is not just a day of the weekend: `国庆节放假`, `社区不开门（停电）`. Undefined where it is
 * not: its own hours come before the holiday.
 */
export function closureOf(hours: Hours, day: string): string | undefined {
  const own = ownDay(hours, day);
  if (own) return own.open.length === 0 ? `社区不开门${own.why ? `（${own.why}）` : ''}` : undefined;
  const holiday = holidayOf(day);
  return holiday && `${holiday}放假`;
}

/** Is an instant's time of day inside a span? Its end is outside. */
export function isWithin([open, close]: Span, at: number): boolean {
  const time = timeOf(at);
  return open <= time && time < close;
}

/** How far ahead an opening is looked for. Longer than any closing that `faultsOfHours` takes, with a holiday on both sides. */
export const DAYS_AHEAD = 366;

/** When the community is open next, from `at` on, Saturday duty included: `at` itself inside its hours. Undefined: not within a year. */
export function nextOpening(hours: Hours, at: number): number | undefined {
  for (let ahead = 0; ahead < DAYS_AHEAD; ahead += 1) {
    const day = addDays(dayOf(at), ahead);
    const span = spansOf(hours, day).find(([, close]) => at < instantOf(day, close));
    if (span) return Math.max(at, instantOf(day, span[0]));
  }
  return undefined;
}

/**
 * What is wrong with opening hours, field → sentence: a span that ends before it begins or overlaps the one before, two entries
 * for one day, a week without a day, a closing of more than `limits.closedDays` on end, counted from `today`.
 */
export function faultsOfHours(hours: Hours, today: string): Record<string, string> {
  const faults: Record<string, string> = {};
  const check = (field: string, spans: Span[]) => {
    spans.forEach(([open, close], i) => {
      const before = spans[i - 1];
      if (open >= close) faults[field] = `${open}—${close}：关门要在开门之后。`;
      else if (before && open < before[1]) faults[field] = `${before.join('—')}和${open}—${close}重叠了。`;
    });
  };
  const { shifted = [], days = [] } = hours;
  check('open', hours.open);
  check('saturday', hours.saturday);
  shifted.forEach((one, i) => {
    check(`shifted.${i}`, one.open);
    if (shifted.findIndex(({ weekday }) => weekday === one.weekday) < i)
      faults[`shifted.${i}`] = `${weekdayNames[one.weekday] ?? ''}写了两次，请留一个。`;
  });
  days.forEach((one, i) => {
    check(`days.${i}`, one.open);
    if (days.findIndex(({ day }) => day === one.day) < i)
      faults[`hours.days.${i}.day`] = `${sayDay(instantOf(one.day), instantOf(today))}写了两次，请留一个。`;
  });
  const isShut = (weekday: number) => shifted.find((one) => one.weekday === weekday)?.open.length === 0;
  if (hours.open.length === 0) faults.open = '工作日要有开门的时间。';
  else if ([1, 2, 3, 4, 5].every(isShut)) faults['shifted.0'] = '周一到周五至少要有一天开门，请改一下。';
  else if (Object.keys(faults).length === 0) Object.assign(faults, longClosing(hours, today));
  return faults;
}

/** The first own day of a closing that lasts too long. */
function longClosing(hours: Hours, today: string): Record<string, string> {
  let from = today;
  for (let ahead = 0; ahead < 2 * DAYS_AHEAD; ahead += 1) {
    const day = addDays(today, ahead);
    if (workingSpansOf(hours, day).length > 0) from = addDays(day, 1);
    else if (addDays(from, limits.closedDays) <= day) {
      const first = hours.days?.findIndex((one) => one.day >= from && one.day <= day) ?? -1;
      const words = `从${sayDay(instantOf(from), instantOf(today))}起连着${limits.closedDays}多天不开门，太久了，中间请留开门的日子。`;
      return { [first < 0 ? 'open' : `hours.days.${first}.day`]: words };
    }
  }
  return {};
}

/** `8:30—11:30、13:30—17:00` */
export function saySpans(spans: readonly Span[]): string {
  return spans.map((span) => span.map((time) => time.replace(/^0/, '')).join('—')).join('、');
}

/** `工作日 8:30—11:30、13:30—17:00；周三 8:30—18:30；周六 9:00—11:30`: all that is said of a community's hours is made here. */
export function sayHours({ open, shifted = [], saturday }: Hours): string {
  const weekdays = shifted.map(
    (one) => `${weekdayNames[one.weekday] ?? ''} ${one.open.length > 0 ? saySpans(one.open) : '不开门'}`,
  );
  const rest = saturday.length > 0 ? [`周六 ${saySpans(saturday)}`] : [];
  return [`工作日 ${saySpans(open)}`, ...weekdays, ...rest].join('；');
}

/** The same with the community's own days, as the journal tells it: `…；2026-11-30 不开门（停电）`. */
export function sayAllHours(hours: Hours): string {
  const days = (hours.days ?? []).map(({ day, open, why }) => {
    const spans = open.length > 0 ? saySpans(open) : '不开门';
    return `${day} ${spans}${why ? `（${why}）` : ''}`;
  });
  return [sayHours(hours), ...days].join('；');
}
