import { isRejection, reject } from '../../contract/errors';
import { changeAgent } from '../kit/agents';
import { checkOf } from '../kit/photo-checks';
import { isOwnPhoto, unfitFiles } from '../kit/photos';
import type { HandlerOf } from '../kit/serve';
import { remove } from '../kit/storage';
import { add, get } from '../kit/store';

/**
 * The agent's own photo, which residents see on the card of who comes; the one before it is deleted. WeChat is asked about it as about every
 * picture. Errors: BAD_INPUT, PHOTO_STALE, PHOTO_UNFIT.
 */
export const face: HandlerOf<'roster.face'> = async ({ who, now }, { photo }) => {
  const before = (await get('agents', who._id))?.photo;
  if (photo === before) return { photo };
  if (photo !== undefined && !isOwnPhoto('faces', who._id, photo))
    return reject('BAD_INPUT', { photo: '照片不是您自己放的，请重新选。' });
  const unfit = photo === undefined ? undefined : await unfitFiles([photo], now, 'photo');
  if (unfit) return unfit;
  const changed = await changeAgent(who._id, () => ({ photo, isPhotoRefused: undefined }));
  if (isRejection(changed)) return changed;
  if (photo !== undefined) await add('photoChecks', checkOf(photo, { caseId: '', isFace: true }, now));
  if (before !== undefined) await remove([before]);
  return { photo };
};
