import type { Output } from 'contract/actions';
import { limits } from 'contract/limits';
import { call } from '@/cloud/call';
import { useAsync } from './use-call';
import { useSettled } from './use-settled';

type Answer = Output<'catalog.search'>;

/** Between keys; an answer to older words is dropped by `useAsync`. */
const restMs = 300;
const shown = 6;
/** The catalogue does not change while somebody looks through it, and going back to the same words costs no call. */
const known = new Map<string, Answer>();
const most = 50;

/** Which service items the words mean, asked while they are written: `text` is what was asked for, `settle` does not wait. */
export function useSearch(words: string) {
  const [settled, settle] = useSettled(words, restMs);
  const text = [...settled.trim()].slice(0, limits.searchText).join('');
  const isEmpty = text === '' || words.trim() === '';
  const asked = useAsync(isEmpty ? undefined : `search ${text}`, () => findItems(text));
  return { asked, text, settle };
}

/** From memory, where it was asked before. A failure is not remembered. */
async function findItems(text: string): Promise<Answer> {
  const before = known.get(text);
  if (before) return before;
  const answer = await call('catalog.search', { text, limit: shown });
  if (known.size >= most) known.clear();
  known.set(text, answer);
  return answer;
}
