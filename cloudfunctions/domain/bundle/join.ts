import { isOpen } from '../../../contract/states';
import type { CaseDoc } from '../documents';
import { nameKey } from '../person-key';

/** What a part asks for, beside the item and the person: the kind, and about whom. */
export interface Matter {
  subtype?: string;
  about?: string;
}

/**
 * The open case of the same person and item that a part joins: of the same kind, or of none; about the same one, or about nobody by name. Two
 * children are two matters.
 * @param earlier cases of this person and item, newest first
 */
export function joinable(earlier: readonly CaseDoc[], { subtype, about }: Matter): CaseDoc | undefined {
  const isSame = (kase: CaseDoc) =>
    (kase.subtype === undefined || kase.subtype === subtype) &&
    (kase.about === undefined || about === undefined || nameKey(kase.about) === nameKey(about));
  const open = earlier.filter(({ state }) => isOpen(state)).filter(isSame);
  return open.find((kase) => kase.about !== undefined) ?? open[0];
}
