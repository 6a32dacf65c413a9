import { reject } from '../../contract/errors';
import { serviceItem } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';

/** A service item with its ten elements. */
export const detail: HandlerOf<'catalog.detail'> = async (_, { code }) => {
  const found = await serviceItem(code);
  if (!found) return reject('SERVICE_NOT_FOUND', { code: '没有这个事项。' });
  const { _id, order, ...item } = found;
  return { item };
};
