import { type Rejection, isRejection, reject } from '../../contract/errors';
import { OPEN } from '../../contract/states';
import type { OrgDoc } from '../domain/documents';
import { faultOfName } from '../domain/units/change';
import { aboveOf } from '../domain/units/tree';
import { type Answer, addUnit, below, editUnit, entryOf, naming } from '../kit/change-unit';
import type { Context } from '../kit/context';
import { isRecorded, record } from '../kit/journal';
import type { HandlerOf } from '../kit/serve';
import { type Transaction, count, get, is } from '../kit/store';
import { householdsOf, overseenUnit } from '../kit/units';
import { goWhole } from './whole';

/**
 * One change of the tree, with its entry in the journal. Errors: UNIT_NOT_FOUND, UNIT_NOT_YOURS, UNIT_NAME_TAKEN, UNIT_CLOSED,
 * UNIT_IN_USE, UNIT_CANNOT_BE_THERE, TOO_MANY_UNITS, REQUEST_REUSED, BUSY.
 */
export const change: HandlerOf<'units.change'> = async (context, input) => {
  if (input.do === 'add') return addUnit(context, input);
  if (input.do === 'edit') return editUnit(context, input);
  const overseen = await overseenUnit(context, 'units.change', input.orgId);
  if (isRejection(overseen)) return overseen;
  switch (input.do) {
    case 'close':
      return close(context, input.orgId);
    case 'reopen':
      return reopen(context, input.orgId);
    case 'merge':
    case 'move':
      return goWhole(context, input);
  }
};

/** Why a unit cannot be closed yet; undefined where it can. */
async function whyInUse(unit: OrgDoc): Promise<string | undefined> {
  const [cases, units] = await Promise.all([
    count('cases', { ...householdsOf(unit), state: is.in(OPEN) }),
    below(unit),
  ]);
  const open = units.filter(({ closedAt }) => closedAt === undefined).length;
  if (open > 0) return `下面还有${open}个单位没有撤销，请先撤销或者并掉。`;
  return cases > 0 ? `还有${cases}件没办完，请先办完或者转走。` : undefined;
}

async function close(context: Context, orgId: string): Answer {
  const unit = await get('orgs', orgId);
  if (unit?.tier === 'district') return reject('UNIT_IN_USE', { orgId: '区是最上面一级，不能撤销。' });
  const use = unit && unit.closedAt === undefined ? await whyInUse(unit) : undefined;
  if (use) return reject('UNIT_IN_USE', { orgId: use });
  return naming(undefined, (tx) => setClosed(tx, context, orgId, context.now));
}

/** Opens a closed unit again, where its name is still free and the unit above it is open. */
async function reopen(context: Context, orgId: string): Answer {
  const unit = await get('orgs', orgId);
  return naming(unit && aboveOf(unit), async (tx, siblings, above) => {
    if (above?.closedAt !== undefined)
      return reject('UNIT_CLOSED', { orgId: `${above.name}已经撤销了，请先恢复它。` });
    const fault = unit && faultOfName(unit.name, siblings, orgId);
    return fault ?? setClosed(tx, context, orgId, undefined);
  });
}

/** Sets whether a unit is closed; one that is so already is left as it is. */
async function setClosed(
  tx: Transaction,
  context: Context,
  orgId: string,
  closedAt: number | undefined,
): Promise<string | Rejection> {
  const isDone = await isRecorded(tx, context, { kind: 'unit', id: orgId });
  if (isRejection(isDone)) return isDone;
  const before = await tx.get('orgs', orgId);
  if (!before) return reject('UNIT_NOT_FOUND', { orgId: '没有这个单位。' });
  if (isDone || (before.closedAt === undefined) === (closedAt === undefined)) return orgId;
  await tx.update('orgs', orgId, { closedAt });
  const what = closedAt === undefined ? 'unit.reopen' : 'unit.close';
  await record(tx, context, entryOf(before, what, before, { ...before, closedAt }));
  return orgId;
}
