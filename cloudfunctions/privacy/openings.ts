import { isRejection } from '../../contract/errors';
import { limits } from '../../contract/limits';
import { addDays, dayOf, instantOf } from '../../contract/time';
import type { PersonDoc } from '../domain/documents';
import { byReader, listedBy, openedBy, openedIn, type Opened } from '../domain/privacy/openings';
import { readFields } from '../domain/privacy/readers';
import { inHundreds } from '../kit/page';
import { overseenPerson } from '../kit/registered';
import type { HandlerOf } from '../kit/serve';
import { type Query, find, is } from '../kit/store';
import { overseenUnit, unitsUnder, within } from '../kit/units';
import { readingsBefore } from './readers';

/** Cases and entries of the journal that are looked through, the newest; a page says where these were not all. */
const LOOKED = 1000;
/** Readers that a page shows; as many as one read gives. */
const SHOWN = 100;
/** Communities that one condition names. */
const AT_ONCE = 50;

/**
 * 查看记录 of a unit and all under it, of the last days: who opened numbers, doors, photos and entries, the unusual first. A case
 * that was opened says when last (`openedAt`), and other openings are entries of the journal. Errors: `overseenUnit`'s.
 */
export const openings: HandlerOf<'privacy.openings'> = async (context, { orgId, days }) => {
  const unit = await overseenUnit(context, 'privacy.openings', orgId);
  if (isRejection(unit)) return unit;
  const { who, now } = context;
  const from = instantOf(addDays(dayOf(now), 1 - days));
  const span = [from, Number.MAX_SAFE_INTEGER] as const;
  const down = true;
  const all: Opened[] = [];
  let [looked, isMore] = [0, false];
  const own = unit.tier === 'grid' ? [] : await unitsUnder(unit, ['community']);
  const homes = unit.tier === 'grid' ? [unit.unit.community ?? ''] : own.map(({ _id }) => _id);
  for (let i = 0; i < homes.length && !isMore; i += AT_ONCE) {
    const here: Query = { 'unit.community': is.in(homes.slice(i, i + AT_ONCE)) };
    const fields = {
      only: [...readFields, 'contact' as const, 'unit' as const, 'barred' as const, 'openedAt' as const],
    };
    for await (const some of inHundreds('cases', here, fields, { field: 'openedAt', span, down })) {
      for (const kase of some) {
        const isTheirs = unit.tier !== 'grid' || kase.unit.grid === unit._id;
        if (isTheirs && !kase.barred?.includes(who._id)) all.push(...openedIn(kase, from));
      }
      looked += some.length;
      isMore = looked >= LOOKED;
      if (isMore) break;
    }
  }
  const told = [
    [{ 'about.kind': is.in(['resident', 'staff']) }, openedBy],
    [{ 'about.kind': 'unit', what: 'person.export' }, listedBy],
  ] as const;
  for (const [query, opened] of told) {
    let entries = 0;
    for await (const some of inHundreds(
      'journal',
      { ...within(unit), ...query },
      {},
      { field: 'at', span, down },
    )) {
      all.push(...some.flatMap(opened));
      entries += some.length;
      if (entries < LOOKED) continue;
      isMore = true;
      break;
    }
  }
  const ids = [...new Set(all.map(({ byId }) => byId))];
  const known: PersonDoc[] = [];
  for (let i = 0; i < ids.length; i += SHOWN) {
    const some = { _id: is.in(ids.slice(i, i + SHOWN)) };
    known.push(...(await find('people', some, { orderBy: [], limit: SHOWN })));
  }
  const readers = byReader(all, known, limits.page).slice(0, SHOWN);
  return { from, isMore: isMore || readers.length < ids.length, readers };
};

/** Who has opened what of one person, from the beginning, as the person reads it. Errors: `overseenPerson`'s. */
export const readersOf: HandlerOf<'privacy.readersOf'> = async (context, { personId, cursor }) => {
  const person = await overseenPerson(context, 'privacy.readersOf', personId);
  if (isRejection(person)) return person;
  const { readings, cursor: next } = await readingsBefore(person, cursor, context.who._id);
  return { readings, cursor: next };
};
