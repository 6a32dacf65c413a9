import type { ActionName } from '../../contract/actions';
import type { ErrorCode } from '../../contract/errors';
import type { CaseDoc, PersonDoc, Unit } from '../domain/documents';
import { overseesUnit, partsIn } from '../domain/case';

/**
 * The rights table: who may do what to which record. The contract's `roles` say who has an action at all; a row here
 * says whose records it reaches. `open`: the catalogue, for anyone. `own`: only what belongs to the caller.
 */
type Right =
  | 'open'
  | 'own'
  | { case: (who: PersonDoc, kase: CaseDoc) => true | ErrorCode }
  | { unit: (who: PersonDoc, unit: Unit) => true | ErrorCode };

const partner: Right = { case: (who, kase) => partsIn(who, kase).length > 0 || 'NOT_YOUR_CASE' };
const resident: Right = { case: (who, kase) => kase.residentId === who._id || 'NOT_YOUR_CASE' };
const agent: Right = {
  case: (who, kase) =>
    partsIn(who, kase).includes('agent') || (kase.holderId ? 'CASE_TAKEN' : 'NOT_YOUR_CASE'),
};
const overseer: Right = { unit: (who, unit) => overseesUnit(who, unit) || 'UNIT_NOT_YOURS' };

export const rights: Record<ActionName, Right> = {
  'account.session': 'own',
  'account.inbox': 'own',
  'catalog.list': 'open',
  'catalog.search': 'open',
  'catalog.detail': 'open',
  'cases.submit': 'own',
  'cases.mine': 'own',
  'cases.queue': 'own',
  'cases.board': overseer,
  'cases.detail': partner,
  'cases.accept': agent,
  'cases.decline': agent,
  'cases.ask': agent,
  'cases.supply': partner,
  'cases.complete': agent,
  'cases.terminate': partner,
  'cases.urge': resident,
  'cases.cancel': resident,
  'reviews.submit': resident,
  'reviews.scores': overseer,
};

/** May this person do this to this case? True, or the code of the refusal. */
export function mayTouch(action: ActionName, who: PersonDoc, kase: CaseDoc): true | ErrorCode {
  const right = rights[action];
  return typeof right === 'object' && 'case' in right ? right.case(who, kase) : 'FORBIDDEN';
}

/** May this person see this unit? True, or the code of the refusal. */
export function mayOversee(action: ActionName, who: PersonDoc, unit: Unit): true | ErrorCode {
  const right = rights[action];
  return typeof right === 'object' && 'unit' in right ? right.unit(who, unit) : 'FORBIDDEN';
}
