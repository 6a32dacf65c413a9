import { limits } from '../../contract/limits';
import { codeOfPicture, picturesOf } from '../domain/catalog/pictures';
import { whoPut } from '../domain/case/photos';
import { personOf } from '../kit/context';
import { checkIdOf } from '../kit/photo-checks';
import { folderOf } from '../kit/photos';
import { serviceItem } from '../kit/reference';
import { samplesHeld } from '../kit/samples';
import type { HandlerOf } from '../kit/serve';
import { liesIn, linksTo } from '../kit/storage';
import { get } from '../kit/store';

/**
 * 看样子: a link to the picture of a paper. It stands before strangers, so that it waits for WeChat's look, unlike photos of a case; who
 * works on the catalogue sees it at once, in drafts as well.
 */
export const picture: HandlerOf<'catalog.picture'> = async ({ openid }, { picture: photo }) => {
  const code = codeOfPicture(photo);
  if (!liesIn(folderOf('samples', whoPut(photo), code), photo)) return {};
  const [item, check] = await Promise.all([serviceItem(code), get('photoChecks', checkIdOf(photo))]);
  if (check?.isRisky) return {};
  const isPublished = async () =>
    (item && picturesOf(item).includes(photo)) || (await samplesHeld(code, 'published')).includes(photo);
  const isOfOffice = async () =>
    (await personOf(openid))?.posts.some(({ role }) => role === 'manager') === true;
  if ((check || !(await isPublished())) && !(await isOfOffice())) return {};
  const [url] = await linksTo([photo], limits.linkSeconds);
  return { url };
};
