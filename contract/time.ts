import dayjs, { type Dayjs } from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

/** Wall-clock time of an instant in Asia/Shanghai (UTC+8, no daylight saving since 1991), whatever the machine's zone. */
export function shanghai(at: number): Dayjs {
  return dayjs.utc(at).utcOffset(8 * 60);
}

const offsetMs = 8 * 3_600_000;

/** `2026-11-24T09:30:00.000Z`, meaning that wall-clock time in Asia/Shanghai. Clocks ask this thousands of times a second. */
const wallClock = (at: number): string => new Date(at + offsetMs).toISOString();

/** `2026-11-24` */
export function dayOf(at: number): string {
  return wallClock(at).slice(0, 10);
}

/** `09:30` */
export function timeOf(at: number): string {
  return wallClock(at).slice(11, 16);
}

/** The instant of a day and a wall-clock time (`08:30`) in Asia/Shanghai. */
export function instantOf(day: string, time = '00:00'): number {
  return Date.parse(`${day}T${time}:00+08:00`);
}

/** The day `days` after (or before) a day. */
export function addDays(day: string, days: number): string {
  return dayOf(instantOf(day, '12:00') + days * 86_400_000);
}

/** 1 = Monday … 7 = Sunday */
export function weekdayOf(day: string): number {
  return new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
}

export const weekdayNames = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

/** `11月24日 周二`, as people say it. */
export function sayDay(at: number): string {
  return `${shanghai(at).format('M月D日')} ${weekdayNames[weekdayOf(dayOf(at))] ?? ''}`;
}

/** `11月24日`, where there is little room. */
export function sayShortDay(at: number): string {
  return shanghai(at).format('M月D日');
}

/** `11月24日 周二 9:00` */
export function sayTime(at: number): string {
  return `${sayDay(at)} ${shanghai(at).format('H:mm')}`;
}
