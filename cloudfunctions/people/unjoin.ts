import { type Rejection, isRejection, reject } from '../../contract/errors';
import type { Merged, PersonDoc } from '../domain/documents';
import { partedFamily } from '../domain/family';
import { checkOf, checked } from '../domain/person-check';
import { personOf } from '../kit/context';
import { record } from '../kit/journal';
import { moveCases } from '../kit/move-cases';
import { partJoined } from '../kit/move-joined';
import { aboutPerson, factsOf } from '../kit/people';
import { UNDO_MS, openRow, overseenPerson } from '../kit/registered';
import type { HandlerOf } from '../kit/serve';
import { transact } from '../kit/store';

/** Parts two entries again within a week: each has what it had, and what came since stays where it is. Errors: UNJOIN_TOO_LATE. */
export const unjoin: HandlerOf<'people.unjoin'> = async (context, { from: fromId }) => {
  const from = await overseenPerson(context, 'people.unjoin', fromId, 'from');
  if (isRejection(from)) return from;
  const { merged } = from;
  if (!merged || context.now >= merged.at + UNDO_MS)
    return reject('UNJOIN_TOO_LATE', { from: '合并过了一周，或者已经撤销了。' });
  // Whose WeChat was put aside may have joined anew since: that entry is theirs.
  const holder = merged.openid === undefined ? undefined : await personOf(merged.openid);
  const openid = holder && holder._id !== merged.into ? undefined : merged.openid;
  // First, so that a run that dies can be asked for again.
  await moveCases(merged.cases, merged.into, fromId);
  const lists = await partJoined({
    from: { id: fromId, joined: from.joined },
    into: { id: merged.into, joined: merged.was.joined },
  });
  const saved = await transact<PersonDoc | Rejection>(async (tx) => {
    const [before, into] = [await tx.get('people', fromId), await tx.get('people', merged.into)];
    if (!before?.merged || !into) return reject('UNJOIN_TOO_LATE', { from: '已经撤销了。' });
    const joined = lists(into);
    const after = checked({ ...before, ...merged.own, openid, joined: joined.from, merged: undefined });
    await tx.put('people', after);
    const was = { ...whatWas(merged), ...partedFamily(into, before), joined: joined.into };
    await tx.update('people', into._id, { ...was, check: checkOf({ ...into, ...was }) });
    await record(tx, context, {
      unit: into.unit,
      orgId: into.unit.community ?? into.unit.district,
      what: 'person.unmerge',
      about: aboutPerson(after),
      after: { ...factsOf(after), count: `${merged.cases.length}件` },
    });
    return after;
  });
  if (isRejection(saved)) return saved;
  return { person: await openRow(saved, context.now), cases: merged.cases.length };
};

/** The fields as they were; one that was not there goes. */
const whatWas = ({ was: { openid, verified, joinedAt, consentAt, shares } }: Merged): Partial<PersonDoc> => ({
  openid,
  verified,
  joinedAt,
  consentAt,
  shares,
});
