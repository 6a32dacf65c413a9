import type { Output, Parsed } from '../../contract/actions';
import { ofRequests, possibleFrom, sayFrom } from '../../contract/brakes';
import { type Rejection, isRejection, reject } from '../../contract/errors';
import { isOpen } from '../../contract/states';
import { openCase, submissionOf } from '../domain/case/case';
import { complaintItem } from '../domain/case/complaint';
import { placeOf } from '../domain/case/holder';
import type { Asking } from '../domain/case/request';
import type { CaseDoc, OrgDoc } from '../domain/documents';
import { maskText } from '../domain/mask';
import { answerOf } from '../kit/cases';
import { type Addressed, addressed } from '../kit/complaint';
import type { Context } from '../kit/context';
import { isOwnPhoto, unfitFiles } from '../kit/photos';
import { hoursOf, policyFor } from '../kit/reference';
import { enter } from '../kit/register';
import { isRepeat } from '../kit/repeat';
import type { HandlerOf } from '../kit/serve';
import { find, get, is, transact } from '../kit/store';
import { atHome } from './at-home';
import { heavy } from './list';

type Said = Pick<Parsed<'cases.complain'>, 'about' | 'id' | 'whom' | 'note' | 'photos' | 'phone'>;
type Answer = Output<'cases.complain'>;

/** A resident complains: nobody whom it is about ever reads of it. */
export const complain: HandlerOf<'cases.complain'> = async (context, input) => {
  if (!input.photos.every((photo) => isOwnPhoto('cases', context.who._id, photo)))
    return reject('BAD_INPUT', { photos: '照片不是您传的，请重新选。' });
  if (input.about === 'words' && input.whom === undefined)
    return reject('BAD_INPUT', { whom: '请写投诉谁、哪里。' });
  return openComplaint(context, { resident: await atHome(context.who), channel: 'self' }, input);
};

const TRIES = 5;

/**
 * Opens a complaint, which no agent gets: the case and the mark on those who never learn of it are written at once. The same words
 * again while it is open are the same complaint. Errors: NOBODY_ABOVE, NOT_YOUR_CASE, BAD_INPUT, PHOTO_UNFIT, PHOTO_STALE, TOO_OFTEN, REQUEST_REUSED, BUSY.
 */
export async function openComplaint(
  context: Context,
  asking: Asking,
  said: Said,
): Promise<Answer | Rejection> {
  const { resident } = asking;
  const to = await addressed(resident, said);
  if (isRejection(to)) return to;
  const note = maskText(said.note);
  const { holder } = to;
  const [hours, policy] = await Promise.all([hoursOf(resident.unit.community), policyFor(holder.unit)]);
  const item = complaintItem(policy.values.complaintDays);
  const submission = submissionOf(context.who._id, context.requestId);
  const { _id: residentId } = resident;
  const { phone = resident.phone, photos } = said;
  for (let draw = 0; draw < TRIES; draw += 1) {
    const [known, recent] = await Promise.all([
      earlier(residentId, item.code, submission),
      find(
        'cases',
        { residentId },
        { orderBy: [['submittedAt', 'desc']], limit: ofRequests.most, only: ['submittedAt', 'channel'] },
      ),
    ]);
    const same = known.find(({ requestId }) => requestId === submission);
    if (same) return again(context, same, holder);
    const own = known.filter((kase) => kase.residentId === residentId && kase.serviceCode === item.code);
    const open = own.find(
      (kase) => isOpen(kase.state) && kase.note === note && kase.complaint?.about === to.about,
    );
    if (open) return answer(open, holder, true);
    const isOwn = asking.channel === 'self';
    const times = recent.flatMap((kase) => ((kase.channel === 'self') === isOwn ? kase.submittedAt : []));
    const from = possibleFrom(times, ofRequests, context.now);
    if (from !== undefined) return reject('TOO_OFTEN', { note: sayFrom(from, context.now) });
    const unfit = draw === 0 ? await unfitFiles(photos, context.now) : undefined;
    if (unfit) return unfit;
    if (asking.isNew && draw === 0) await enter(resident);
    const { accused, barred, about } = to;
    const kase = openCase(
      {
        ...asking,
        item,
        mode: 'online',
        note,
        phone,
        photos: photos.length > 0 ? photos : undefined,
        requestId: context.requestId,
        digest: context.digest,
        before: own[0]?.nth ?? 0,
        draw,
        complaint: { to: placeOf(holder), barred, about, accused },
      },
      policy,
      hours,
      context.now,
    );
    if (await write(kase, to)) return answer(kase, holder, false);
  }
  return reject('BUSY');
}

/** From one moment on the complaint is there and every list of those it is about leaves it out. False: id or number is taken. */
function write(kase: CaseDoc, { barred }: Addressed): Promise<boolean> {
  return transact(
    async (tx) => {
      await tx.add('cases', kase);
      for (const id of barred) {
        const person = await tx.get('people', id);
        if (person && !person.isBarred) await tx.update('people', id, { isBarred: true });
      }
      return true;
    },
    { taken: false },
  );
}

/** The newest complaints of this resident, and the case that this submission has made, if it has. */
function earlier(residentId: string, serviceCode: string, submission: string): Promise<CaseDoc[]> {
  return find('cases', is.or([{ residentId, serviceCode }, { requestId: submission }]), {
    orderBy: [['nth', 'desc']],
    limit: 100,
    without: heavy,
  });
}

async function again(context: Context, same: CaseDoc, holder: OrgDoc): Promise<Answer | Rejection> {
  const kase = (await get('cases', same._id)) ?? same;
  const repeated = isRepeat(kase.events[0], context);
  if (isRejection(repeated)) return repeated;
  return { ...answer(kase, holder, false), ...answerOf(kase, context.requestId) };
}

const answer = ({ _id: caseId, no, state, dueAt }: CaseDoc, { name: holder }: OrgDoc, existing: boolean) => ({
  caseId,
  no,
  state,
  dueAt,
  holder,
  existing,
});
