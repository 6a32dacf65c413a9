import type { PhotoCheckDoc } from '../domain/documents';
import { sha256 } from '../domain/sha256';
import { whoPut } from '../domain/case/photos';

export const checkIdOf = (photo: string): string => sha256(photo).toString('hex').slice(0, 32);

/** The row by which `sweep` asks WeChat about a photo (docs/decisions/0061). */
export const checkOf = (
  photo: string,
  of: Pick<PhotoCheckDoc, 'caseId' | 'isOfReview' | 'isFace' | 'isSample'>,
  now: number,
): PhotoCheckDoc => ({
  _id: checkIdOf(photo),
  photo,
  ...of,
  by: whoPut(photo),
  at: now,
  askAt: now,
  asked: 0,
});
