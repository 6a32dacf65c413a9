import { limits } from 'contract/limits';
import type { CallbackRow } from 'contract/models';
import { callResults, levels, unreachedName } from 'contract/words';
import { whenWords } from '@/format/when';

/** What is said of the attempts of a call-back, in a few words. */
export type Calls = CallbackRow['calls'];

const hourMs = 3_600_000;

/** From when on the next attempt counts: five within an hour would be one. */
export const nextCallAt = (calls: Calls): number =>
  calls.length === 0 ? 0 : (calls[calls.length - 1]?.at ?? 0) + limits.callGapHours * hourMs;

/** 还没打过; 打过2次,上次今天 上午10点,没人接。今天 中午12点以后再打 */
export function triedWords(calls: Calls, now: number): string {
  const last = calls[calls.length - 1];
  if (!last) return '还没打过';
  const tried = `打过${calls.length}次，上次${whenWords(last.at, now)}，${callResults[last.result]}`;
  const next = nextCallAt(calls);
  return next > now ? `${tried}。${whenWords(next, now)}以后再打` : tried;
}

/** What came of it, beside what was rated online. */
export function heardWords({ calls, unreached, level, text, online }: CallbackRow): string {
  const last = calls[calls.length - 1];
  if (unreached || !last) return `${unreachedName}，打了${calls.length}次`;
  const phone = level ? `电话里说${levels[level]}` : callResults[last.result];
  const before = online ? `网上评的${levels[online]}` : '网上没评';
  return [`${phone}，${before}`, text].filter(Boolean).join('。');
}
