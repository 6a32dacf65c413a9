import type { KeepingChange } from '../../contract/keeping';
import { answerIdOf } from '../domain/catalog/answer';
import { photosOf } from '../domain/case/photos';
import type { CaseDoc, ReviewDoc } from '../domain/documents';
import { isOver } from '../domain/privacy/keeping';
import { withEntry } from '../domain/review/batch';
import { eraseNotices } from './erase';
import { forgetLeaves } from './forget-leaves';
import { inHundreds } from './page';
import { checkIdOf } from './photo-checks';
import { remove } from './storage';
import { count, get, is, removeOne, transact } from './store';

/**
 * 到期销毁: a case whose archive's time is over goes whole: photos, calls, call-backs, notices, its review, and last the case itself, so that a
 * run that dies between finds it again. Its figures stay: they are numbers of days that are closed. A question that was published stays, too:
 * it names nobody. False: it is not over after all.
 */
export async function dropCase(id: string, keeping: KeepingChange, now: number): Promise<boolean> {
  const kase = await get('cases', id);
  if (!kase || !isOver(kase, keeping, now)) return false;
  await forgetLeaves({ cases: [id] });
  const review = await get('reviews', id);
  const photos = [...photosOf(kase), ...(review?.photos ?? [])];
  await remove(photos);
  for (const photo of photos) await removeOne('photoChecks', checkIdOf(photo));
  for (const name of ['calls', 'callbacks'] as const)
    for await (const some of inHundreds(name, { caseId: id }, { only: ['caseId'] }))
      for (const { _id } of some) await removeOne(name, _id);
  await eraseNotices(id);
  await dropAnswer(kase);
  if (review) await dropBatch(review);
  const isGone = await transact(async (tx) => {
    const still = await tx.get('cases', id);
    if (still?.rev !== kase.rev) return false;
    const wall = review?.wallBatchId === undefined ? undefined : await tx.get('batches', review.wallBatchId);
    if (wall)
      await tx.update(
        'batches',
        wall._id,
        withEntry(wall, id, () => undefined),
      );
    if (review) await tx.remove('reviews', id);
    await tx.remove('cases', id);
    return true;
  });
  // What was sealed between, with a salt of its own.
  if (isGone) await forgetLeaves({ cases: [id] });
  return isGone;
}

/** What an agent reads goes with the last of its reviews, whole: an entry that went with its case would say whose it was. */
async function dropBatch({ batchId }: ReviewDoc): Promise<void> {
  const batch = batchId === undefined ? undefined : await get('batches', batchId);
  if (batch && (await count('reviews', { _id: is.in(batch.members) })) <= 1)
    await removeOne('batches', batch._id);
}

async function dropAnswer({ _id, question }: CaseDoc): Promise<void> {
  const answer = question && (await get('answers', answerIdOf(_id)));
  if (answer && answer.state !== 'public') await removeOne('answers', answer._id);
}
