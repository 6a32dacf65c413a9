import type { HandlerOf } from '../kit/serve';
import { itemsAt, rowOf } from './row';

/** Every service item, a line each, in the order of the catalogue. */
export const list: HandlerOf<'catalog.list'> = async (_, { orgId }) => ({
  items: (await itemsAt(orgId)).map(rowOf),
});
