import type { PhotoCheckDoc } from './documents';

/** WeChat looks only at what a person who was here within two hours put there. */
const ASK_FOR_MS = 2 * 3_600_000;
/** It answers within half an hour, or never. */
const ANSWER_MS = 45 * 60_000;
const minuteMs = 60_000;
/** As often as a picture that WeChat could not fetch is offered to it. */
const TIMES = 3;

/** What WeChat's event says of a picture. `review`: it is not sure; the people of the case look at it anyway. */
export type Said = 'pass' | 'review' | 'risky' | 'unfetched';

/** What becomes of a check; `done`: nobody waits for anything any more, and the row goes. */
export type Next = Pick<PhotoCheckDoc, 'askAt' | 'asked' | 'trace'> | 'done';

/** After WeChat was asked. */
export function afterAsking(
  { at, asked }: PhotoCheckDoc,
  answer: { trace: string } | 'never' | 'later',
  now: number,
): Next {
  if (answer === 'never') return 'done';
  const tried = { asked: asked + 1 };
  if (answer !== 'later') return { ...tried, trace: answer.trace, askAt: now + ANSWER_MS };
  const askAt = now + minuteMs * 2 ** Math.min(asked, 4);
  return askAt < at + ASK_FOR_MS ? { ...tried, trace: undefined, askAt } : 'done';
}

/** After its event. */
export function afterEvent(check: PhotoCheckDoc, said: Said, now: number): Next | 'hide' {
  if (said === 'risky') return 'hide';
  if (said !== 'unfetched' || check.asked >= TIMES) return 'done';
  return { asked: check.asked, trace: undefined, askAt: now };
}
