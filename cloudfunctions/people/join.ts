import { type Rejection, isRejection, reject } from '../../contract/errors';
import type { Merged, PersonDoc } from '../domain/documents';
import { joinedFamily } from '../domain/family';
import { checked } from '../domain/person-check';
import { record } from '../kit/journal';
import { aboutPerson, factsOf, isStaff } from '../kit/people';
import { moveCases } from '../kit/move-cases';
import { mergeJoined } from '../kit/move-joined';
import { UNDO_MS, openRow, overseenPerson } from '../kit/registered';
import type { HandlerOf } from '../kit/serve';
import { find, is, transact } from '../kit/store';

/** More cases than one resident has. */
const MOST = 1000;

/**
 * Two entries of one person become one: `into` has WeChat, cases, reviews, notices and 我也遇到了 of both; `from` is kept for a week, in which that can be
 * undone. Asking again goes on where a first run died. Errors: SAME_PERSON, JOIN_STAFF, those of `overseenPerson`.
 */
export const join: HandlerOf<'people.join'> = async (context, { from: fromId, into: intoId }) => {
  if (fromId === intoId) return reject('SAME_PERSON', { into: '请选另一个登记。' });
  const from = await overseenPerson(context, 'people.join', fromId, 'from');
  if (isRejection(from)) return from;
  const into = await overseenPerson(context, 'people.join', intoId, 'into');
  if (isRejection(into)) return into;
  if (into.merged || into.goneAt !== undefined)
    return reject('PERSON_NOT_FOUND', { into: '这个登记已经不用了。' });
  const cases = from.merged?.cases ?? (await casesOf(fromId));
  const saved = await transact<PersonDoc | Rejection>(async (tx) => {
    const [before, other] = [await tx.get('people', fromId), await tx.get('people', intoId)];
    if (!before || !other || other.merged) return reject('PERSON_NOT_FOUND', { from: '没有这个人。' });
    if (before.merged)
      return before.merged.into === intoId
        ? other
        : reject('PERSON_NOT_FOUND', { from: '这个登记已经并到别处了。' });
    if (isStaff(before)) return reject('JOIN_STAFF', { from: '请反过来合并。' });
    const { openid, posts, key, nameKey, door } = before;
    const { verified, joinedAt, consentAt, shares, joined } = other;
    const merged: Merged = {
      into: intoId,
      at: context.now,
      by: context.who.name,
      openid,
      cases,
      was: { openid: other.openid, verified, joinedAt, consentAt, shares, joined },
      own: { posts, key, nameKey, door },
    };
    const after = checked({
      ...other,
      ...joinedFamily(other, before),
      openid: other.openid ?? openid,
      verified: verified ?? before.verified,
      joinedAt: joinedAt ?? before.joinedAt,
      consentAt: consentAt ?? before.consentAt,
      shares: undefined,
      changed: { at: context.now, by: context.who.name },
    });
    const gone = {
      openid: undefined,
      check: undefined,
      posts: [],
      key: undefined,
      nameKey: undefined,
      door: undefined,
    };
    await tx.update('people', fromId, { ...gone, merged });
    await tx.put('people', after);
    await record(tx, context, {
      unit: other.unit,
      orgId: other.unit.community ?? other.unit.district,
      what: 'person.merge',
      about: aboutPerson(other),
      before: { ...factsOf(other), count: undefined },
      after: { ...factsOf(after), from: aboutPerson(before).name, count: `${cases.length}件` },
    });
    return after;
  });
  if (isRejection(saved)) return saved;
  await moveCases(cases, fromId, intoId);
  const { joined } = from.merged?.was ?? into;
  await mergeJoined({ from: { id: fromId, joined: from.joined }, into: { id: intoId, joined } });
  const at = from.merged?.at ?? context.now;
  return { person: await openRow(saved, context.now), cases: cases.length, until: at + UNDO_MS };
};

/** Their own, and those they asked for others. */
async function casesOf(residentId: string): Promise<string[]> {
  const found = await find('cases', is.or([{ residentId }, { 'asker.id': residentId }]), {
    orderBy: [['submittedAt', 'desc']],
    limit: MOST,
    only: ['no'],
  });
  return found.map(({ _id }) => _id);
}
