import { isOpen, type State } from 'contract/states';
import { dayOf, instantOf } from 'contract/time';

export interface Due {
  words: string;
  tone: 'plain' | 'warning' | 'breach';
}

/**
 * How long an open case still has, as people say it: 还剩3天, 明天到期, 超期2天. Undefined once it has ended. While it waits
 * for the resident its clock stands (design/domain.md, "States are data"), so nothing is late then.
 */
export function dueOf({ state, dueAt }: { state: State; dueAt: number }, now: number): Due | undefined {
  if (!isOpen(state)) return undefined;
  if (state === 'awaiting_resident') return { words: '时限暂停', tone: 'plain' };
  const days = daysBetween(now, dueAt);
  if (dueAt < now) return { words: days === 0 ? '今天已超期' : `超期${-days}天`, tone: 'breach' };
  if (days <= 1) return { words: days === 0 ? '今天到期' : '明天到期', tone: 'warning' };
  return { words: `还剩${days}天`, tone: 'plain' };
}

/** Calendar days in Asia/Shanghai, whatever the hour. */
function daysBetween(from: number, to: number): number {
  return Math.round((instantOf(dayOf(to)) - instantOf(dayOf(from))) / 86_400_000);
}
