import { callFunction } from '../kit/functions';
import { serveTimer } from '../kit/serve';
import { put } from '../kit/store';
import { ROUND_MS, dueAt } from './due';

/**
 * The only timer, every minute: it asks which functions have work and calls them. A minute in which nothing is due so costs two
 * calls, its own and one read (docs/decisions/0035). The answer counts the functions that were called and that failed; what
 * failed is still due a minute later.
 */
export const main = serveTimer('beat', async (now) => {
  const { due, isRound } = await dueAt(now);
  // First what makes notices, so that they go out in the same minute.
  const swept = await Promise.all(due.filter((name) => name === 'sweep').map(callFunction));
  const others = await Promise.all(due.filter((name) => name !== 'sweep').map(callFunction));
  const answers = [...swept, ...others];
  const failed = answers.filter((isDone) => !isDone).length;
  if (isRound && failed === 0) await put('runs', { _id: 'beat', until: now + ROUND_MS });
  return { called: due.length, failed };
});
