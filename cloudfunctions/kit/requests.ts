import { type Rejection, isRejection, reject } from '../../contract/errors';
import type { DataRequest, LeavingView } from '../../contract/models/privacy';
import { isOfStaff } from '../domain/case/complaint';
import { requestAnswered, requestAsked, requestLate } from '../domain/delivery/of-requests';
import type { DataRequestDoc, PersonDoc } from '../domain/documents';
import { maskName } from '../domain/mask';
import { type Seen, leavingFields, leavingOf, requestClock, unleavable } from '../domain/privacy/leaving';
import { sha256 } from '../domain/sha256';
import { cardOf } from '../domain/time/clock';
import { isLastAdmin } from './admins';
import type { Context } from './context';
import { carryErasure } from './erase';
import { record } from './journal';
import { describe, log } from './log';
import { inHundreds } from './page';
import { aboutPerson, isStaff } from './people';
import { isRepeat } from './repeat';
import { hoursOf, keepingOf } from './reference';
import { type Transaction, add, find, get, is, transact, updateOne } from './store';
import { budget } from './whole';

/** 个人信息请求: asked, answered, and carried out by time. */

const dayMs = 86_400_000;
/** Longer than a run may take: after it the next goes on with what a crash left. */
const LEASE_MS = 60_000;

/** As its person sees it; managers read the name masked. */
export function requestView(doc: DataRequestDoc, now: number): DataRequest {
  const { _id: id, decided, by, clock, goOn, state } = doc;
  return {
    id,
    kind: doc.kind,
    state,
    personId: doc.personId,
    name: doc.name,
    orgName: doc.orgName,
    at: doc.at,
    dueAt: doc.dueAt,
    card: state === 'open' ? cardOf(clock, now) : undefined,
    text: doc.text,
    byStaff: by.isStaff && by.name,
    paper: doc.paper,
    waits: goOn,
    stuck: doc.stuck,
    answer: decided && { at: decided.at, by: decided.by.name, ground: decided.ground, why: decided.why },
  };
}

/** What leaving would do to this person, as things stand; to staff (`isTold` false) without complaints, which they must not learn of. */
export async function leavingNow(person: PersonDoc, now: number, isTold = true): Promise<LeavingView> {
  const cases: Seen[] = [];
  const fields = { only: [...leavingFields] };
  for await (const some of inHundreds('cases', { residentId: person._id }, fields))
    cases.push(...some.filter((kase) => isTold || !isOfStaff(kase)));
  const { dueAt } = requestClock(await hoursOf(person.unit.community), now);
  const keeping = await keepingOf(person.unit.district);
  return leavingOf(person, cases, { isLastAdmin: await isLastAdmin(person), dueAt, keeping });
}

/** What is asked, and for whom by which paper. */
interface Wish {
  kind: DataRequestDoc['kind'];
  text?: string;
  goOn: boolean;
  paper?: string;
}

/** Writes a request down, with its notice and its line in the journal. The same request again is the same. Errors: LEAVING_ASKED and `unleavable`'s. */
export async function askFor(
  context: Context,
  person: PersonDoc,
  { kind, text, goOn, paper }: Wish,
): Promise<DataRequestDoc | Rejection> {
  const { who, now, requestId, digest } = context;
  const _id = `dr-${sha256(`${who._id}\n${requestId}`).toString('hex').slice(0, 20)}`;
  const before = await get('dataRequests', _id);
  const repeated = isRepeat(before, context);
  if (isRejection(repeated)) return repeated;
  if (before && repeated) return before;
  const refused =
    kind === 'leave' ? unleavable(await leavingNow(person, now, who._id === person._id), goOn) : undefined;
  if (refused) return refused;
  const clock = requestClock(await hoursOf(person.unit.community), now);
  const home = person.posts.find(({ role }) => role === 'resident') ?? person.posts[0];
  const isByStaff = who._id !== person._id;
  const doc: DataRequestDoc = {
    _id,
    kind,
    personId: person._id,
    name: maskName(person.name),
    unit: person.unit,
    orgName: home?.orgName ?? '',
    at: now,
    by: { id: who._id, name: who.name, ...(isByStaff && { isStaff: true }) },
    paper,
    requestId,
    digest,
    state: 'open',
    isOpen: true,
    text,
    ...(kind === 'leave' && goOn && { goOn }),
    clock,
    dueAt: clock.dueAt,
    runAt: clock.warnAt,
  };
  return transact<DataRequestDoc | Rejection>(
    async (tx) => {
      const entry = await tx.get('people', person._id);
      if (!entry || entry.erasedAt !== undefined)
        return reject('PERSON_NOT_FOUND', { personId: '没有这个人。' });
      if (kind === 'leave' && entry.leaving !== undefined)
        return reject('LEAVING_ASKED', { kind: '提过了，到期就办。' });
      await tx.add('dataRequests', doc);
      if (kind === 'leave') await tx.update('people', person._id, { leaving: _id });
      const orgId = person.unit.community ?? person.unit.district;
      await tx.add('notices', requestAsked(doc, orgId, now));
      await record(tx, context, {
        unit: person.unit,
        orgId,
        what: 'person.ask',
        about: aboutPerson(person),
        after: { request: kind === 'leave' ? '注销' : '更正', paper },
      });
      return doc;
    },
    { taken: doc },
  );
}

/** What closes an open request. `decided` names who and why; a wish that is taken back has none. */
export async function close(
  context: Context,
  doc: DataRequestDoc,
  change: Pick<DataRequestDoc, 'state'> & Partial<Pick<DataRequestDoc, 'decided'>>,
): Promise<DataRequestDoc | Rejection> {
  const isOver = change.state !== 'erasing';
  return transact<DataRequestDoc | Rejection>(async (tx) => {
    const before = await tx.get('dataRequests', doc._id);
    if (!before) return reject('REQUEST_NOT_FOUND', { id: '没有这个请求。' });
    const repeated = isRepeat(before.decided, context);
    if (isRejection(repeated)) return repeated;
    if (repeated || (before.state === 'takenBack' && change.state === 'takenBack')) return before;
    if (before.state !== 'open') return reject('REQUEST_CLOSED', { id: '已经有结果了。' });
    const after: DataRequestDoc = {
      ...before,
      ...change,
      isOpen: !isOver,
      runAt: isOver ? undefined : context.now + LEASE_MS,
      clock: { ...before.clock, stoppedAt: Math.max(context.now, before.at) },
      ...(isOver && { doneAt: Math.max(context.now, before.at) }),
    };
    await tx.put('dataRequests', after);
    if (before.kind === 'leave' && isOver) await freeIn(tx, before);
    if (after.decided) {
      if (isOver) await tx.put('notices', requestAnswered(after, context.now));
      const person = await tx.get('people', before.personId);
      await record(tx, context, {
        unit: before.unit,
        orgId: before.unit.community ?? before.unit.district,
        what: 'person.answer',
        about: {
          kind: person && isStaff(person) ? 'staff' : 'resident',
          id: before.personId,
          name: person?.name ?? before.name,
        },
        after: {
          request: before.kind === 'leave' ? '注销' : '更正',
          answer: isOver && change.state === 'refused' ? '没有照办' : '照办',
        },
      });
    }
    return after;
  });
}

/** The person may ask anew. */
async function freeIn(tx: Transaction, { _id, personId }: DataRequestDoc): Promise<void> {
  const person = await tx.get('people', personId);
  if (person?.leaving === _id) await tx.update('people', personId, { leaving: undefined });
}

/** What the timer has to take in hand: a card to show, a leaving whose day has come, an erasure that goes on. */
export async function requestsDue(now: number): Promise<{ requests: number; erased: number }> {
  const due = await find('dataRequests', { runAt: is.lte(now) }, { orderBy: [['runAt', 'asc']], limit: 20 });
  const hasTime = budget();
  const counts = { requests: 0, erased: 0 };
  for (const doc of due) {
    if (!hasTime()) break;
    // Another run has it in hand.
    if (!(await updateOne('dataRequests', { _id: doc._id, runAt: doc.runAt }, { runAt: now + LEASE_MS })))
      continue;
    try {
      const after = await wake(doc, now);
      counts.requests += 1;
      if (after.state === 'done') counts.erased += 1;
    } catch (error) {
      log({
        function: 'sweep',
        action: 'request',
        requestId: doc._id,
        ms: 0,
        code: 'INTERNAL',
        error: describe(error),
      });
    }
  }
  return counts;
}

async function wake(seen: DataRequestDoc, now: number): Promise<DataRequestDoc> {
  const doc = await followed(seen);
  if (doc.state === 'erasing') return carryErasure(doc, now);
  if (doc.state !== 'open') return set(doc, { runAt: undefined });
  if (now < doc.clock.warnAt) return set(doc, { runAt: doc.clock.warnAt });
  if (now < doc.dueAt) {
    // A leaving is carried out by itself: nobody has to be hurried.
    if (doc.kind === 'correct' && !doc.clock.warned) await tell(doc, 'yellow', now);
    return set(doc, { runAt: doc.dueAt, clock: { ...doc.clock, warned: true } });
  }
  if (doc.kind === 'leave') return leave(doc, now);
  if (!doc.clock.breached) await tell(doc, 'red', now);
  return set(doc, { runAt: undefined, clock: { ...doc.clock, warned: true, breached: true } });
}

/** Its day has come: it is carried out, unless something stands in the way since; then it is looked at every day. */
async function leave(doc: DataRequestDoc, now: number): Promise<DataRequestDoc> {
  const person = await get('people', doc.personId);
  // As managers read it: for a complaint, which they must not learn of, `carryErasure` waits.
  const view = person && person.erasedAt === undefined ? await leavingNow(person, now, false) : undefined;
  const stuck = view && whyNot(view);
  if (stuck === undefined) {
    const begun = { state: 'erasing', runAt: now + LEASE_MS, stuck: undefined } as const;
    const isMine = await updateOne('dataRequests', { _id: doc._id, state: 'open' }, begun);
    return isMine ? carryErasure({ ...doc, ...begun }, now) : doc;
  }
  // What the person chose to wait for is no breach of anybody's.
  const isLate = view?.blocked.length !== 0 || !doc.goOn;
  if (isLate && !doc.clock.breached) await tell({ ...doc, stuck }, 'red', now);
  return set(doc, {
    stuck,
    runAt: now + dayMs,
    clock: isLate ? { ...doc.clock, breached: true } : doc.clock,
  });
}

/** What still stands in the way, in words. */
export function whyNot({ blocked, open }: LeavingView): string | undefined {
  const [first] = blocked;
  if (first) return first.says;
  return open.length > 0
    ? `等这些办完：${[...new Set(open.map(({ serviceName }) => serviceName))].join('、')}。`
    : undefined;
}

/** The unit hears of a card; of a red one the unit above, too. */
async function tell(doc: DataRequestDoc, card: 'yellow' | 'red', now: number): Promise<void> {
  const { community, street, district } = doc.unit;
  const units = [community, street, district].filter((id) => id !== undefined);
  for (const orgId of units.slice(0, card === 'red' ? 2 : 1))
    await add('notices', requestLate(doc, orgId, now, card));
}

/** Whose entry was made one with another since is that person now. */
async function followed(doc: DataRequestDoc): Promise<DataRequestDoc> {
  const into = (await get('people', doc.personId))?.merged?.into;
  if (into === undefined) return doc;
  if (doc.kind === 'leave') await updateOne('people', { _id: into }, { leaving: doc._id });
  return set(doc, { personId: into });
}

async function set(doc: DataRequestDoc, change: Partial<DataRequestDoc>): Promise<DataRequestDoc> {
  await updateOne('dataRequests', { _id: doc._id, state: doc.state }, change);
  return { ...doc, ...change };
}
