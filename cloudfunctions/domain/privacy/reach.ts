import { isOpen } from '../../../contract/states';
import type { CaseDoc } from '../documents';
import { originalsOut } from '../case/custody';
import { type Seen, isUnfinished } from './leaving';

/** 办结以后的电话和门牌: they have days of their own, shorter than the archive's. Rules: docs/decisions/0070. */

/** It has ended and still says how to reach somebody: by this the removal finds it. */
export const reaches = ({
  state,
  contact,
  asker,
}: Pick<CaseDoc, 'state' | 'contact' | 'asker'>): true | undefined =>
  !isOpen(state) && Boolean(contact.phone || contact.address || asker?.phone) ? true : undefined;

/** Nobody has to reach anybody any more. */
export const isUnreached = (kase: Seen): boolean => !isUnfinished(kase) && !originalsOut(kase);

/** The case without them; that there was a resident, and their name, stays with the archive. */
export function withoutReach(kase: CaseDoc): CaseDoc {
  const { contact, asker, foundBy } = kase;
  return {
    ...kase,
    contact: { name: contact.name, phone: '' },
    asker: asker && { ...asker, phone: '' },
    foundBy: foundBy && { ...foundBy, phone: '' },
    reaches: undefined,
  };
}
