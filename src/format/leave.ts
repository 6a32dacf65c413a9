import type { Leave } from 'contract/models';
import { instantOf } from 'contract/time';
import { dayWords } from './when';

/** 今天到后天; 11月24日 周二 for a single day. */
export function leaveDays({ from, to }: Pick<Leave, 'from' | 'to'>, now: number): string {
  const first = dayWords(instantOf(from), now);
  return from === to ? first : `${first}到${dayWords(instantOf(to), now)}`;
}
