import type { CaseDoc, PhotoCheckDoc } from '../domain/documents';
import { refused, unseen } from '../domain/case/photos';
import { settle } from '../domain/case/settle';
import { type When, mustAdvance, system } from '../domain/case/timeline';
import { afterAsking } from '../domain/photo-check';
import { askAboutPhoto } from '../kit/content';
import { checkOf } from '../kit/photo-checks';
import { remove } from '../kit/storage';
import { add, find, get, is, removeOne, transact, updateOne } from '../kit/store';
import { replace, replaceIn } from '../kit/write';

const BATCH = 20;
/** Longer than a run may take: after it another run may take over what a crash left. */
const LEASE_MS = 2 * 60_000;
const TRIES = 4;

/** The case with its new photos handed to the check, each by a row. Done twice, a photo is asked about twice at most. */
export async function handOver(kase: CaseDoc, now: number): Promise<CaseDoc> {
  const photos = unseen(kase);
  if (photos.length === 0) return kase;
  for (const photo of photos) await add('photoChecks', checkOf(photo, { caseId: kase._id }, now));
  return settle({ ...kase, looked: [...(kase.looked ?? []), ...photos] }, now);
}

/** Asks WeChat about the photos whose turn it is, hides what may not be shown, gives up what is never answered. */
export async function looks(now: number): Promise<Record<string, number>> {
  const due = await find(
    'photoChecks',
    { askAt: is.lte(now) },
    { orderBy: [['askAt', 'asc']], limit: BATCH },
  );
  const counts = { looksAsked: 0, looksHidden: 0, looksGivenUp: 0 };
  for (const check of due) {
    const leased = { ...check, askAt: now + LEASE_MS };
    if (!(await updateOne('photoChecks', { _id: check._id, askAt: check.askAt }, { askAt: leased.askAt })))
      continue;
    if (check.isRisky) {
      await hide(check, now);
      counts.looksHidden += 1;
    } else if (check.trace === undefined && (await ask(check, now))) counts.looksAsked += 1;
    else {
      await removeOne('photoChecks', check._id);
      counts.looksGivenUp += 1;
    }
  }
  return counts;
}

/** False: WeChat will not look at it. */
async function ask(check: PhotoCheckDoc, now: number): Promise<boolean> {
  const openid = (await get('people', check.by))?.openid;
  const answer = openid === undefined ? 'never' : await askAboutPhoto(openid, check.photo, now);
  const next = afterAsking(check, answer, now);
  if (next === 'done') return false;
  await updateOne('photoChecks', { _id: check._id }, next);
  return true;
}

/** The file goes first, then it is written: a run that is killed between leaves no photo that may not be shown. */
async function hide(check: PhotoCheckDoc, now: number): Promise<void> {
  await remove([check.photo]);
  const when = { at: now, requestId: `look-${check._id}` };
  // Of an item's picture the file alone goes: what was published stays as it was, and what shows it says that there is none.
  const isDone = await (check.isSample
    ? true
    : check.isFace
      ? hideFace(check)
      : check.isOfReview
        ? hideInReview(check, when)
        : hideInCase(check, when));
  if (isDone) await removeOne('photoChecks', check._id);
}

/** An agent's own: gone from the card of who comes, and they read that on their page. */
async function hideFace({ by, photo }: PhotoCheckDoc): Promise<boolean> {
  await updateOne('agents', { _id: by, photo }, { photo: undefined, isPhotoRefused: true });
  return true;
}

async function hideInCase({ caseId, photo, by: id }: PhotoCheckDoc, when: When): Promise<boolean> {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const kase = await get('cases', caseId);
    const gone = kase && refused(kase, photo);
    if (!gone) return true;
    const { text, change } = gone;
    const step = { do: 'refuse' as const, by: system, ...when, text, from: { id, name: '' } };
    if (await replace(kase, mustAdvance(kase, step, change))) return true;
  }
  return false;
}

function hideInReview({ caseId, photo }: PhotoCheckDoc, when: When): Promise<boolean> {
  return transact(async (tx) => {
    const [kase, review] = [await tx.get('cases', caseId), await tx.get('reviews', caseId)];
    if (!kase || !review?.photos.includes(photo)) return true;
    const photos = review.photos.filter((one) => one !== photo);
    await tx.update('reviews', caseId, { photos, refused: (review.refused ?? 0) + 1 });
    await replaceIn(tx, kase, mustAdvance(kase, { do: 'refuseOfReview', by: system, ...when }));
    return true;
  });
}
