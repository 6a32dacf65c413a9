import { type Kind, isOpen, type State } from 'contract/states';
import { dayOf, instantOf } from 'contract/time';
import { type CardColour, cardNames, clockNames } from 'contract/words';
import { dayWords } from './when';

export interface Due {
  words: string;
  tone: 'plain' | 'warning' | 'breach';
}

/** What of a case tells how long it has. */
export interface Timed {
  state: State;
  /** the promised end */
  dueAt: number;
  card?: CardColour;
  pausedAt?: number;
  kind?: Kind;
}

const tones = { yellow: 'warning', red: 'breach' } as const;

/**
 * How long an open case still has, as people say it: 还剩3天, 快到期:明天, 已超期2天. Undefined once it has ended. Whether that is
 * soon the card says (docs/domain.md, "Clocks"). While the case waits for the resident its clock stands. While no
 * agent has said yes, the clock of the first response is the first to run out.
 */
export function dueOf({ state, dueAt, card, pausedAt, kind }: Timed, now: number): Due | undefined {
  // A part of a bundle that waits for another has no day yet.
  if (!isOpen(state) || kind === 'waiting') return undefined;
  const tone = card ? tones[card] : 'plain';
  if (pausedAt !== undefined)
    return { words: card ? `${clockNames.supply}${cardNames[card]}` : '时限暂停', tone };
  const days = daysBetween(now, dueAt);
  if (dueAt < now) return { words: days === 0 ? '今天已超期' : `已超期${-days}天`, tone: 'breach' };
  if (card && (card === 'red' || state === 'submitted' || state === 'offered'))
    return { words: `${clockNames.response}${cardNames[card]}`, tone };
  const left = days === 0 ? '今天' : days === 1 ? '明天' : `还剩${days}天`;
  if (card) return { words: `${cardNames[card]}：${left}`, tone };
  return { words: days <= 1 ? `${left}到期` : left, tone };
}

/** By which day a paper is asked for; the day may have gone by. */
export function supplyByWords(by: number, now: number): string {
  return by < now ? '日子过了也能补，请尽快。' : `最晚${dayWords(by, now)}补上。`;
}

/** Calendar days in Asia/Shanghai, whatever the hour. */
function daysBetween(from: number, to: number): number {
  return Math.round((instantOf(dayOf(to)) - instantOf(dayOf(from))) / 86_400_000);
}
