import { callFunction } from '../kit/functions';
import { serveTimer } from '../kit/serve';
import { put, updateOne } from '../kit/store';
import { ROUND_MS } from '../domain/rounds';
import { dueAt } from './due';

/**
 * The only timer, every minute: it asks which functions have work and calls them. A minute in which nothing is due so costs two
 * calls, its own and one read (docs/decisions/0035). The answer counts the functions that were called and that failed; what
 * failed is still due a minute later.
 */
export const main = serveTimer('beat', async (now) => {
  const { due, isRound, isBehind } = await dueAt(now);
  const migrated = isBehind ? [await callFunction('migrate')] : [];
  // First what makes notices, so that they go out in the same minute.
  const swept = await Promise.all(due.filter((name) => name === 'sweep').map(callFunction));
  const others = await Promise.all(due.filter((name) => name !== 'sweep').map(callFunction));
  const answers = [...migrated, ...swept, ...others];
  const failed = answers.filter((isDone) => !isDone).length;
  if (isRound && failed === 0) await next(now + ROUND_MS);
  return { called: answers.length, failed };
});

/** When the next round is. How far the documents are brought is `migrate`'s to say, and stays. */
async function next(until: number): Promise<void> {
  const isKnown = await updateOne('runs', { _id: 'beat' }, { until });
  if (!isKnown) await put('runs', { _id: 'beat', until });
}
