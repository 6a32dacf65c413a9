import { type Rejection, isRejection, reject } from '../../contract/errors';
import { dismissed } from '../domain/family';
import type { PersonDoc } from '../domain/documents';
import { changeCase } from '../kit/cases';
import type { Context } from '../kit/context';
import type { HandlerOf } from '../kit/serve';
import { find, get, transact } from '../kit/store';
import { askerRows } from './family';

/** More cases than one resident has that others asked for. */
const MOST = 100;

/**
 * Whether somebody may ask for me. The answer stands in both entries; by a no that person also loses sight of my cases, each of which is told
 * so. Again, it goes on where a first run died. Errors: FAMILY_NOT_FOUND.
 */
export const answerFamily: HandlerOf<'account.answerFamily'> = async (context, { askerId, agrees }) => {
  const { who } = context;
  const link = who.kin?.find(({ id }) => id === askerId);
  if (!link) return reject('FAMILY_NOT_FOUND', { askerId: '他没有把您记作家人。' });
  const asker = await get('people', link.id);
  const entryId = asker?.merged?.into ?? link.id;
  const saved = await transact<PersonDoc>(async (tx) => {
    const me = (await tx.get('people', who._id)) ?? who;
    const theirs = await tx.get('people', entryId);
    const kin = me.kin?.map((one) => (one.id === askerId ? { ...one, agrees } : one));
    const family = theirs?.family?.map((one) => (one.id === link.keptId ? { ...one, agrees } : one));
    await tx.update('people', me._id, { kin });
    if (theirs) await tx.update('people', theirs._id, { family });
    return { ...me, kin };
  });
  const refused = agrees ? undefined : await dismiss(context, entryId);
  return refused ?? { askers: askerRows(saved) };
};

/** Takes an asker out of all cases of the caller's. */
async function dismiss(context: Context, askerId: string): Promise<Rejection | undefined> {
  const { who } = context;
  const cases = await find(
    'cases',
    { residentId: who._id },
    { orderBy: [['submittedAt', 'desc']], limit: MOST, only: ['asker'] },
  );
  for (const { _id } of cases.filter(({ asker }) => asker?.id === askerId)) {
    const done = await changeCase(context, 'dismiss', _id, dismissed);
    // Gone from it by another way meanwhile.
    if (isRejection(done) && done.code !== 'FAMILY_NOT_FOUND') return done;
  }
  return undefined;
}
