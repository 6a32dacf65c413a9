import type { ActionName } from '../../contract/actions';
import { type Rejection, reject } from '../../contract/errors';
import type { PersonRow } from '../../contract/models';
import type { PersonDoc, Unit } from '../domain/documents';
import { asShown, ofPerson } from '../domain/shown';
import type { Context } from './context';
import { mayOversee } from './rights';
import { find, get, is } from './store';

/** How long two entries that were made one can be parted again. */
export const UNDO_MS = 7 * 86_400_000;

/** The same words for an entry of another unit and for none: an id that was guessed must not tell whom there is. */
export const personNotYours = (field: string): Rejection =>
  reject('PERSON_NOT_YOURS', { [field]: '没有这个人，或者他不归您管。' });

/** Why the caller does not oversee a place, as the field of a person says it. */
export function notOverseen(
  { who }: Context,
  action: ActionName,
  unit: Unit,
  field: string,
): Rejection | undefined {
  return mayOversee(action, who, unit) === true ? undefined : personNotYours(field);
}

/** An entry of the register that the caller oversees. Errors: PERSON_NOT_YOURS, also where there is none. */
export async function overseenPerson(
  context: Context,
  action: ActionName,
  id: string,
  field = 'personId',
): Promise<PersonDoc | Rejection> {
  const person = await get('people', id);
  if (!person) return personNotYours(field);
  return notOverseen(context, action, person.unit, field) ?? person;
}

/** The names of grids, read at once. */
export async function gridNames(people: readonly PersonDoc[]): Promise<Map<string, string>> {
  const ids = [...new Set(people.flatMap(({ unit }) => unit.grid ?? []))];
  if (ids.length === 0) return new Map();
  const grids = await find('orgs', { _id: is.in(ids) }, { orderBy: [['_id', 'asc']], limit: ids.length });
  return new Map(grids.map(({ _id, name }) => [_id, name]));
}

/** An entry as staff find it: number and door are hidden until it is opened. */
export function rowOf(person: PersonDoc, grids: Map<string, string>, isOpen = false): PersonRow {
  const { _id: id, name, phone, address, posts, unit, verified, joinedAt, changed, shares, goneAt } = person;
  const seen = isOpen ? 'opened' : 'found';
  const home = posts.find(({ role }) => role === 'resident') ?? posts[0];
  return {
    id,
    name,
    phone: asShown('phone', phone, ofPerson.phone[seen]) ?? '',
    address: asShown('address', address, ofPerson.address[seen]),
    orgId: home?.orgId ?? unit.community ?? unit.district,
    orgName: home?.orgName ?? '',
    gridName: unit.grid === undefined ? undefined : grids.get(unit.grid),
    posts,
    verified,
    hasWechat: person.openid !== undefined,
    joinedAt,
    changed,
    shares,
    goneAt,
  };
}

/** One entry, opened: with those that were made one with it and can be parted again. */
export async function openRow(person: PersonDoc, now: number): Promise<PersonRow> {
  const [grids, parts] = await Promise.all([
    gridNames([person]),
    find('people', { 'merged.into': person._id }, { orderBy: [['_id', 'asc']], limit: 20 }),
  ]);
  const merged = parts.flatMap(({ _id: id, name, merged: of }) =>
    of && now < of.at + UNDO_MS ? [{ id, name, until: of.at + UNDO_MS }] : [],
  );
  return { ...rowOf(person, grids, true), ...(merged.length > 0 ? { merged } : {}) };
}
