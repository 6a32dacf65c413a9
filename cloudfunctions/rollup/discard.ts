import { each } from '../kit/each';
import { find, is, removeOne, updateOne } from '../kit/store';
import { remove } from '../kit/storage';

/** As many as the cloud deletes in one call. */
const BATCH = 50;

/** Deletes the files of exports whose day is over; who took what away stays written. */
export async function discard(now: number): Promise<number> {
  const due = await find(
    'exports',
    { deleteAt: is.lte(now) },
    { orderBy: [['deleteAt', 'asc']], limit: BATCH },
  );
  if (due.length === 0) return 0;
  await remove(due.map((one) => one.fileId));
  for (const { _id } of due) await updateOne('exports', { _id }, { deleteAt: undefined });
  return due.length;
}

/** Deletes day books (预约簿) whose day is over: what was taken of it stands in the cases. What one run leaves, the next finds. */
export async function discardBooks(now: number): Promise<number> {
  const over = await find(
    'dayBooks',
    { deleteAt: is.lte(now) },
    { orderBy: [['deleteAt', 'asc']], limit: BATCH, only: ['deleteAt'] },
  );
  await each(over, ({ _id }) => removeOne('dayBooks', _id));
  return over.length;
}
