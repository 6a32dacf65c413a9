import { photosOf } from '../domain/case/photos';
import type { UploadDoc } from '../domain/documents';
import { HAND_ON_MS } from '../../contract/upload';
import { unhung } from '../domain/upload';
import { each } from '../kit/each';
import { samplesHeld } from '../kit/samples';
import { remove, rootOfFiles } from '../kit/storage';
import { find, get, is, removeOne } from '../kit/store';

const BATCH = 50;
/** More than one person may ask for in a day, with what staff write down for them (`brakes.ts`). */
const A_DAY = 100;

/** Deletes photos that were put into the cloud and never hung anywhere, then the rows that tell of them. What one run leaves, the next finds. */
export async function discardUploads(now: number): Promise<number> {
  const due = await find('uploads', { lookAt: is.lte(now) }, { orderBy: [['lookAt', 'asc']], limit: BATCH });
  const left: string[] = [];
  await each(due, async (row) => void left.push(...unhung(row, await hungWhere(row))));
  if (left.length > 0) {
    const root = await rootOfFiles();
    await remove(left.map((path) => root + path));
  }
  await each(due, ({ _id }) => removeOne('uploads', _id));
  return due.length;
}

/** All photos of where those of this grant were to hang. */
async function hungWhere({ of, caseId = '', by, at }: UploadDoc): Promise<string[]> {
  if (of === 'reviews') return (await get('reviews', caseId))?.photos ?? [];
  if (of === 'faces') return [(await get('agents', by))?.photo ?? ''];
  if (of === 'samples') return samplesHeld(caseId);
  if (of === 'papers') {
    const kase = await get('cases', caseId);
    return kase ? photosOf(kase) : [];
  }
  // By who wrote it down, which stays what it was where two entries of the register become one.
  const written = is.and([{ requestId: is.gt(`${by}:`) }, { requestId: is.lt(`${by};`) }]);
  const cases = await find(
    'cases',
    is.and([written, { submittedAt: is.gte(at) }, { submittedAt: is.lte(at + HAND_ON_MS) }]),
    { orderBy: [['submittedAt', 'asc']], limit: A_DAY, only: ['photos'] },
  );
  return cases.flatMap(({ photos = [] }) => photos);
}
