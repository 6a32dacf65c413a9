import { CONSULTATION } from '../../../contract/consultation';
import type { ServiceItem } from 'contract/models';
import colloquial from '../../../config/content/colloquial.zh.json';
import { eachToken } from './words';

/** One way of asking for an item, or for one sub-type of it. */
export interface Saying {
  /** its place in `SearchIndex.items` */
  item: number;
  subtype?: string;
  text: string;
  /** how much the words are to be believed: see `trust` */
  trust: number;
}

export interface Token {
  /** the sayings that have it, by their place in `SearchIndex.sayings` */
  sayings: number[];
  /** how telling it is: rare among the items means telling */
  weight: number;
}

export interface SearchIndex {
  items: ServiceItem[];
  sayings: Saying[];
  /** for each saying the weights of its tokens, added up */
  weights: Float64Array;
  /** the tokens of each item's names */
  names: Set<string>[];
  tokens: Map<string, Token>;
}

interface StreetWords {
  names: string[];
  says: string[];
  subtypes: Record<string, string[]>;
}

/** What an item is called says more than a circumstance; what the resident has to bring along says little. */
const trust = { name: 2, saying: 1, subtype: 0.5, summary: 0.6, audience: 0.5, material: 0.25 };
/** One character says half of what a pair says. */
const SINGLE = 0.5;

/** An item with sayings that it has learned. */
type Item = ServiceItem & { learned?: readonly { word: string; subtype?: string }[] };

const streetWords: Record<string, StreetWords | undefined> = colloquial.items;

function sayingsOf(item: Item, place: number): Saying[] {
  const street = streetWords[item.code];
  const sayings: Saying[] = [];
  const add = (belief: number, texts: string[], subtype?: string) => {
    for (const text of texts) sayings.push({ item: place, subtype, text, trust: belief });
  };
  add(trust.name, street?.names ?? []);
  add(trust.saying, street?.says ?? []);
  // 随手报 and 生活代办 have no name in the street: people name the sub-type (井盖, 取药), and that finds the item.
  const ofSubtype = street?.names.length ? trust.subtype : trust.saying;
  for (const [subtype, texts] of Object.entries(street?.subtypes ?? {})) add(ofSubtype, texts, subtype);
  for (const { word, subtype } of item.learned ?? []) add(trust.saying, [word], subtype);
  // Consultation names the subjects of all the others (医保, 低保): its catalogue words would answer for them.
  if (item.code === CONSULTATION) return sayings;

  add(trust.saying, [item.name, ...item.keywords]);
  add(trust.summary, item.summary.split(/[,\uFF0C、;\uFF1B()\uFF08\uFF09]/));
  add(trust.audience, item.audience);
  add(
    trust.material,
    item.materials.map(({ name }) => name),
  );
  for (const { code, name, keywords } of item.subtypes) add(ofSubtype, [name, ...keywords], code);
  return sayings;
}

/** A token while the sayings are gone through, item by item. */
interface Tally extends Token {
  items: number;
  lastItem: number;
}

/**
 * The catalogue's words and the street's, ready to be matched: some 5,600 sayings, once a cold start. A fresh process
 * is slow at objects that live on, so no saying keeps its tokens. A field that will hold a fraction begins as one: else its
 * object is made anew.
 */
export function buildIndex(items: Item[]): SearchIndex {
  const sayings = items.flatMap(sayingsOf);
  const weights = new Float64Array(sayings.length);
  const names = items.map(() => new Set<string>());
  const tokens = new Map<string, Tally>();
  const texts = sayings.map(({ text }) => text);
  eachToken(texts, (word, place) => {
    const saying = sayings[place];
    if (!saying) return;
    const { item, trust: belief } = saying;
    let token = tokens.get(word);
    if (!token) tokens.set(word, (token = { sayings: [], weight: NaN, items: 0, lastItem: -1 }));
    if (token.sayings.at(-1) !== place) token.sayings.push(place);
    // A material on many lists (户口簿) does not make its words common talk.
    if (belief > trust.material && token.lastItem !== item) {
      token.lastItem = item;
      token.items += 1;
    }
    if (belief === trust.name) names[item]?.add(word);
  });
  for (const [word, token] of tokens) {
    const rarity = Math.log(1 + items.length / Math.max(1, token.items));
    token.weight = word.length === 1 ? rarity * SINGLE : rarity;
    for (const place of token.sayings) weights[place] = (weights[place] ?? 0) + token.weight;
  }
  return { items, sayings, weights, names, tokens };
}
