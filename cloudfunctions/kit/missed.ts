import { sha256 } from '../domain/sha256';
import { describe, log } from './log';
import { add, updateMany, updateOne } from './store';

const idOf = (words: string): string => sha256(words).toString('hex').slice(0, 24);

/**
 * Counts words that were searched in vain: the words and how often, and nothing of who searched. Never throws: a search is answered
 * also where nothing can be written.
 */
export async function noteMissed(words: string, now: number): Promise<void> {
  const _id = idOf(words);
  const again = () => updateOne('missed', { _id }, { lastAt: now, open: true }, { count: 1 });
  try {
    if (await again()) return;
    const isNew = await add('missed', { _id, text: words, count: 1, lastAt: now, open: true });
    if (!isNew) await again();
  } catch (error) {
    const line = { function: 'catalog', action: 'missed', requestId: _id, ms: 0, code: 'STORE_DOWN' };
    log({ ...line, error: describe(error) });
  }
}

/** A manager has said what these words mean: they are off the list until a search misses them again. */
export async function settleMissed(words: readonly string[]): Promise<void> {
  for (const text of words) await updateMany('missed', { _id: idOf(text) }, { open: false });
}
