import type { Output, Parsed } from '../../contract/actions';
import { ofRequests, possibleFrom, sayFrom } from '../../contract/brakes';
import { type Rejection, isRejection, reject } from '../../contract/errors';
import { reportCode } from '../../contract/report';
import { itemAt } from '../domain/catalog/local';
import { numbersOf, openCase, submissionOf } from '../domain/case/case';
import { type Reported, isElsewhere, kindAsked, sameReport } from '../domain/case/report';
import type { CaseDoc, PersonDoc } from '../domain/documents';
import { maskText } from '../domain/mask';
import { answerOf } from '../kit/cases';
import { Street, place } from '../kit/dispatch';
import { isOwnPhoto, unfitFiles } from '../kit/photos';
import { placeOf } from '../kit/places';
import { hoursOf, org, policyFor, serviceItem } from '../kit/reference';
import { isRepeat } from '../kit/repeat';
import type { Context } from '../kit/context';
import type { HandlerOf } from '../kit/serve';
import { get } from '../kit/store';
import { atHome } from './at-home';
import { openComplaint } from './complain';
import { complains, latelyAsked } from './open';

const TRIES = 5;

/**
 * 随手报: a report is a case of the place's grid, with the clocks of its kind. Words that complain of the staff are a complaint, as they are
 * wherever they are written. Errors: those of `placeOf`, PLACE_ELSEWHERE, SUBTYPE_NOT_FOUND, TOO_OFTEN, PHOTO_UNFIT, PHOTO_STALE, REQUEST_REUSED,
 * BUSY.
 */
export const report: HandlerOf<'cases.report'> = async (context, input) => {
  const { who, now } = context;
  const { photos, subtype } = input;
  if (!photos.every((photo) => isOwnPhoto('cases', who._id, photo)))
    return reject('BAD_INPUT', { photos: '照片不是您传的，请重新选。' });
  const service = await serviceItem(reportCode);
  if (!service) return reject('SERVICE_NOT_FOUND', { serviceCode: '没有这个事项。' });
  const resident = await atHome(who);
  const reported = await reportedAt(resident, input);
  if (isRejection(reported)) return reported;
  const { unit, isAnonymous } = reported;
  if (await complains(input.note, unit.street)) return complaint(context, resident, input);
  const { item, told } = itemAt(service, unit);
  if (subtype !== undefined && item.subtypes.every(({ code }) => code !== subtype))
    return reject('SUBTYPE_NOT_FOUND', { subtype: '没有这一种，请重新选一个。' });
  const [hours, policy, lately] = await Promise.all([
    hoursOf(unit.community),
    policyFor(unit),
    latelyAsked({ resident, channel: 'self' }),
  ]);
  if (isRejection(lately)) return lately;
  const { recent, times } = lately;
  const note = maskText(input.note);
  const submission = submissionOf(who._id, context.requestId);
  const again = recent.find(({ requestId }) => requestId === submission);
  if (again) return answerAgain(context, again._id);
  const same = sameReport(recent, { note, photos, reported });
  if (same) return answer(same, true);
  const from = possibleFrom(times, ofRequests, now);
  if (from !== undefined) return reject('TOO_OFTEN', { note: sayFrom(from, now) });
  const unfit = await unfitFiles(photos, now);
  if (unfit) return unfit;
  const before = Math.max(0, ...recent.flatMap((kase) => (kase.serviceCode === item.code ? kase.nth : [])));
  const when = { at: now, requestId: context.requestId };
  const { requestId, digest } = context;
  const drawn = (draw: number) =>
    openCase(
      {
        resident,
        channel: 'self',
        item,
        subtype,
        mode: 'online',
        note,
        phone: resident.phone,
        photos: photos.length > 0 ? photos : undefined,
        requestId,
        digest,
        before,
        draw,
        told,
        report: { ...reported, isAnonymous: isAnonymous || undefined },
      },
      policy,
      hours,
      now,
    );
  for (let draw = 0; draw < TRIES; draw += 1) {
    const kase = drawn(draw);
    const street = new Street(kase.unit, now, numbersOf(kase));
    const placed = await place(undefined, kase, street, when, drawn);
    if (placed && placed !== 'gone') return answer(placed, false);
    // Taken: this very request has its case, or the number is another's, then the next is drawn.
    const twin = await get('cases', kase._id);
    if (twin) return answerAgain(context, twin._id);
  }
  return reject('BUSY');
};

/** Where it is. Errors: those of `placeOf`, PLACE_ELSEWHERE. */
async function reportedAt(
  { unit: home }: PersonDoc,
  { place: { code, orgId, landmark, point }, subtype, isAnonymous }: Parsed<'cases.report'>,
): Promise<Reported | Rejection> {
  const found = await placeOf({ code, orgId });
  if (isRejection(found)) return found;
  const { community, grid } = found;
  const { unit } = grid ?? community;
  const district = await org(unit.district);
  const isFar = [landmark, point?.address ?? ''].some((words) => district && isElsewhere(words, district));
  if (isFar || unit.district !== home.district)
    return reject('PLACE_ELSEWHERE', { landmark: `不在${district?.name ?? '本区'}，请打当地的12345。` });
  const words = maskText(landmark);
  return {
    unit,
    gridName: grid?.name,
    kind: kindAsked(subtype),
    landmark: words,
    point,
    isAnonymous: isAnonymous || undefined,
  };
}

/** Written as a report, it complains of the staff: whom it is about its words alone say. */
async function complaint(
  context: Context,
  resident: PersonDoc,
  { note, photos }: Parsed<'cases.report'>,
): Promise<Output<'cases.report'> | Rejection> {
  const said = { about: 'words', note, photos } as const;
  const done = await openComplaint(context, { resident, channel: 'self' }, said);
  if (isRejection(done)) return done;
  const { caseId, no, state, existing, dueAt } = done;
  return { caseId, no, state, existing, dueAt };
}

const answer = ({ _id: caseId, no, state, dueAt }: CaseDoc, existing: boolean) => ({
  caseId,
  no,
  state,
  existing,
  dueAt,
});

/** The answer of the submission that made this case, once more. Errors: REQUEST_REUSED. */
async function answerAgain(context: Context, id: string): Promise<Output<'cases.report'> | Rejection> {
  const kase = await get('cases', id);
  if (!kase) return reject('BUSY');
  const repeated = isRepeat(kase.events[0], context);
  if (isRejection(repeated)) return repeated;
  return { ...answer(kase, false), ...answerOf(kase, context.requestId) };
}
