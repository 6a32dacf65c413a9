import type { CustodyView } from 'contract/models';
import { confirmWays, custodyStates } from 'contract/words';
import { dayWords, whenWords } from '@/format/when';
import type { Fact } from '../facts';
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

type Said = CustodyView['given']['confirmed'];
const yesWords = (said: Said, now: number) =>
  said ? `${confirmWays[said.how]}，${whenWords(said.at, now)}` : '居民还没认';

/** From hand to hand: what, to whom, when, where, and who said so. */
export function factsOf({ by, given, lodged, back, state, dueAt }: CustodyView, now: number): Fact[] {
  return [
    { name: '现在', value: custodyStates[state] },
    { name: '谁收的', value: `代办员${by}` },
    { name: '几时收的', value: `${whenWords(given.at, now)}，${given.where}` },
    { name: '收的时候', value: yesWords(given.confirmed, now) },
    ...(lodged ? [{ name: '交到窗口', value: `${whenWords(lodged.at, now)}，${lodged.where}` }] : []),
    ...(back
      ? [
          { name: '还给了', value: `${back.to}，${whenWords(back.at, now)}，${back.where}，${back.by}经手` },
          { name: '还的时候', value: yesWords(back.confirmed, now) },
        ]
      : state === 'void'
        ? []
        : [{ name: '最晚几时还', value: dayWords(dueAt, now) }]),
  ];
}
