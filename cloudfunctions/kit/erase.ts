import type { KeepingChange } from '../../contract/keeping';
import { sha256 } from '../domain/sha256';
import { answerIdOf } from '../domain/catalog/answer';
import { isOfStaff } from '../domain/case/complaint';
import { photosOf } from '../domain/case/photos';
import type { CaseDoc, DataRequestDoc, NoticeDoc, PersonDoc } from '../domain/documents';
import { GONE, maskName } from '../domain/mask';
import {
  erasedCase,
  erasedReview,
  tombstoneOf,
  unnamed,
  withoutAsker,
  workOnly,
} from '../domain/privacy/erase';
import { isUnfinished, leavingFields } from '../domain/privacy/leaving';
import { withEntry } from '../domain/review/batch';
import { inHundreds } from './page';
import { forgetEvents, forgetLeaves } from './forget-leaves';
import { isStaff } from './people';
import { earlierIds } from './merged';
import { checkIdOf } from './photo-checks';
import { keepingOf } from './reference';
import { remove } from './storage';
import { find, get, is, put, removeOne, transact, updateOne } from './store';
import { budget } from './whole';
import { replace } from './write';

/**
 * 注销: takes a person out of every document that names them, in steps, each in portions. How far it has come stands in the request;
 * a run that was killed is gone on with, and what is done twice is the same. Its cost is that of this person's documents.
 */

/** Documents of one read: a case of theirs may be large. */
const PORTION = 20;
const TRIES = 4;
const dayMs = 86_400_000;
/** Who stands in the journal for what nobody's hand did. */
const SYSTEM = { id: 'system', name: '系统' };

/** Does a complaint of theirs run? Staff who decide on a leaving must not learn of it, so it is waited for here, where nobody is told. */
async function complains({ _id }: PersonDoc): Promise<boolean> {
  for await (const cases of inHundreds('cases', { residentId: _id }, { only: [...leavingFields] }))
    if (cases.some((kase) => isOfStaff(kase) && isUnfinished(kase))) return true;
  return false;
}

/**
 * One run of it; gives the request as it is then: `done`, or with a `runAt` for what there was no time for. While a complaint of theirs runs it has not
 * begun: it is looked at again a day later.
 */
export async function carryErasure(request: DataRequestDoc, now: number): Promise<DataRequestDoc> {
  const hasTime = budget();
  const person = await get('people', request.personId);
  if (!person || person.erasedAt !== undefined) return finish(request, now);
  if (!request.progress && (await complains(person))) {
    const runAt = now + dayMs;
    await updateOne('dataRequests', { _id: request._id }, { runAt });
    return { ...request, runAt };
  }
  let progress = request.progress ?? { step: 0, after: '', count: 0 };
  while (progress.step < steps.length) {
    const step = steps[progress.step];
    if (!step) break;
    const { after, count } = await step(person, progress.after, now);
    progress =
      after === undefined
        ? { step: progress.step + 1, after: '', count: progress.count + count }
        : { step: progress.step, after, count: progress.count + count };
    await updateOne('dataRequests', { _id: request._id }, { progress });
    if (!hasTime()) {
      await updateOne('dataRequests', { _id: request._id }, { runAt: now });
      return { ...request, progress, runAt: now };
    }
  }
  return finish({ ...request, progress }, now);
}

/** A portion of a step, from this `_id` on; `after` undefined: nothing is left of it. */
type Step = (person: PersonDoc, after: string, now: number) => Promise<{ after?: string; count: number }>;

/** The order matters at its ends: first nobody acts as them any more, last their name goes, which the others look for. */
const steps: readonly Step[] = [
  shut,
  family,
  ownCases,
  askedCases,
  joinedCases,
  inbox,
  journal,
  smallThings,
  requests,
  entry,
];

/** Nobody acts as them from here on; who works here still does, for that. */
async function shut(person: PersonDoc, _: string, now: number) {
  if (!isStaff(person)) await updateOne('people', { _id: person._id }, { openid: undefined, goneAt: now });
  return { count: 1 };
}

/** Whom they kept as family does not name them any more, and who kept them does not keep them. */
async function family({ _id, family: kept = [], kin = [] }: PersonDoc) {
  const others = [...new Set([...kept.map(({ personId }) => personId), ...kin.map(({ id }) => id)])];
  for (const id of others)
    await transact(async (tx) => {
      const other = await tx.get('people', id);
      if (!other) return;
      await tx.update('people', id, {
        kin: other.kin?.filter((one) => one.id !== _id),
        family: other.family?.filter(({ personId }) => personId !== _id),
      });
    });
  return { count: others.length };
}

async function ownCases(person: PersonDoc, after: string, now: number) {
  const ids = await find('cases', is.and([{ residentId: person._id }, { _id: is.gt(after) }]), {
    orderBy: [['_id', 'asc']],
    limit: PORTION,
    only: ['no'],
  });
  const keeping = await keepingOf(person.unit.district);
  for (const { _id } of ids) await eraseCase(_id, keeping, now);
  return portion(ids);
}

const portion = (docs: readonly { _id: string }[]) => ({
  after: docs.length < PORTION ? undefined : docs.at(-1)?._id,
  count: docs.length,
});

/** What hangs on a case goes first, then the case itself: a run that dies between finds it again. */
async function eraseCase(id: string, keeping: KeepingChange, now: number): Promise<void> {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const kase = await get('cases', id);
    if (!kase || kase.erased) return;
    await forgetLeaves({ cases: [id] });
    const review = await get('reviews', id);
    const photos = [...photosOf(kase), ...(review?.photos ?? [])];
    await remove(photos);
    for (const photo of photos) await removeOne('photoChecks', checkIdOf(photo));
    await eraseCalls(id);
    await eraseNotices(id);
    const answer = kase.question && (await get('answers', answerIdOf(id)));
    if (answer && answer.state !== 'public') await removeOne('answers', answer._id);
    if (review) await eraseReview(id, now);
    if (!(await replace(kase, erasedCase(kase, now, keeping)))) continue;
    // What was sealed between, with a salt of its own.
    await forgetLeaves({ cases: [id] });
    return;
  }
  throw new Error(`${id}: written again and again meanwhile`);
}

async function eraseCalls(caseId: string): Promise<void> {
  for await (const calls of inHundreds('calls', { caseId }, { only: ['caseId'] }))
    for (const { _id } of calls) await removeOne('calls', _id);
  for await (const calls of inHundreds('callbacks', { caseId }))
    for (const { _id, heard } of calls)
      await updateOne(
        'callbacks',
        { _id },
        { residentName: GONE, ...(heard && { heard: { ...heard, text: undefined } }) },
      );
}

/** The notices of a case, by its id, with which theirs begin. */
async function* noticesOf(caseId: string): AsyncGenerator<NoticeDoc> {
  for (let after = `${caseId}:`; ;) {
    const found = await find('notices', { _id: is.gt(after) }, { orderBy: [['_id', 'asc']], limit: PORTION });
    const own = found.filter(({ _id }) => _id.startsWith(`${caseId}:`));
    yield* own;
    const last = found.at(-1);
    if (own.length < PORTION || !last) return;
    after = last._id;
  }
}

/** Every notice of a case is deleted. */
export async function eraseNotices(caseId: string): Promise<void> {
  for await (const { _id } of noticesOf(caseId)) await removeOne('notices', _id);
}

/** It stays for its batch, without words and without whose it is; what hangs on the wall is taken down. */
function eraseReview(id: string, now: number): Promise<void> {
  return transact(async (tx) => {
    const review = await tx.get('reviews', id);
    if (!review) return;
    const wall = review.wallBatchId === undefined ? undefined : await tx.get('batches', review.wallBatchId);
    if (wall)
      await tx.update(
        'batches',
        wall._id,
        withEntry(wall, id, () => undefined),
      );
    await tx.update('reviews', id, erasedReview(review, now));
  });
}

async function askedCases(person: PersonDoc, after: string) {
  const cases = await find('cases', is.and([{ 'asker.id': person._id }, { _id: is.gt(after) }]), {
    orderBy: [['_id', 'asc']],
    limit: PORTION,
    only: ['no'],
  });
  for (const { _id } of cases) {
    for await (const notice of noticesOf(_id)) {
      const { title, text, brief } = unnamed(notice, person.name);
      if (title !== notice.title || text !== notice.text || brief !== notice.brief)
        await updateOne('notices', { _id: notice._id }, { title, text, brief });
    }
    const review = await get('reviews', _id);
    if (review?.enteredBy?.id === person._id)
      await updateOne('reviews', { _id }, { enteredBy: { id: '', name: GONE } });
    // Last: by this it is not found any more.
    await leaveCase(_id, person);
  }
  return portion(cases);
}

async function joinedCases(person: PersonDoc) {
  const { joined = [] } = person;
  for (const id of joined) await leaveCase(id, person);
  return { count: joined.length };
}

async function leaveCase(id: string, person: PersonDoc): Promise<void> {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const kase: CaseDoc | undefined = await get('cases', id);
    if (!kase) return;
    const without = withoutAsker(kase, person);
    // What they did in it says less from here on: their events are in the chain by their hash alone.
    const seqs = without.events.flatMap((event, i) => (event === kase.events[i] ? [] : event.seq));
    await forgetEvents(id, seqs);
    if (await replace(kase, without)) return;
  }
  throw new Error(`${id}: written again and again meanwhile`);
}

async function inbox({ _id, posts }: PersonDoc) {
  let count = 0;
  const isAtWork = posts.some(({ role }) => role !== 'resident');
  const to = is.in([_id, ...(await earlierIds(_id))]);
  for await (const notices of inHundreds('notices', { to }, { only: ['opens'] }))
    for (const one of notices) {
      // What an agent was told for their work is no data of the resident.
      if (isAtWork && one.opens !== 'resident') continue;
      await removeOne('notices', one._id);
      count += 1;
    }
  return { count };
}

/** What they did stands in the journal with a masked name, as all residents do there. */
async function journal(person: PersonDoc) {
  await forgetLeaves({ people: [person._id, ...(await earlierIds(person._id))] });
  if (isStaff(person)) return { count: 0 };
  let count = 0;
  const theirs = { 'by.id': is.in([person._id, ...(await earlierIds(person._id))]) };
  for await (const entries of inHundreds('journal', theirs, { only: ['by'] }))
    for (const { _id, by } of entries) {
      await forgetLeaves({ journal: [_id] });
      await updateOne('journal', { _id }, { by: { ...by, name: maskName(by.name) } });
      count += 1;
    }
  return { count };
}

/** Files, settings, earlier entries, invitations to them, their name in an import's list. */
async function smallThings(person: PersonDoc, _: string, now: number) {
  const { _id, name, phone, imported } = person;
  for (const table of ['page', 'data']) {
    const made = await get('exports', `copy:${_id}:${table}`);
    if (made) await remove([made.fileId]);
    await removeOne('exports', `copy:${_id}:${table}`);
  }
  if (!isStaff(person)) {
    await removeOne('subscribers', _id);
    for await (const invitations of inHundreds('invitations', { phone }, { only: ['name'] }))
      for (const one of invitations) if (one.name === name) await removeOne('invitations', one._id);
  }
  for await (const parts of inHundreds('people', { 'merged.into': _id }))
    for (const part of parts) await put('people', tombstoneOf(part, now));
  const undone = imported && (await get('imports', imported.id))?.undone;
  if (imported && undone?.kept.some((one) => one.name === name)) {
    const kept = undone.kept.map((one) => (one.name === name ? { ...one, name: maskName(name) } : one));
    await updateOne('imports', { _id: imported.id }, { undone: { ...undone, kept } });
  }
  return { count: 1 };
}

/** That they asked, and what was answered, stays without words. */
async function requests({ _id }: PersonDoc) {
  let count = 0;
  for await (const some of inHundreds('dataRequests', { personId: _id }))
    for (const one of some) {
      const { by, decided } = one;
      await updateOne(
        'dataRequests',
        { _id: one._id },
        {
          name: GONE,
          text: undefined,
          paper: undefined,
          stuck: undefined,
          by: by.isStaff ? by : { ...by, name: GONE },
          ...(decided && { decided: { ...decided, why: undefined } }),
        },
      );
      count += 1;
    }
  return { count };
}

/** Last of all: the name, the number, the door. */
async function entry(person: PersonDoc, _: string, now: number) {
  await transact(async (tx) => {
    const before = await tx.get('people', person._id);
    if (!before || before.erasedAt !== undefined) return;
    await tx.put('people', isStaff(before) ? workOnly(before) : tombstoneOf(before, now));
    await tx.put('journal', {
      _id: sha256(`leave\n${person._id}\n${before.leaving ?? ''}`)
        .toString('hex')
        .slice(0, 32),
      unit: before.unit,
      orgId: before.unit.community ?? before.unit.district,
      at: now,
      by: SYSTEM,
      requestId: before.leaving ?? '',
      what: 'person.leave',
      about: { kind: isStaff(before) ? 'staff' : 'resident', id: person._id, name: maskName(before.name) },
    });
  });
  return { count: 1 };
}

async function finish(request: DataRequestDoc, now: number): Promise<DataRequestDoc> {
  const change = { state: 'done' as const, isOpen: false, runAt: undefined, doneAt: now };
  await updateOne('dataRequests', { _id: request._id }, change);
  return { ...request, ...change };
}
