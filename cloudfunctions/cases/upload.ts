import * as v from 'valibot';
import { isRejection, reject } from '../../contract/errors';
import { serviceDraft } from '../../contract/models';
import { nameOfUpload } from '../../contract/upload';
import type { UploadDoc } from '../domain/documents';
import { sha256 } from '../domain/sha256';
import { LOOK_AFTER_MS } from '../domain/upload';
import { folderOf } from '../kit/photos';
import { isRepeat } from '../kit/repeat';
import type { HandlerOf } from '../kit/serve';
import { add, get } from '../kit/store';

/** Grants places for photos and writes down which: what hangs nowhere a day later is found by that. Errors: BAD_INPUT, REQUEST_REUSED. */
export const upload: HandlerOf<'cases.upload'> = async (context, { of, caseId, ends }) => {
  const { who, now: at, requestId, digest } = context;
  if ((of === 'reviews' || of === 'papers') && caseId === undefined)
    return reject('BAD_INPUT', { caseId: '缺少办件编号。' });
  if (of === 'samples' && !v.is(serviceDraft.entries.code, caseId))
    return reject('BAD_INPUT', { caseId: '缺少事项编号。' });
  const _id = `${who._id}:${requestId}`;
  const key = sha256(_id).toString('hex').slice(0, 12);
  const folder = folderOf(of, who._id, caseId);
  const paths = ends.map((end, nth) => `${folder}/${nameOfUpload(at, key, nth, end)}`);
  const row: UploadDoc = { _id, digest, at, by: who._id, of, caseId, paths, lookAt: at + LOOK_AFTER_MS };
  if (await add('uploads', row)) return { paths };
  const before = await get('uploads', _id);
  const repeated = isRepeat(before && { requestId, digest: before.digest }, context);
  if (isRejection(repeated)) return repeated;
  return { paths: before?.paths ?? paths };
};
