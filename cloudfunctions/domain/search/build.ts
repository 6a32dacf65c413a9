import { CONSULTATION } from '../../../contract/consultation';
import type { ServiceItem } from 'contract/models';
import colloquial from '../../../config/content/colloquial.zh.json';
import { eachToken } from './words';

/** What a way of asking asks for: an item, or one sub-type of it. All ways of one kind share it. */
export interface Saying {
  /** its place in `SearchIndex.items` */
  item: number;
  subtype?: string;
  /** how much the words are to be believed: see `trust` */
  trust: number;
}

export interface SearchIndex {
  items: ServiceItem[];
  sayings: Saying[];
  /** for each saying the weights of its tokens, added up */
  weights: Float64Array;
  /** the tokens of each item's names */
  names: Set<string>[];
  /** How telling a token is: rare among the items means telling; 0 for one that nobody says. */
  weight(token: string): number;
  /** The sayings that have a token, by their place in `sayings`. */
  sayingsWith(token: string): number[];
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

/** Tells every way of asking for an item. */
function tellSayings(item: Item, place: number, tell: (text: string, saying: Saying) => void): void {
  const street = streetWords[item.code];
  const add = (belief: number, texts: readonly string[], subtype?: string) => {
    const saying: Saying = { item: place, subtype, trust: belief };
    for (const text of texts) tell(text, saying);
  };
  add(trust.name, street?.names ?? []);
  add(trust.saying, street?.says ?? []);
  // 随手报 and 生活代办 have no name in the street: people name the sub-type (井盖, 取药), and that finds the item.
  const ofSubtype = street?.names.length ? trust.subtype : trust.saying;
  for (const [subtype, texts] of Object.entries(street?.subtypes ?? {})) add(ofSubtype, texts, subtype);
  for (const { word, subtype } of item.learned ?? []) add(trust.saying, [word], subtype);
  // Consultation names the subjects of all the others (医保, 低保): its catalogue words would answer for them.
  if (item.code === CONSULTATION) return;

  add(trust.saying, [item.name, ...item.keywords]);
  add(trust.summary, item.summary.split(/[,\uFF0C、;\uFF1B()\uFF08\uFF09]/));
  add(trust.audience, item.audience);
  add(
    trust.material,
    item.materials.map(({ name }) => name),
  );
  for (const { code, name, keywords } of item.subtypes) add(ofSubtype, [name, ...keywords], code);
}

/**
 * The catalogue's words and the street's, ready to be matched: some 5,600 sayings, once a cold start. A fresh process
 * is slow at objects that live on: so no saying keeps its tokens, and a token is a number in lists of numbers.
 */
export function buildIndex(items: Item[]): SearchIndex {
  const sayings: Saying[] = [];
  const texts: string[] = [];
  items.forEach((item, place) =>
    tellSayings(item, place, (text, saying) => {
      texts.push(text);
      sayings.push(saying);
    }),
  );
  const names = items.map(() => new Set<string>());
  const ids = new Map<string, number>();
  /** for each token the last place where it was met, how many items say it, and the last of them */
  const last: number[] = [];
  const count: number[] = [];
  const lastItem: number[] = [];
  /** each place: its token, its saying, and the place of the same token before it */
  const tokenAt: number[] = [];
  const sayingAt: number[] = [];
  const before: number[] = [];
  eachToken(texts, (word, place) => {
    const saying = sayings[place];
    if (!saying) return;
    let id = ids.get(word);
    if (id === undefined) {
      ids.set(word, (id = last.length));
      last.push(-1);
      count.push(0);
      lastItem.push(-1);
    }
    const known = last[id] ?? -1;
    if (sayingAt[known] !== place) {
      last[id] = tokenAt.length;
      tokenAt.push(id);
      sayingAt.push(place);
      before.push(known);
    }
    // A material on many lists (户口簿) does not make its words common talk.
    if (saying.trust > trust.material && lastItem[id] !== saying.item) {
      lastItem[id] = saying.item;
      count[id] = (count[id] ?? 0) + 1;
    }
    if (saying.trust === trust.name) names[saying.item]?.add(word);
  });

  const telling = new Float64Array(last.length);
  for (const [word, id] of ids) {
    const rarity = Math.log(1 + items.length / Math.max(1, count[id] ?? 0));
    telling[id] = word.length === 1 ? rarity * SINGLE : rarity;
  }
  const weights = new Float64Array(sayings.length);
  tokenAt.forEach((id, at) => {
    const place = sayingAt[at] ?? 0;
    weights[place] = (weights[place] ?? 0) + (telling[id] ?? 0);
  });
  return {
    items,
    sayings,
    weights,
    names,
    weight: (token) => telling[ids.get(token) ?? -1] ?? 0,
    sayingsWith(token) {
      const places: number[] = [];
      for (let at = last[ids.get(token) ?? -1] ?? -1; at >= 0; at = before[at] ?? -1)
        places.push(sayingAt[at] ?? 0);
      return places.reverse();
    },
  };
}
