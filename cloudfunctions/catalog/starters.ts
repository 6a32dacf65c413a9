import { serviceItems } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { builtIn } from './content';
import { rowOf } from './row';

/** The items of the product's own content that are not in the catalogue yet. */
export const starters: HandlerOf<'catalog.starters'> = async () => {
  const [content, items] = await Promise.all([builtIn(), serviceItems()]);
  const isNew = ({ code }: { code: string }) => !items.some((item) => item.code === code);
  return { items: content.filter(isNew).map(rowOf) };
};
