import type { Parsed } from '../../contract/actions';
import { type Rejection, isRejection, reject } from '../../contract/errors';
import type { Asking } from '../domain/case/request';
import type { Asker, PersonDoc } from '../domain/documents';
import { keptOf } from '../domain/family';
import type { Context } from '../kit/context';
import { entryOfKept, otherAt } from '../kit/family';
import { placeOf } from '../kit/places';
import type { HandlerOf } from '../kit/serve';
import { atHome } from './at-home';
import { open } from './open';

/**
 * A resident asks for an agent: for themselves, for one of their family, or once for a neighbour. Errors: those of `open`, FAMILY_NOT_FOUND,
 * FAMILY_SAID_NO, FAMILY_IS_SELF, those of `placeOf`.
 */
export const submit: HandlerOf<'cases.submit'> = async (context, { familyId, neighbour, ...wish }) => {
  if (familyId !== undefined && neighbour)
    return reject('BAD_INPUT', { neighbour: '一次只替一个人办，请选一位。' });
  const asking = neighbour
    ? await forNeighbour(context, neighbour)
    : familyId === undefined
      ? { resident: await atHome(context.who) }
      : await forFamily(context, familyId);
  return isRejection(asking) ? asking : open(context, { ...asking, channel: 'self' }, wish);
};

export type ForOther = Omit<Asking, 'channel'>;

/** Called as the asker calls them, and reached as the asker says: what the register has besides is not for the asker to see. */
export async function forFamily({ who }: Context, familyId: string): Promise<ForOther | Rejection> {
  const kept = keptOf(who, familyId);
  if (isRejection(kept)) return kept;
  const entry = await entryOfKept(kept);
  if (!entry) return reject('FAMILY_NOT_FOUND', { familyId: '请重新记一位。' });
  const { name, phone = who.phone, address, relation, agrees = false } = kept;
  return { resident: { ...entry, name, phone, address }, ...askedBy(who, relation), joins: agrees };
}

async function forNeighbour(
  { who }: Context,
  { name, phone, address, code, orgId }: NonNullable<Parsed<'cases.submit'>['neighbour']>,
): Promise<ForOther | Rejection> {
  const place = await placeOf({ code, orgId });
  if (isRejection(place)) return place;
  const found = await otherAt(place, who, { name, phone, address });
  if (isRejection(found)) return found;
  const resident = { ...found.resident, name, phone: phone ?? who.phone, address };
  return { resident, isNew: found.isNew, ...askedBy(who, 'neighbour') };
}

function askedBy(
  { _id: id, name, phone }: PersonDoc,
  relation: Asker['relation'],
): Pick<Asking, 'asker' | 'by'> {
  return { asker: { id, name, phone, relation }, by: { part: 'asker', id, name } };
}
