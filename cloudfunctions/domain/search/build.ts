import type { ServiceItem } from 'contract/models';
import colloquial from '../../../config/content/colloquial.zh.json';
import { tokensOf } from './words';

/** One way of saying that somebody wants an item, or one sub-type of it. */
export interface Saying {
  /** its place in `SearchIndex.items` */
  item: number;
  subtype?: string;
  tokens: string[];
  /** how much the words are to be believed: see `trust` */
  trust: number;
  /** the weights of its tokens, added up */
  weight: number;
}

export interface SearchIndex {
  items: ServiceItem[];
  sayings: Saying[];
  /** the tokens of each item's names */
  names: Set<string>[];
  /** token → the sayings that have it, by their place in `sayings` */
  withToken: Map<string, number[]>;
  /** token → how telling it is: rare among the items means telling */
  weightOf: Map<string, number>;
}

interface StreetWords {
  names: string[];
  says: string[];
  subtypes: Record<string, string[]>;
}

/** The item for whatever is asked and is no other item. */
export const CONSULTATION = 'policy-consultation';
/** What an item is called says more than a circumstance; what one has to bring along says little. */
const trust = { name: 2, saying: 1, subtype: 0.5, summary: 0.6, audience: 0.5, material: 0.25 };
/** One character says half of what a pair says. */
const SINGLE = 0.5;

const streetWords: Record<string, StreetWords | undefined> = colloquial.items;
const phrasesOf = (sentence: string) => sentence.split(/[,、;()()]/);

function sayingsOf(item: ServiceItem, place: number): Saying[] {
  const street = streetWords[item.code];
  const sayings: Saying[] = [];
  const add = (belief: number, phrases: string[], subtype?: string) => {
    for (const phrase of phrases) {
      const tokens = tokensOf(phrase);
      if (tokens.length > 0) sayings.push({ item: place, subtype, tokens, trust: belief, weight: 0 });
    }
  };
  add(trust.name, street?.names ?? []);
  add(trust.saying, street?.says ?? []);
  // 随手报 and 生活代办 have no name in the street: people name the sub-type (井盖, 取药), and that finds the item.
  const ofSubtype = street?.names.length ? trust.subtype : trust.saying;
  for (const [subtype, phrases] of Object.entries(street?.subtypes ?? {})) add(ofSubtype, phrases, subtype);
  // Consultation names the subjects of all the others (医保, 低保): its catalogue words would answer for them.
  if (item.code === CONSULTATION) return sayings;

  add(trust.saying, [item.name, ...item.keywords]);
  add(trust.summary, phrasesOf(item.summary));
  add(trust.audience, item.audience);
  add(
    trust.material,
    item.materials.map(({ name }) => name),
  );
  for (const { code, name, keywords } of item.subtypes) add(ofSubtype, [name, ...keywords], code);
  return sayings;
}

/** The catalogue's words and the street's, ready to be matched. Some 5,600 sayings and 50 ms, once a cold start. */
export function buildIndex(items: ServiceItem[]): SearchIndex {
  const sayings = items.flatMap(sayingsOf);
  // One entry a token, counted as it goes by: a set of items for each would be most of the work.
  const seen = new Map<string, { places: number[]; items: number; lastItem: number }>();
  sayings.forEach((saying, place) => {
    for (const token of saying.tokens) {
      let entry = seen.get(token);
      if (!entry) {
        entry = { places: [], items: 0, lastItem: -1 };
        seen.set(token, entry);
      }
      entry.places.push(place);
      // A material on many lists (户口簿) does not make its words common talk. Sayings come item by item.
      if (saying.trust > trust.material && entry.lastItem !== saying.item) {
        entry.lastItem = saying.item;
        entry.items += 1;
      }
    }
  });
  const withToken = new Map<string, number[]>();
  const weightOf = new Map<string, number>();
  for (const [token, entry] of seen) {
    const rarity = Math.log(1 + items.length / Math.max(1, entry.items));
    withToken.set(token, entry.places);
    weightOf.set(token, token.length === 1 ? rarity * SINGLE : rarity);
  }
  for (const saying of sayings) {
    for (const token of saying.tokens) saying.weight += weightOf.get(token) ?? 0;
  }
  const names = items.map(({ code }) => new Set(streetWords[code]?.names.flatMap(tokensOf)));
  return { items, sayings, names, withToken, weightOf };
}
