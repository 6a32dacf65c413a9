import { randomBytes } from 'node:crypto';
import type { Output, Parsed } from '../../contract/actions';
import { CONSULTATION } from '../../contract/consultation';
import { ofRequests, possibleFrom, sayFrom } from '../../contract/brakes';
import { type Rejection, isRejection, reject } from '../../contract/errors';
import { isOpen } from '../../contract/states';
import { added, sameMatter, saysAlready } from '../domain/case/addition';
import { type Request, numbersOf, openCase, submissionOf } from '../domain/case/case';
import { blames, isComplaint } from '../domain/case/complaint';
import { type Asking, requestOf } from '../domain/case/request';
import { fourDigits } from '../domain/codes';
import { itemAt } from '../domain/catalog/local';
import { mustAdvance } from '../domain/case/timeline';
import type { CaseDoc, Hours, OrgDoc } from '../domain/documents';
import { faultOfAppointment } from '../domain/time/appointment';
import { answerOf } from '../kit/cases';
import { refusedWords } from '../kit/content';
import type { Context } from '../kit/context';
import { Street, agentsNear, place } from '../kit/dispatch';
import { hoursOf, org, policyFor, serviceItem } from '../kit/reference';
import { enter } from '../kit/register';
import { isRepeat } from '../kit/repeat';
import { find, get, is } from '../kit/store';
import { replace } from '../kit/write';
import { openComplaint } from './complain';
import { heavy } from './list';

const TRIES = 5;

/**
 * Opens a case: it and its first offer are written at once. Asking again for what is still open adds the words to that case
 * instead of making a second one, also when both requests run at the same time: both make the same id
 * (domain/case/case.ts). What is another matter each time (`openAtOnce`) is another case. What complains of the staff becomes a
 * complaint, whatever item it was asked for by. Who asks for somebody else sees of an open case only what they may (`joins`). Errors: SERVICE_NOT_FOUND, SUBTYPE_NOT_FOUND, MODE_NOT_OFFERED, APPOINTMENT_PAST,
 * APPOINTMENT_TOO_FAR, APPOINTMENT_CLOSED, SLOT_GONE, ADDRESS_NEEDED, PHONE_NEEDED, REQUEST_REUSED, UNIT_CLOSED, SERVICE_NOT_HERE, FAMILY_SAID_NO, BAD_INPUT, BUSY.
 */
export async function open(
  context: Context,
  asking: Asking,
  input: Parsed<'cases.submit'>,
): Promise<Output<'cases.submit'> | Rejection> {
  const service = await serviceItem(input.serviceCode);
  if (!service) return reject('SERVICE_NOT_FOUND', { serviceCode: '没有这个事项。' });
  const { offered, item, told } = itemAt(service, asking.resident.unit);
  if (await complains(input.note, asking.resident.unit.street)) return complaint(context, asking, input);
  const request = requestOf(asking, item, input, context);
  if (isRejection(request)) return request;
  // An answer to it may become a public one.
  const risky = item.code === CONSULTATION ? await refusedWords(context, 'note', input.note) : undefined;
  if (risky) return risky;
  const { _id: residentId, unit } = asking.resident;
  const { community, grid } = unit;
  const [hours, policy] = await Promise.all([hoursOf(community), policyFor(unit)]);
  const gridName = grid === undefined ? undefined : (await org(grid))?.name;
  const submission = submissionOf(context.who._id, context.requestId);
  const { asker } = asking;
  const lately = await latelyAsked(asking);
  if (isRejection(lately)) return lately;
  const { recent, times } = lately;

  for (let draw = 0; draw < TRIES; draw += 1) {
    const among = recent.filter((kase) => kase.serviceCode === item.code);
    // The earlier case of this item may be older than the recent ones, or dated by a wrong clock: then it is read by itself. And
    // where nothing could be written, this very request may have its case already, of another item or for another person.
    const isAmong = draw === 0 && (among.length > 0 || recent.length < ofRequests.most);
    const known = isAmong
      ? among.sort((a, b) => b.nth - a.nth)
      : await casesOf(residentId, item.code, draw > 0 ? submission : undefined);
    const same = known.find((kase) => kase.requestId === submission);
    if (same) return answerAgain(context, (await get('cases', same._id)) ?? same);
    const earlier = known.filter((kase) => kase.residentId === residentId && kase.serviceCode === item.code);
    const open = sameMatter(earlier, request);
    if (open) {
      const joined = await addTo(context, await get('cases', open._id), request, asking.joins);
      if (isRejection(joined)) return joined;
      if (!joined) continue;
      if (asker && joined.asker?.id !== asker.id) return { ...hidden, state: 'submitted', existing: true };
      return { caseId: joined._id, no: joined.no, state: joined.state, existing: true };
    }
    const heard = await addedBefore(context, earlier[0], asker);
    if (heard) return heard;
    const home = community === undefined ? undefined : await org(community);
    if (home?.closedAt !== undefined) return closed(home);
    if (!offered)
      return reject('SERVICE_NOT_HERE', { serviceCode: `${home?.name ?? '这个社区'}不办这件事。` });
    const { appointmentAt } = request;
    const fault = appointmentAt !== undefined && faultOfAppointment(hours, appointmentAt, context.now);
    if (fault) return fault;

    const from = possibleFrom(times, ofRequests, context.now);
    if (from !== undefined) return reject('TOO_OFTEN', { serviceCode: sayFrom(from, context.now) });

    const before = earlier[0]?.nth ?? 0;
    // All that can be refused has been looked at: nothing is written before.
    if (asking.isNew && draw === 0) await enter(asking.resident);
    const code = fourDigits(randomBytes(8));
    const drawn = (nth: number) =>
      openCase({ ...request, code, gridName, before, draw: nth, told }, policy, hours, context.now);
    const kase = drawn(draw);
    const when = { at: context.now, requestId: context.requestId };
    const street = new Street(kase.unit, context.now, numbersOf(kase));
    const placed = await place(undefined, kase, street, when, drawn);
    if (placed === 'gone') return reject('SLOT_GONE', { appointment: gone });
    if (placed) return { caseId: placed._id, no: placed.no, state: placed.state, existing: false };
    // The id is taken: the other request of the same moment won. Or the number is: draw another. Or this request has its case.
  }
  return reject('BUSY');
}

/** The answer to words that this very request has added to a case which has ended since: sent again they would open another. */
async function addedBefore(
  context: Context,
  last: CaseDoc | undefined,
  asker: Asking['asker'],
): Promise<Output<'cases.submit'> | Rejection | undefined> {
  const { who, requestId } = context;
  if (!last || isOpen(last.state) || !last.additions?.includes(submissionOf(who._id, requestId)))
    return undefined;
  const kase = await get('cases', last._id);
  const entry = kase?.events.find((event) => event.requestId === requestId && event.by.id === who._id);
  const repeated = isRepeat(entry, context);
  if (isRejection(repeated)) return repeated;
  if (!kase || !repeated) return undefined;
  if (asker && kase.asker?.id !== asker.id) return { ...hidden, state: 'submitted', existing: true };
  return { ...answerOf(kase, requestId), existing: true };
}

/** Said beside the hours that are left. */
const gone = '这个时间刚约满了，请另选一个。';

/** A community that was closed: its residents are told whom to ask. */
export function closed({ name, phone }: OrgDoc): Rejection {
  return reject('UNIT_CLOSED', { orgId: `${name}已经撤销了，请打${phone || '12345'}问一问归哪里。` });
}

const isByResident = (channel: CaseDoc['channel'], asker: unknown) =>
  channel === 'self' && asker === undefined;

/** The words are added to what the resident has asked for themselves: its number and its state are theirs. */
export const hidden = { caseId: '', no: '', hidden: true } as const;

/**
 * The newest cases of whom it is for, and when was asked what counts against asking too often. What staff write down for a resident, or their
 * family asks, does not keep the resident from asking. Errors: FAMILY_SAID_NO.
 */
export async function latelyAsked({ resident, asker, channel, joins }: Asking) {
  const [recent, asked] = await Promise.all([
    recentCases({ residentId: resident._id }),
    asker && recentCases({ 'asker.id': asker.id }),
  ]);
  const wasDismissed = recent.some(({ dismissed }) => asker && dismissed?.includes(asker.id));
  if (wasDismissed && !joins) return reject('FAMILY_SAID_NO', { name: '请先跟本人说好。' });
  const isOwn = isByResident(channel, asker);
  const counted = asked ?? recent.filter((kase) => isByResident(kase.channel, kase.asker) === isOwn);
  return { recent, times: timesOf(counted) };
}

/** When these were asked for: a bundle was asked for once. */
const timesOf = (cases: readonly CaseDoc[]): number[] => [
  ...new Map(cases.map(({ _id, bundle, submittedAt }) => [bundle?.id ?? _id, submittedAt])).values(),
];

/** The newest cases of this resident, or for others by this asker: as many as tell whether they ask too often. */
function recentCases(whose: { residentId: string } | { 'asker.id': string }): Promise<CaseDoc[]> {
  return find('cases', whose, { orderBy: [['submittedAt', 'desc']], limit: ofRequests.most, without: heavy });
}

/** Do the words complain of the staff? */
export async function complains(note: string, street: string | undefined): Promise<boolean> {
  if (isComplaint(note)) return true;
  return (
    blames(note) &&
    isComplaint(
      note,
      (await agentsNear(street)).map(({ name }) => name),
    )
  );
}

/** A complaint that was written as a request: whom it is about, its words alone say. Who writes it down is not told who holds it. */
async function complaint(
  context: Context,
  asking: Asking,
  { note, phone }: Parsed<'cases.submit'>,
): Promise<Output<'cases.submit'> | Rejection> {
  const done = await openComplaint(context, asking, { about: 'words', note, phone, photos: [] });
  if (isRejection(done)) return done;
  const { caseId, no, state, existing } = done;
  return { caseId, no, state, existing };
}

/** The open case with what was said now; undefined where it was changed meanwhile, or has ended. */
async function addTo(
  context: Context,
  kase: CaseDoc | undefined,
  request: Pick<Request, 'item' | 'subtype' | 'note' | 'by' | 'asker'>,
  joins = false,
): Promise<CaseDoc | Rejection | undefined> {
  const { who, requestId } = context;
  if (!kase || !isOpen(kase.state)) return undefined;
  const before = kase.events.find((event) => event.requestId === requestId && event.by.id === who._id);
  const repeated = isRepeat(before, context);
  if (isRejection(repeated)) return repeated;
  const { asker } = request;
  // One asks for a case; who is there already stays.
  const enters = joins && asker !== undefined && kase.asker === undefined;
  if (repeated || (saysAlready(kase, request) && !enters)) return kase;
  const next = withWords(context, kase, request, enters, await hoursOf(kase.unit.community));
  return (await replace(kase, next)) ? next : undefined;
}

/** The open case with the words of a request; `enters`: who asks has a part in it from now on. */
export function withWords(
  { now, who, requestId, digest }: Context,
  kase: CaseDoc,
  request: Pick<Request, 'item' | 'subtype' | 'note' | 'by' | 'asker'>,
  enters: boolean,
  hours: Hours,
): CaseDoc {
  const { text, change } = added(kase, request, hours, now);
  const { asker } = request;
  if (enters && asker) {
    change.asker = asker;
    change.conflicts = [...kase.conflicts, asker.id];
  }
  change.additions = [...(kase.additions ?? []), submissionOf(who._id, requestId)].slice(-ofRequests.most);
  const by = request.by ?? { part: 'resident', id: who._id, name: who.name };
  return mustAdvance(kase, { do: 'add', by, at: now, requestId, digest, text }, change);
}

/** The answer of the submission that made this case, once more. Errors: REQUEST_REUSED. */
function answerAgain(context: Context, kase: CaseDoc): Output<'cases.submit'> | Rejection {
  const repeated = isRepeat(kase.events[0], context);
  return isRejection(repeated) ? repeated : { ...answerOf(kase, context.requestId), existing: false };
}

/**
 * This resident's cases of this item, newest first; only the newest few matter. With a submission also the case that it made, whosever and
 * of whatever item.
 */
function casesOf(residentId: string, serviceCode: string, submission?: string): Promise<CaseDoc[]> {
  const own = { residentId, serviceCode };
  return find('cases', submission === undefined ? own : is.or([own, { requestId: submission }]), {
    orderBy: [['nth', 'desc']],
    limit: submission === undefined ? 5 : 100,
    without: heavy,
  });
}
