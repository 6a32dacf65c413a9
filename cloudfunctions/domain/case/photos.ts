import { isOpen } from '../../../contract/states';
import type { CaseDoc } from '../documents';

/** 照片: all that a case has, wherever they hang, and until when. Rules: docs/decisions/0053, 0061. */

/** A photo's name within its paper: the last part of its id. */
export const keyOf = (photo: string): string => photo.slice(photo.lastIndexOf('/') + 1);

/** The fields of a case that photos hang in: what it came with, its papers, slips signed for originals, messages. */
type Holds = Pick<CaseDoc, 'photos' | 'papers' | 'custody' | 'enclosures'>;

/** The lists that are shown by their own name (`cases.photos`), each with its cloud file ids. */
export const listsOf = ({ papers = [], custody = [], enclosures = [] }: Holds) => [
  ...papers.map(({ id, photos }) => ({ id, photos })),
  ...custody.map(({ id, slips }) => ({ id, photos: slips })),
  ...enclosures,
];

/** All photos of a case. */
export const photosOf = (kase: Holds): string[] => [
  ...(kase.photos ?? []),
  ...listsOf(kase).flatMap(({ photos }) => photos),
];

/** The case's fields with those photos alone that are to stay: that there were others stays known. */
function keeping({ photos, papers, custody, enclosures }: Holds, stays: (photo: string) => boolean): Holds {
  return {
    photos: photos?.filter(stays),
    papers: papers?.map((paper) => ({ ...paper, photos: paper.photos.filter(stays) })),
    custody: custody?.map((one) => ({ ...one, slips: one.slips.filter(stays) })),
    enclosures: enclosures?.map((one) => ({ ...one, photos: one.photos.filter(stays) })),
  };
}

const dayMs = 86_400_000;

/** When the photos of a case that has ended, and its 身份证号, are not kept any longer. */
export function discardAt(
  kase: Holds & Pick<CaseDoc, 'state' | 'endedAt' | 'terms' | 'idNumber'>,
  standardDays: number,
): number | undefined {
  const { state, endedAt, terms } = kase;
  if (isOpen(state) || endedAt === undefined) return undefined;
  if (photosOf(kase).length === 0 && !kase.idNumber) return undefined;
  return endedAt + (terms.photoDays ?? standardDays) * dayMs;
}

/** What deleting all of them leaves. */
export const withoutPhotos = (kase: CaseDoc): Holds => keeping(kase, () => false);

/** Cloud file ids that a case had and has no more. */
export function photosGone(before: Holds, after: Holds): string[] {
  const kept = new Set(photosOf(after));
  return photosOf(before).filter((photo) => !kept.has(photo));
}

/** The photos that WeChat is still to be asked about. */
export function unseen(kase: Holds & Pick<CaseDoc, 'looked'>): string[] {
  const looked = new Set(kase.looked);
  return photosOf(kase).filter((photo) => !looked.has(photo));
}

/** Whose folder a photo lies in: who put it there. */
export const whoPut = (photo: string): string => photo.split('/').at(-2) ?? '';

/**
 * What it sets that WeChat says a photo may not be shown: it is gone, and its paper is missing again where it was the only one.
 * `text`: where it hung. Undefined where the case has it no more.
 */
export function refused(kase: CaseDoc, photo: string): { text: string; change: Holds } | undefined {
  if (!photosOf(kase).includes(photo)) return undefined;
  const had = (photos: readonly string[]) => photos.includes(photo);
  const paper = kase.papers?.find(({ photos }) => had(photos));
  const slip = kase.custody?.find(({ slips }) => had(slips));
  const enclosed = kase.enclosures?.some(({ photos }) => had(photos));
  const change = keeping(kase, (one) => one !== photo);
  return {
    text: paper?.name ?? (slip ? `${slip.what}的收条` : enclosed ? '留言' : '提交时的照片'),
    change: {
      ...change,
      papers: change.papers?.map((one) =>
        one.id === paper?.id
          ? { ...one, isRefused: true, state: one.photos.length > 0 ? 'sent' : 'missing' }
          : one,
      ),
    },
  };
}

/** What a message with photos says and sets; its words alone where it has none. */
export function said(
  { enclosures = [] }: Holds,
  words: string | undefined,
  photos: readonly string[],
): { text?: string; paper?: string; change?: Pick<CaseDoc, 'enclosures'> } {
  if (photos.length === 0) return { text: words };
  const count = `照片${photos.length}张`;
  const id = `w${enclosures.length}`;
  return {
    text: words === undefined ? count : `${words}（${count}）`,
    paper: id,
    change: { enclosures: [...enclosures, { id, photos: [...photos] }] },
  };
}
