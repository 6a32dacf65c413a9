import { addDays, dayOf, sayDay, shanghai } from 'contract/time';

/** Instants as people say them, in Asia/Shanghai. */

/** 今天, 明天, 后天, 昨天, else 11月24日 周二; another year is named. */
export function dayWords(at: number, now: number): string {
  const day = dayOf(at);
  const today = dayOf(now);
  if (day === today) return '今天';
  if (day === addDays(today, 1)) return '明天';
  if (day === addDays(today, 2)) return '后天';
  if (day === addDays(today, -1)) return '昨天';
  return sayDay(at, now);
}

/** 上午9点, 下午2点半, 中午12点10分. */
export function timeWords(at: number): string {
  const hour = shanghai(at).hour();
  const minute = shanghai(at).minute();
  const part = hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour < 13 ? '中午' : hour < 18 ? '下午' : '晚上';
  const spoken = minute === 0 ? '点' : minute === 30 ? '点半' : `点${minute}分`;
  return `${part}${hour > 12 ? hour - 12 : hour}${spoken}`;
}

/** 今天 上午9点; 11月24日 周二 下午2点半. */
export function whenWords(at: number, now: number): string {
  return `${dayWords(at, now)} ${timeWords(at)}`;
}

/** 2026年11月, for `2026-11`. */
export function monthWords(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${year}年${Number(number)}月`;
}

/** 2026年11月24日, and with its time 2026年11月24日 9:05: what is written down for later. */
export const fullDay = (at: number): string => shanghai(at).format('YYYY年M月D日');
export const fullTime = (at: number): string => shanghai(at).format('YYYY年M月D日 H:mm');
