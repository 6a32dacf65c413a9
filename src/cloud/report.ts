import { limits } from 'contract/limits';
import { call } from './call';
import { version } from './version';

/** What a page says again and again is one trouble; a phone on which everything breaks has said enough. */
const MOST = 5;
const said = new Set<string>();

/**
 * Tells the function what broke, once, and nothing where even that fails: the person is told by the page. A refusal of ours and a
 * lost signal are no trouble. `page`: without what was asked of it.
 */
export function report(failure: unknown, page: string): void {
  const words = wordsOf(failure);
  if (words === '' || said.has(words) || said.size >= MOST) return;
  said.add(words);
  void call('account.broke', { words, page: page.slice(0, limits.pagePath) || '-', version }).catch(
    () => undefined,
  );
}

/** The first lines say what and where. */
function wordsOf(failure: unknown): string {
  const text = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure ?? '');
  return [...text.split('\n').slice(0, 4).join('\n').trim()].slice(0, limits.trouble).join('');
}
