import type { CaseRow } from 'contract/models';
import { dayOf } from 'contract/time';
import { timeWords, whenWords } from './when';

type Offer = NonNullable<CaseRow['offer']>;

const minuteMs = 60_000;

/**
 * How long one still has to answer, as people say it: 还有23分钟答复,到上午10点半. `minutesLeft` is what the server counted
 * when it was asked; an hour later it is less. A break in between does not count: 还有23分钟(上班时间).
 */
export function offerWords({ until, minutesLeft }: Offer, now: number): string {
  const byTheClock = Math.ceil((until - now) / minuteMs);
  const left = Math.min(minutesLeft, byTheClock);
  if (left <= 0) return '答复的时间到了';
  return `还有${minuteWords(left)}${left < byTheClock ? '（上班时间）' : ''}答复，到${dayOf(until) === dayOf(now) ? timeWords(until) : whenWords(until, now)}`;
}

function minuteWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 && `${hours}小时`, rest > 0 && `${rest}分钟`].filter(Boolean).join('');
}
