import { limits } from '../../contract/limits';
import type { Reading } from '../../contract/models/privacy';
import type { PersonDoc } from '../domain/documents';
import { type Reader, newestFirst, readFields, readingIn, readingsOf } from '../domain/privacy/readers';
import { earlierIds } from '../kit/merged';
import { inHundreds } from '../kit/page';
import type { HandlerOf } from '../kit/serve';
import { find, get, is } from '../kit/store';

/**
 * Who has looked at what is kept of the caller. A page is that of some cases, the newest first; the journal's entries stand on the
 * page of the cases that were asked for before them.
 */
export const readers: HandlerOf<'privacy.readers'> = ({ who }, { cursor }) => readingsBefore(who, cursor);

/** Without whose id it was. */
const told = ({ byId: _, ...reading }: Reader): Reading => reading;

export async function readingsBefore(
  person: PersonDoc,
  cursor?: string,
  /** who reads it instead of the person: what they must never learn of is left out */
  reader?: string,
): Promise<{ readings: Reading[]; cursor?: string }> {
  const { _id } = person;
  const [value = '', after = ''] = cursor?.split(/_(.*)/s) ?? [];
  const before = cursor === undefined ? undefined : Number(value);
  const mine = is.or([{ residentId: _id }, { 'asker.id': _id }]);
  const past = is.or([{ submittedAt: is.lt(before) }, { submittedAt: before, _id: is.lt(after) }]);
  const [found, earlier, imported] = await Promise.all([
    find('cases', before === undefined ? mine : is.and([mine, past]), {
      orderBy: [
        ['submittedAt', 'desc'],
        ['_id', 'desc'],
      ],
      limit: limits.page + 1,
      only: [...readFields, 'barred'],
    }),
    earlierIds(_id),
    person.imported && cursor === undefined ? get('imports', person.imported.id) : undefined,
  ]);
  const cases = found.slice(0, limits.page);
  const last = cases.at(-1);
  const isMore = found.length > cases.length && last !== undefined;
  const seen = cases.filter(({ barred }) => reader === undefined || !barred?.includes(reader));
  const readings: Reading[] = seen.flatMap((kase) => readingsOf(kase, _id).map(told));
  const about = { 'about.id': is.in([_id, ...earlier]) };
  const span = [isMore ? last.submittedAt : 0, before ?? Number.MAX_SAFE_INTEGER] as const;
  for await (const entries of inHundreds('journal', about, {}, { field: 'at', span }))
    readings.push(...entries.flatMap((entry) => readingIn(entry, _id)));
  if (imported) readings.push({ at: imported.at, by: imported.by.name, part: 'manager', how: 'import' });
  return {
    readings: newestFirst(readings),
    cursor: isMore ? `${last.submittedAt}_${last._id}` : undefined,
  };
}
