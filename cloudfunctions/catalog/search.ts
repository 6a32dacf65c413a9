import { limits } from '../../contract/limits';
import { bundleOf, rowOfBundle } from '../domain/bundle/content';
import { bundleIn } from '../domain/bundle/heard';
import { isComplaint } from '../domain/case/complaint';
import type { ServiceDoc } from '../domain/documents';
import { type SearchIndex, buildIndex, search as searchIn } from '../domain/search';
import { publicOf } from '../domain/catalog/answer';
import { policyUnits } from '../domain/policy';
import { alike } from '../domain/search/answers';
import { missedWords } from '../domain/search/missed';
import { publicAnswers } from '../kit/answers';
import { noteMissed } from '../kit/missed';
import { serviceItems } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { get } from '../kit/store';
import { itemsAt, placeOf, rowOf } from './row';

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
  const answers = found.hotlines.length > 0 ? [] : await answersTo(text, orgId, indexOf(all), now);
  const missed = isTyping || bundle || answers.length > 0 ? undefined : missedWords(text, found);
  if (missed !== undefined) await noteMissed(missed, now);
  return {
    isComplaint: isComplaint(text),
    items: found.items.flatMap(({ item, subtype }) => {
      const own = here.find(({ code }) => code === item.code);
      return own ? { ...rowOf(own), subtype } : [];
    }),
    hotlines: found.hotlines,
    bundles: bundle ? [rowOfBundle(bundle)] : [],
    answers,
  };
};

/** As many as stand beside the items. */
const most = 3;

/** Public answers to much the same, as they are this moment: one that was withdrawn since they were read is none. */
async function answersTo(text: string, orgId: string | undefined, index: SearchIndex, now: number) {
  const [known, unit] = await Promise.all([publicAnswers('all'), placeOf(orgId)]);
  const ids = unit && policyUnits(unit);
  const here = known.filter((one) => !ids || ids.includes(one.orgId ?? ''));
  const found = alike(index, text, here, most);
  const fresh = await Promise.all(found.map(({ _id }) => get('answers', _id)));
  return fresh.flatMap((one) => (one?.state === 'public' ? publicOf(one, now) : []));
}
