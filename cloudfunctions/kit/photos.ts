import { type Rejection, reject } from '../../contract/errors';
import { keyOf } from '../domain/case/papers';
import type { CaseDoc } from '../domain/documents';
import { HEAD_BYTES, faultOfPhoto } from '../domain/photo';
import { limits } from '../../contract/limits';
import { beginningOf, liesIn, linksById, remove } from './storage';

/** Photos: what comes in is looked at, and what is shown is a link that runs out. */

/** A picture that this person has put into their own folder of a kind (`cases/rs-01/…`). */
export const isOwnPhoto = (kind: 'cases' | 'reviews', personId: string, fileId: string): boolean =>
  liesIn(`${kind}/${personId}`, fileId) && /\/[\w.-]+\.(?:jpe?g|png|webp)$/i.test(fileId);

/** Where a person puts the photos of a case; no other folder is taken from them. */
const folderOf = (caseId: string, personId: string) => `papers/${caseId}/${personId}`;

/**
 * Are these photos that this person put there for this case? What is none is deleted: nobody would find it again.
 * Errors: BAD_INPUT for another's or another case's, PHOTO_UNFIT by content and size.
 */
export async function unfitPhotos(
  photos: readonly string[],
  caseId: string,
  personId: string,
): Promise<Rejection | undefined> {
  if (!photos.every((photo) => liesIn(folderOf(caseId, personId), photo)))
    return reject('BAD_INPUT', { add: '照片不是您给这件放的，请重新选。' });
  const looked = await Promise.all(
    photos.map(async (photo) => ({ photo, fault: faultOfPhoto(await beginningOf(photo, HEAD_BYTES)) })),
  );
  const unfit = looked.filter(({ fault }) => fault !== undefined);
  const [first] = unfit;
  if (!first) return undefined;
  await remove(unfit.map(({ photo }) => photo));
  return reject('PHOTO_UNFIT', { add: first.fault ?? '' });
}

/** Where the photos of each paper can be looked at, and the slips of each original. */
export async function photoLinks({ papers = [], custody = [] }: Pick<CaseDoc, 'papers' | 'custody'>) {
  const all = [...papers, ...custody.map(({ id, slips }) => ({ id, photos: slips }))];
  const links = await linksById(
    all.flatMap(({ photos }) => photos),
    limits.linkSeconds,
  );
  return all
    .filter(({ photos }) => photos.length > 0)
    .map(({ id, photos }) => ({
      paper: id,
      photos: photos.flatMap((photo) => {
        const url = links.get(photo);
        return url === undefined ? [] : { key: keyOf(photo), url };
      }),
    }));
}
