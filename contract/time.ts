import dayjs, { type Dayjs } from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

/** Wall-clock time of an instant in Asia/Shanghai (UTC+8, no daylight saving since 1991), whatever the machine's zone. */
export function shanghai(at: number): Dayjs {
  return dayjs.utc(at).utcOffset(8 * 60);
}

const offsetMs = 8 * 3_600_000;

const written = new Map<number, string>();
const weekdays = new Map<string, number>();
const mostWritten = 2_000;

/**
 * `2026-11-24T09:30:00.000Z`, meaning that wall-clock time in Asia/Shanghai. Clocks ask this thousands of times a second, and a street's
 * free hours ask the same instants for each agent: the last ones are remembered.
 */
function wallClock(at: number): string {
  const known = written.get(at);
  if (known !== undefined) return known;
  if (written.size >= mostWritten) written.clear();
  const text = new Date(at + offsetMs).toISOString();
  written.set(at, text);
  return text;
}

/** `2026-11-24` */
export function dayOf(at: number): string {
  return wallClock(at).slice(0, 10);
}

/** Does the calendar have this day? One of this century: nothing was counted before, and arithmetic with days ends at 9999. */
export function isDay(day: string): boolean {
  if (!/^20\d\d-\d\d-\d\d$/.test(day)) return false;
  const noon = new Date(`${day}T12:00:00Z`);
  // An engine takes 30 February for 2 March.
  return Number.isFinite(noon.getTime()) && noon.toISOString().startsWith(day);
}

/** `09:30` */
export function timeOf(at: number): string {
  return wallClock(at).slice(11, 16);
}

/** `9` of 09:30: the hour of the day. */
export function hourOf(at: number): number {
  return Math.floor(((at + offsetMs) % 86_400_000) / 3_600_000);
}

/** The instant of a day and a wall-clock time (`08:30`) in Asia/Shanghai. */
export function instantOf(day: string, time = '00:00'): number {
  return Date.parse(`${day}T${time}:00+08:00`);
}

/** The day `days` after (or before) a day. */
export function addDays(day: string, days: number): string {
  return dayOf(instantOf(day, '12:00') + days * 86_400_000);
}

/** 1 = Monday … 7 = Sunday. The last days are remembered: a street's free hours ask the same fourteen for each agent. */
export function weekdayOf(day: string): number {
  const known = weekdays.get(day);
  if (known !== undefined) return known;
  if (weekdays.size >= mostWritten) weekdays.clear();
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
  weekdays.set(day, weekday);
  return weekday;
}

export const weekdayNames = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

/** `11月24日 周二`, as people say it; `2027年1月4日 周一` in another year than `now`. */
export function sayDay(at: number, now: number): string {
  const year = isSameYear(at, now) ? '' : shanghai(at).format('YYYY年');
  return `${year}${shanghai(at).format('M月D日')} ${weekdayNames[weekdayOf(dayOf(at))] ?? ''}`;
}

/** `11月24日`, where there is little room; `27年1月4日` in another year than `now`. */
export function sayShortDay(at: number, now: number): string {
  return shanghai(at).format(isSameYear(at, now) ? 'M月D日' : 'YY年M月D日');
}

/** `11月24日 周二 9:00` */
export function sayTime(at: number, now: number): string {
  return `${sayDay(at, now)} ${shanghai(at).format('H:mm')}`;
}

const isSameYear = (at: number, now: number): boolean => dayOf(at).slice(0, 4) === dayOf(now).slice(0, 4);
