import type { ContactCard } from 'contract/models';
import { whenWords } from './when';

/** 正在当班; 明天 上午8点半上班; 现在不当班 where it is not known when. */
export function dutyWords({ isOnDuty, nextDutyAt }: ContactCard, now: number): string {
  if (isOnDuty) return '正在当班';
  return nextDutyAt === undefined ? '现在不当班' : `${whenWords(nextDutyAt, now)}上班`;
}
