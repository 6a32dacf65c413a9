import { type Rejection, reject } from '../../contract/errors';
import { isStale } from '../../contract/upload';
import { keyOf, listsOf, unseen } from '../domain/case/photos';
import type { CaseDoc, PhotoCheckDoc, UploadDoc } from '../domain/documents';
import { HEAD_BYTES, faultOfPhoto } from '../domain/photo';
import { limits } from '../../contract/limits';
import { beginningOf, liesIn, linksById, remove } from './storage';
import type { Context } from './context';
import { checkIdOf } from './photo-checks';
import { find, is } from './store';

/** Photos: what comes in is looked at, and what is shown is a link that runs out. */

/** A picture that this person has put into their own folder of a kind (`cases/rs-01/…`). */
export const isOwnPhoto = (kind: 'cases' | 'reviews' | 'faces', personId: string, fileId: string): boolean =>
  liesIn(`${kind}/${personId}`, fileId) && /\/[\w.-]+\.(?:jpe?g|png|webp)$/i.test(fileId);

/** Where a person puts photos; no other folder is taken from them. */
export const folderOf = (of: UploadDoc['of'], personId: string, caseId = ''): string =>
  of === 'papers' || of === 'samples' ? `${of}/${caseId}/${personId}` : `${of}/${personId}`;

/**
 * Are these photos that this person put there for this case? `field` of the input is where a fault is shown.
 * Errors: BAD_INPUT for another's or another case's, those of `unfitFiles`.
 */
export async function unfitPhotos(
  photos: readonly string[],
  caseId: string,
  { who, now }: Context,
  field = 'add',
): Promise<Rejection | undefined> {
  if (!photos.every((photo) => liesIn(folderOf('papers', who._id, caseId), photo)))
    return reject('BAD_INPUT', { [field]: '照片不是您给这件放的，请重新选。' });
  return unfitFiles(photos, now, field);
}

/**
 * Are they photos, and not too long there? What is none is deleted: nobody would find it again.
 * Errors: PHOTO_STALE, PHOTO_UNFIT by content and size.
 */
export async function unfitFiles(
  photos: readonly string[],
  now: number,
  field = 'photos',
): Promise<Rejection | undefined> {
  if (photos.some((photo) => isStale(photo, now)))
    return reject('PHOTO_STALE', { [field]: '照片放了一天多，已经清掉了，请重新放一次。' });
  const looked = await Promise.all(
    photos.map(async (photo) => ({ photo, fault: faultOfPhoto(await beginningOf(photo, HEAD_BYTES)) })),
  );
  const unfit = looked.filter(({ fault }) => fault !== undefined);
  const [first] = unfit;
  if (!first) return undefined;
  await remove(unfit.map(({ photo }) => photo));
  return reject('PHOTO_UNFIT', { [field]: first.fault ?? '' });
}

/**
 * Where the photos of each paper and message can be looked at, and the slips of each original; without those that WeChat says may not
 * be shown. `marks`: with those marked that it has not answered about.
 */
export async function photoLinks(kase: CaseDoc, { marks }: { marks: boolean }) {
  const all = listsOf(kase);
  const shown = all.flatMap(({ photos }) => photos);
  const [links, checks] = await Promise.all([linksById(shown, limits.linkSeconds), checksOf(shown)]);
  // Of a photo that another case of the bundle has, its row alone tells.
  const own = unseen(kase).filter((photo) => photo.includes(`/${kase._id}/`));
  const isWaiting = (photo: string) => marks && (checks.has(photo) || own.includes(photo));
  return all
    .filter(({ photos }) => photos.length > 0)
    .map(({ id, photos }) => ({
      paper: id,
      photos: photos.flatMap((photo) => {
        const url = links.get(photo);
        if (url === undefined || checks.get(photo)?.isRisky) return [];
        return { key: keyOf(photo), url, ...(isWaiting(photo) && { isChecked: false as const }) };
      }),
    }));
}

/** Links to photos that stand in no list of their own, without those that may not be shown. */
export async function plainLinks(photos: readonly string[]): Promise<string[]> {
  if (photos.length === 0) return [];
  const [links, checks] = await Promise.all([linksById(photos, limits.linkSeconds), checksOf(photos)]);
  return [...links].flatMap(([photo, url]) => (checks.get(photo)?.isRisky ? [] : url));
}

/** What WeChat has still to say of these photos, by their ids. */
async function checksOf(photos: readonly string[]): Promise<Map<string, PhotoCheckDoc>> {
  if (photos.length === 0) return new Map();
  const ids = photos.map(checkIdOf);
  const checks = await find('photoChecks', { _id: is.in(ids) }, { orderBy: [], limit: ids.length });
  return new Map(checks.map((check) => [check.photo, check]));
}
