import type { CustodyView } from 'contract/models';
import { custodyStates } from 'contract/words';
import type { Tone } from '../tag';

/** Where it is; `mine`: as its resident reads it. */
export const stateWords = ({ state }: CustodyView, mine = false): string =>
  mine ? custodyStates[state].replace('居民', '您') : custodyStates[state];

/** It is with somebody else than its resident. */
export const isOut = ({ state }: CustodyView): boolean => state !== 'returned' && state !== 'void';

/** The resident has not said yes or no yet to what was said last. */
export const waitsForYes = ({ state }: CustodyView): boolean => state === 'giving' || state === 'returning';

export function toneOf({ state, card }: CustodyView): Tone {
  if (state === 'returned') return 'ok';
  if (card) return card === 'red' ? 'breach' : 'warning';
  return state === 'void' ? 'plain' : 'progress';
}
