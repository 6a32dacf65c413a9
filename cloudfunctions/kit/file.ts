import { createHash } from 'node:crypto';
import type { Link } from '../../contract/actions/metrics';
import { type Rejection, isRejection } from '../../contract/errors';
import { limits } from '../../contract/limits';
import type { ExportDoc } from '../domain/documents';
import type { Context } from './context';
import { recordOnce } from './journal';
import { isRepeat } from './repeat';
import { org } from './reference';
import { get, put } from './store';
import { linksTo, upload } from './storage';

/** A file that somebody asked for: what is in it, and its bytes with the rows counted as they go by. */
export interface Wanted {
  orgId: string;
  table: string;
  /** what to call it, with its ending */
  name: string;
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  rows: () => number;
  /** it lists people one by one: who took it stands in 查看记录 as well */
  lists?: 'people';
}

/**
 * Writes a file to the cloud's storage and gives a link to it. Who took what away stays written; the file itself is
 * deleted when the link's time is over (`rollup/discard.ts`). The same request again gets the same file. Errors: REQUEST_REUSED.
 */
export async function fileOf(context: Context, make: () => Promise<Wanted>): Promise<Link | Rejection> {
  const { who, now, requestId } = context;
  const _id = `${who._id}:${requestId}`;
  const before = await get('exports', _id);
  const repeated = isRepeat(before && { requestId, digest: before.digest }, context);
  if (isRejection(repeated)) return repeated;
  if (before?.deleteAt !== undefined && before.deleteAt > now) return linkTo(before);
  const wanted = await make();
  return linkTo(await noted(context, await written(context, _id, wanted), wanted));
}

/** That something was taken away stands in the journal of the unit; an empty form has nothing of anybody. */
async function noted(context: Context, doc: ExportDoc, { lists }: Wanted): Promise<ExportDoc> {
  const unit = doc.rows > 0 ? await org(doc.orgId) : undefined;
  if (!unit) return doc;
  await recordOnce(context, {
    unit: unit.unit,
    orgId: unit._id,
    what: lists === 'people' ? 'person.export' : 'unit.export',
    about: { kind: 'unit', id: unit._id, name: unit.name },
    after: { file: doc.name, count: String(doc.rows) },
  });
  return doc;
}

/** A link to a file that was written. Throws where it is gone. */
export async function linkTo({
  fileId,
  name,
  rows,
}: Pick<ExportDoc, 'fileId' | 'name' | 'rows'>): Promise<Link> {
  const [url] = await linksTo([fileId], limits.linkSeconds);
  if (!url) throw new Error(`${fileId} is gone before its time`);
  return { url, name, rows, seconds: limits.linkSeconds };
}

/** Writes a file under an id of its own, and who took it. It is deleted after `seconds`; each link to it is good for less. */
export async function written(
  { who, now, digest }: Pick<Context, 'who' | 'now' | 'digest'>,
  _id: string,
  { orgId, table, name, bytes, rows }: Wanted,
  seconds: number = limits.linkSeconds,
): Promise<ExportDoc> {
  // What the client calls its request may hold anything; nobody can guess a path from it.
  const key = createHash('sha256').update(_id).digest('hex').slice(0, 24);
  const fileId = await upload(`exports/${orgId}/${key}/${table}${name.slice(name.lastIndexOf('.'))}`, bytes);
  const deleteAt = now + seconds * 1000;
  const made: ExportDoc = {
    _id,
    at: now,
    by: who._id,
    digest,
    orgId,
    table,
    name,
    rows: rows(),
    fileId,
    deleteAt,
  };
  await put('exports', made);
  return made;
}
