import { limits } from '../../contract/limits';
import { isComplaint } from '../domain/case/complaint';
import type { ServiceDoc } from '../domain/documents';
import { type SearchIndex, buildIndex, search as searchIn } from '../domain/search';
import { serviceItems } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { rowOf } from './row';

/** An index lives as long as the catalogue it was built from. */
const indexes = new WeakMap<ServiceDoc[], SearchIndex>();

function indexOf(items: ServiceDoc[]): SearchIndex {
  const built = indexes.get(items) ?? buildIndex(items);
  indexes.set(items, built);
  return built;
}

/** What the words mean, best first, and numbers to call at once where they tell of danger. */
export const search: HandlerOf<'catalog.search'> = async (_, { text, limit = limits.page }) => {
  const { items, hotlines } = searchIn(indexOf(await serviceItems()), text, limit);
  return {
    isComplaint: isComplaint(text),
    items: items.map(({ item, subtype }) => ({ ...rowOf(item), subtype })),
    hotlines,
  };
};
