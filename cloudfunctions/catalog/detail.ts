import { reject } from '../../contract/errors';
import { itemOf, localAt, versionOf, withLocal } from '../domain/catalog/local';
import { serviceItem } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { placeOf } from './row';

/** A service item with its ten elements, as it is done where the caller belongs. */
export const detail: HandlerOf<'catalog.detail'> = async (_, { code, orgId }) => {
  const [found, unit] = await Promise.all([serviceItem(code), placeOf(orgId)]);
  if (!found) return reject('SERVICE_NOT_FOUND', { code: '没有这个事项。' });
  const local = localAt(found, unit);
  const item = itemOf(withLocal(found, local));
  return { item, version: versionOf(found), isElsewhere: local.offered === false };
};
