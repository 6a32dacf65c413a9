import type { Rejection } from '../../contract/errors';
import { sha256 } from '../domain/sha256';
import type { JournalDoc } from '../domain/documents';
import { differing, nameIn } from '../domain/journal';
import type { Context } from './context';
import { isRepeat } from './repeat';
import { type Transaction, transact } from './store';

type About = Pick<JournalDoc['about'], 'kind' | 'id'>;

/** What an entry says; who, when and by which request follows from the call. `before` and `after` may hold what is the same. */
export type Entry = Pick<JournalDoc, 'unit' | 'orgId' | 'what' | 'about' | 'before' | 'after'>;

const idOf = ({ who, requestId }: Context, { kind, id }: About): string =>
  sha256(`${who._id}\n${requestId}\n${kind}:${id}`).toString('hex').slice(0, 32);

/** Has this request written its entry about this before? Then its change is done too. Errors: REQUEST_REUSED. */
export async function isRecorded(
  tx: Pick<Transaction, 'get'>,
  context: Context,
  about: About,
): Promise<boolean | Rejection> {
  return isRepeat(await tx.get('journal', idOf(context, about)), context);
}

/** Writes the entry of a change, in the transaction of the change. Where nothing differs there is nothing to tell. */
export async function record(
  tx: Pick<Transaction, 'add'>,
  context: Context,
  { about, before, after, ...entry }: Entry,
): Promise<void> {
  const { who, now: at, requestId, digest } = context;
  const differs = differing(about.kind, before, after);
  if (!differs.before && !differs.after) return;
  await tx.add('journal', {
    _id: idOf(context, about),
    ...entry,
    ...differs,
    about: { ...about, name: nameIn(about.kind, about.name) },
    at,
    by: { id: who._id, name: who.name },
    requestId,
    digest,
  });
}

/** Writes an entry that comes with no other change, once for each request. Errors: REQUEST_REUSED. */
export function recordOnce(context: Context, entry: Entry): Promise<true | Rejection> {
  return transact(async (tx) => {
    const isDone = await isRecorded(tx, context, entry.about);
    if (isDone !== false) return isDone;
    await record(tx, context, entry);
    return true;
  });
}
