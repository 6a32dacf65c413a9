import type { ActionName } from '../../contract/actions';
import { ofInstance, ofReads, ofWrites, possibleFrom, sayFrom } from '../../contract/brakes';
import { type Rejection, reject } from '../../contract/errors';
import { keep } from './memory';

/** Persons and actions that an instance remembers; beyond them the entry that is longest unused is forgotten. */
const REMEMBERED = 20_000;

/**
 * What this instance was asked for, by person and action. It costs no call of the database: one person's calls, one after
 * the other, come to the same warm instance. A person who asks from everywhere at once meets the counts of the records.
 */
const asked = keep<number[]>();

/** Refuses what a person asks of this instance too often; what is refused does not count. Errors: TOO_OFTEN. */
export function brake(
  openid: string,
  action: ActionName,
  { writes }: { writes: boolean },
  now: number,
): Rejection | undefined {
  const row = ofInstance[action] ?? (writes ? ofWrites : ofReads);
  const key = `${openid}\n${action}`;
  const times = asked.get(key) ?? [];
  const from = possibleFrom(times, row, now);
  if (from !== undefined) return reject('TOO_OFTEN', { action: sayFrom(from, now) });
  times.push(now);
  if (times.length > row.most) times.shift();
  asked.delete(key);
  asked.set(key, times);
  if (asked.size > REMEMBERED) for (const oldest of asked.keys()) return void asked.delete(oldest);
  return undefined;
}
