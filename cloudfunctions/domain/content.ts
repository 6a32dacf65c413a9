import type { TextState } from '../../contract/words';
import type { ReviewDoc } from './documents';

/**
 * What WeChat's content security says of a text: it passes, it is refused, a person has to read it, or there was no answer.
 * Policy: docs/wechat.md, "Content security".
 */
export type Verdict = 'pass' | 'risky' | 'unsure' | 'down';

/** WeChat checks only the words of a person who was here within two hours: after that a manager has to read. */
const ASK_FOR_MS = 2 * 3_600_000;
const minuteMs = 60_000;

/** What follows for a review from an answer about its words. `checks`: how often WeChat was asked, this time included. */
export function afterCheck(
  verdict: Verdict,
  { at, checks, now }: { at: number; checks: number; now: number },
): { state: TextState } & Pick<ReviewDoc, 'checkAt' | 'toRead' | 'checks'> {
  const none = { checkAt: undefined, toRead: undefined, checks };
  switch (verdict) {
    case 'pass':
      return { ...none, state: 'shown' };
    case 'risky':
      return { ...none, state: 'refused' };
    case 'unsure':
      return { ...none, state: 'waiting', toRead: true };
    case 'down': {
      const checkAt = now + minuteMs * 2 ** Math.min(checks - 1, 4);
      return checkAt < at + ASK_FOR_MS
        ? { ...none, state: 'waiting', checkAt }
        : { ...none, state: 'waiting', toRead: true };
    }
  }
}

/** Nothing of a review's words waits any more. */
export function isSettled({ textState, addition }: Pick<ReviewDoc, 'textState' | 'addition'>): boolean {
  return textState !== 'waiting' && addition?.textState !== 'waiting';
}
