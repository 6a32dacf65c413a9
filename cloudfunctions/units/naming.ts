import type { Output } from '../../contract/actions';
import { type Rejection, isRejection, reject } from '../../contract/errors';
import { limits } from '../../contract/limits';
import type { OrgDoc } from '../domain/documents';
import { factsOf } from '../domain/units/change';
import { tierBelow } from '../domain/units/tree';
import type { Entry } from '../kit/journal';
import { type Transaction, find, get, transact } from '../kit/store';
import { within } from '../kit/units';

export type Answer = Promise<Output<'units.change'> | Rejection>;

const TRIES = 4;

/** What a unit has below it as it is this moment. */
export async function below(above: OrgDoc): Promise<OrgDoc[]> {
  const tier = tierBelow[above.tier];
  if (!tier) return [];
  return find('orgs', { ...within(above), tier }, { orderBy: [['_id', 'asc']], limit: limits.unitsBelow });
}

/**
 * Gives a name below a unit: `work` decides with the names that are there, in a transaction that goes through only if no other
 * name was given below that unit meanwhile.
 */
export async function naming(
  aboveId: string | undefined,
  work: (tx: Transaction, siblings: OrgDoc[], above: OrgDoc | undefined) => Promise<string | Rejection>,
): Answer {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const seen = aboveId === undefined ? undefined : await get('orgs', aboveId);
    const siblings = seen ? await below(seen) : [];
    const done = await transact(async (tx) => {
      const above = aboveId === undefined ? undefined : await tx.get('orgs', aboveId);
      if (above?.turn !== seen?.turn) return undefined;
      const orgId = await work(tx, siblings, above);
      if (above && !isRejection(orgId)) await tx.update('orgs', above._id, { turn: (above.turn ?? 0) + 1 });
      return orgId;
    });
    if (done !== undefined) return isRejection(done) ? done : { orgId: done };
  }
  return reject('BUSY');
}

/** The entry of a change of a unit. */
export const entryOf = (
  unit: OrgDoc,
  what: Entry['what'],
  before: Partial<OrgDoc>,
  after: Partial<OrgDoc>,
): Entry => ({
  unit: unit.unit,
  orgId: unit._id,
  what,
  about: { kind: 'unit', id: unit._id, name: after.name ?? unit.name },
  before: factsOf(before),
  after: factsOf(after),
});
