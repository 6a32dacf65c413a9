import type { Input, Output } from 'contract/actions';
import { CONSULTATION } from 'contract/consultation';
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

/** Words that the person said are whole, and those that were asked while they were typed and found nothing. */
const whole = new Set<string>();
const unnoted = new Map<string, Input<'catalog.search'>>();

const cut = (words: string) => [...words.trim()].slice(0, limits.searchText).join('');

/**
 * Which service items the words mean, asked while they are written: `text` is what was asked for. `settle` does not wait, and says that
 * the words are whole: where nothing is found, it was searched in vain. Half a word is not counted so.
 */
export function useSearch(words: string) {
  const [settled, setSettled] = useSettled(words, restMs);
  const text = cut(settled);
  const isEmpty = text === '' || words.trim() === '';
  const where = useWhere();
  const keyOf = (of: string) => `search ${where?.orgId ?? ''} ${of}`;
  const key = keyOf(text);
  const asked = useAsync(isEmpty || !where ? undefined : key, () => findItems(key, { text, ...where }));
  const settle = (said: string) => {
    if (whole.size >= most) whole.clear();
    whole.add(keyOf(cut(said)));
    setSettled(said);
    note(keyOf(cut(said)));
  };
  return { asked, text, settle };
}

/** From memory, where it was asked before. A failure is not remembered. */
async function findItems(key: string, input: Input<'catalog.search'>): Promise<Answer> {
  const before = known.get(key);
  if (before) return before;
  const isTyping = !whole.has(key);
  const answer = await call('catalog.search', { limit: shown, ...input, isTyping });
  if (known.size >= most) known.clear();
  known.set(key, answer);
  if (isTyping && answer.items.every(({ code }) => code === CONSULTATION)) {
    if (unnoted.size >= most) unnoted.clear();
    unnoted.set(key, input);
    note(key);
  }
  return answer;
}

/** The page has its answer already: words that turned out to be whole are asked once more, to be counted. */
function note(key: string) {
  const input = unnoted.get(key);
  if (!input || !whole.has(key)) return;
  unnoted.delete(key);
  // Nobody waits for it.
  call('catalog.search', input).catch(() => undefined);
}
