import type { Input, Output } from 'contract/actions';
import { limits } from 'contract/limits';
import { call } from '@/cloud/call';
import { useAsync } from './use-call';
import { useSettled } from './use-settled';
import { useWhere } from './use-where';

type Answer = Output<'catalog.search'>;

/** Between keys; an answer to older words is dropped by `useAsync`. */
const restMs = 300;
const shown = 6;
/** The catalogue does not change while a resident looks through it, and going back to the same words costs no call. */
const known = new Map<string, Answer>();
const most = 50;

/** Which service items the words mean, asked while they are written: `text` is what was asked for, `settle` does not wait. */
export function useSearch(words: string) {
  const [settled, settle] = useSettled(words, restMs);
  const text = [...settled.trim()].slice(0, limits.searchText).join('');
  const isEmpty = text === '' || words.trim() === '';
  const where = useWhere();
  const key = `search ${where?.orgId ?? ''} ${text}`;
  const asked = useAsync(isEmpty || !where ? undefined : key, () => findItems(key, { text, ...where }));
  return { asked, text, settle };
}

/** From memory, where it was asked before. A failure is not remembered. */
async function findItems(key: string, input: Input<'catalog.search'>): Promise<Answer> {
  const before = known.get(key);
  if (before) return before;
  const answer = await call('catalog.search', { limit: shown, ...input });
  if (known.size >= most) known.clear();
  known.set(key, answer);
  return answer;
}
