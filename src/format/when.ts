/** Instants as people say them, always in Asia/Shanghai whatever the phone's own zone (China has had no summer time since 1991). */

const shanghaiMs = 8 * 3_600_000;
const dayMs = 86_400_000;
const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

const shifted = (at: number) => new Date(at + shanghaiMs);
const dayNumber = (at: number) => Math.floor((at + shanghaiMs) / dayMs);

/** 今天, 明天, 后天, 昨天, else 11月24日 周二; another year is named. */
export function dayWords(at: number, now: number): string {
  const ahead = dayNumber(at) - dayNumber(now);
  const near = { '-1': '昨天', '0': '今天', '1': '明天', '2': '后天' }[String(ahead)];
  if (near) return near;
  const day = shifted(at);
  const year = day.getUTCFullYear() === shifted(now).getUTCFullYear() ? '' : `${day.getUTCFullYear()}年`;
  return `${year}${day.getUTCMonth() + 1}月${day.getUTCDate()}日 ${weekdays[day.getUTCDay()] ?? ''}`;
}

/** 上午9点, 下午2点半, 中午12点10分. */
export function timeWords(at: number): string {
  const hour = shifted(at).getUTCHours();
  const minute = shifted(at).getUTCMinutes();
  const part = hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour < 13 ? '中午' : hour < 18 ? '下午' : '晚上';
  const spoken = minute === 0 ? '点' : minute === 30 ? '点半' : `点${minute}分`;
  return `${part}${hour > 12 ? hour - 12 : hour}${spoken}`;
}

/** 今天 上午9点; 11月24日 周二 下午2点半. */
export function whenWords(at: number, now: number): string {
  return `${dayWords(at, now)} ${timeWords(at)}`;
}

/** The day of an instant, as `YYYY-MM-DD`. */
export function isoDay(at: number): string {
  return shifted(at).toISOString().slice(0, 10);
}

/** 马上就办 for nothing promised in days, else 5个工作日. */
export function workingDays(days: number): string {
  return days === 0 ? '当场办' : `${days}个工作日`;
}
