import type { AskerRow } from '../../contract/models';
import type { PersonDoc } from '../domain/documents';
import { familyRows } from '../kit/family';
import type { HandlerOf } from '../kit/serve';

/** 我的家人: whom I ask for, and who asks for me. Every call reads its person: nothing more is read. */
export const family: HandlerOf<'account.family'> = ({ who }) =>
  Promise.resolve({ family: familyRows(who), askers: askerRows(who) });

export const askerRows = ({ kin = [] }: PersonDoc): AskerRow[] => kin.map(({ keptId: _, ...row }) => row);
