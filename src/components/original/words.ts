import type { CustodyView } from 'contract/models';
import { custodyStates, resultStates } from 'contract/words';
import type { Tone } from '../tag';

/** Where it is; `mine`: as its resident reads it. */
export function stateWords({ state, isResult }: CustodyView, mine = false): string {
  const words = (isResult ? resultStates : custodyStates)[state];
  return mine ? words.replace('居民', '您') : words;
}

/** It is with somebody else than its resident. */
export const isOut = ({ state }: CustodyView): boolean => state !== 'returned' && state !== 'void';

/** The resident has not said yes or no yet to what was said last. */
export const waitsForYes = ({ state }: CustodyView): boolean => state === 'giving' || state === 'returning';

export function toneOf({ state, card }: CustodyView): Tone {
  if (state === 'returned') return 'ok';
  if (card) return card === 'red' ? 'breach' : 'warning';
  return state === 'void' ? 'plain' : 'progress';
}

/** To whom it went, and how: `张三（不是本人）`, `顺丰 SF1234，寄给赵一示`. */
export const backWords = ({ to, way, courier, number }: NonNullable<CustodyView['back']>): string =>
  way === 'post' ? `${courier} ${number}，寄给${to}` : `${to}${way === 'other' ? '（不是本人）' : ''}`;
