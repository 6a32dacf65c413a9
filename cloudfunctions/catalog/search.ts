import { limits } from '../../contract/limits';
import { bundleOf, rowOfBundle } from '../domain/bundle/content';
import { bundleIn } from '../domain/bundle/heard';
import { isComplaint } from '../domain/case/complaint';
import type { ServiceDoc } from '../domain/documents';
import { type SearchIndex, buildIndex, search as searchIn } from '../domain/search';
import { missedWords } from '../domain/search/missed';
import { noteMissed } from '../kit/missed';
import { serviceItems } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { itemsAt, rowOf } from './row';

/** An index lives as long as the catalogue it was built from: what was published or learned is found by the next one. */
const indexes = new WeakMap<ServiceDoc[], SearchIndex>();

function indexOf(items: ServiceDoc[]): SearchIndex {
  const built = indexes.get(items) ?? buildIndex(items);
  indexes.set(items, built);
  return built;
}

/** What the words mean, best first, and numbers to call at once where they tell of danger. Words without a meaning are noted. */
export const search: HandlerOf<'catalog.search'> = async (
  { now },
  { text, limit = limits.page, orgId, isTyping = false },
) => {
  const [all, here] = await Promise.all([serviceItems(), itemsAt(orgId)]);
  const found = searchIn(indexOf(all), text, limit);
  const bundle = bundleOf(bundleIn(text) ?? '');
  const missed = isTyping || bundle ? undefined : missedWords(text, found);
  if (missed !== undefined) await noteMissed(missed, now);
  return {
    isComplaint: isComplaint(text),
    items: found.items.flatMap(({ item, subtype }) => {
      const own = here.find(({ code }) => code === item.code);
      return own ? { ...rowOf(own), subtype } : [];
    }),
    hotlines: found.hotlines,
    bundles: bundle ? [rowOfBundle(bundle)] : [],
  };
};
