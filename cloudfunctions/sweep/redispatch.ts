import { place } from '../kit/dispatch';
import { find, is } from '../kit/store';

const BATCH = 50;

/** Looks again for an agent for the cases that nobody has, the oldest first: someone may be back on duty or have a hand free. */
export async function redispatch(now: number): Promise<Record<string, number>> {
  const waiting = await find(
    'cases',
    { dispatchAt: is.lte(now) },
    { orderBy: [['submittedAt', 'asc']], limit: BATCH },
  );
  const counts = { found: waiting.length, offered: 0, put_off: 0, moved: 0 };
  for (const kase of waiting) {
    const placed = await place(kase, 'replace', `sweep-${now}`, now);
    if (!placed) counts.moved += 1;
    else if (placed.state === 'offered') counts.offered += 1;
    else counts.put_off += 1;
  }
  return counts;
}
