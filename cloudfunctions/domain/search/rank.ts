import type { ServiceItem } from 'contract/models';
import type { SearchIndex } from './build';
import { joined } from '../canonical';
import { clausesOf, tokensAsked } from './words';

export interface Ranked {
  item: ServiceItem;
  subtype?: string;
  score: number;
}

/** Below this an item is not listed: about one telling pair of characters. */
const ENOUGH = 2.2;
/** For a few common words (残疾, 养老金) this much of their own weight will do, */
const ENOUGH_OF_A_SHORT_TEXT = 0.7;
/** but never words that everything shares. */
const LEAST = 1;
/** Nor is it below this part of the first one's score, unless a clause of its own asks for it. */
const BESIDE_THE_FIRST = 0.33;
/** An item that fits the same words about as well as the first is meant as likely: 养老金 alone may be three. */
const AS_WELL = 0.7;
/** What is left of a word for the next item once an item has answered it in full. */
const LEFT = 0.15;
/** A sub-type is named from here on; below, the resident chooses. */
const ENOUGH_FOR_A_SUBTYPE = 0.5;

/** What the words say for one item: token → how much. `bySubtype`: sub-type → token → matched share of a saying. */
interface Evidence {
  place: number;
  credit: Map<string, number>;
  bySubtype: Map<string, Map<string, number>>;
}

const raise = (map: Map<string, number>, key: string, value: number) =>
  map.set(key, Math.max(value, map.get(key) ?? 0));

const sum = (numbers: Iterable<number>) => [...numbers].reduce((so, each) => so + each, 0);

/**
 * Each word counts once an item, by the saying that fits it best. A saying fits by the share of its weight that was
 * said, squared: half a saying is not half a proof.
 */
function gather(index: SearchIndex, tokens: Set<string>): Evidence[] {
  const { weight } = index;
  const said = new Map<number, string[]>();
  for (const token of tokens) {
    for (const place of index.sayingsWith(token)) {
      said.set(place, [...(said.get(place) ?? []), token]);
    }
  }
  const evidence = index.items.map((_, place): Evidence => ({
    place,
    credit: new Map(),
    bySubtype: new Map(),
  }));
  for (const [place, matched] of said) {
    const saying = index.sayings[place];
    const about = saying && evidence[saying.item];
    if (!about) continue;
    const share = (sum(matched.map(weight)) / (index.weights[place] ?? 1)) ** 2;
    for (const token of matched) raise(about.credit, token, weight(token) * share * saying.trust);
    if (saying.subtype === undefined) continue;
    const shares = about.bySubtype.get(saying.subtype) ?? new Map<string, number>();
    for (const token of matched) raise(shares, token, share);
    about.bySubtype.set(saying.subtype, shares);
  }
  return evidence;
}

/**
 * The sub-type the words point to: here a word is telling when few sub-types of this one item share it, and the item's
 * own name tells little (优待证丢了 is about the loss).
 */
function subtypeOf(
  item: ServiceItem,
  name: Set<string>,
  bySubtype: Evidence['bySubtype'],
): string | undefined {
  const all = [...bySubtype.values()];
  const rarity = (token: string) => {
    const log = Math.log(1 + item.subtypes.length / all.filter((shares) => shares.has(token)).length);
    return token.length === 1 || name.has(token) ? log / 2 : log;
  };
  const scored = [...bySubtype].map(([code, shares]) => ({
    code,
    score: sum([...shares].map(([token, share]) => share * rarity(token))),
  }));
  const [first] = scored.sort((a, b) => b.score - a.score);
  return first && first.score > ENOUGH_FOR_A_SUBTYPE ? first.code : undefined;
}

/** The evidence with the highest score; of equals, the earlier in the catalogue. */
const best = (evidence: Evidence[], score: (each: Evidence) => number) => {
  let first: { of: Evidence; score: number } | undefined;
  for (const each of evidence) {
    const its = score(each);
    if (its > (first?.score ?? 0)) first = { of: each, score: its };
  }
  return first;
};

const total = ({ credit }: Evidence) => sum(credit.values());

/**
 * Items that the words ask for, best first.
 *
 * One sentence may hold several needs. An item that has answered a word leaves little of it to the next, so that what
 * comes second answers something else and not the same again; and the best answer to each clause is listed.
 */
export function rank(index: SearchIndex, text: string): Ranked[] {
  const tokens = tokensAsked(joined(text));
  const evidence = gather(index, tokens);
  const said = sum([...tokens].filter((token) => token.length > 1).map((token) => index.weight(token)));
  const enough = Math.min(ENOUGH, Math.max(LEAST, ENOUGH_OF_A_SHORT_TEXT * said));
  const left = new Map<string, number>();
  const ranked: Ranked[] = [];
  const taken = new Set<Evidence>();

  const take = (answer: Evidence, score: number) => {
    const item = index.items[answer.place];
    if (!item) return;
    taken.add(answer);
    ranked.push({
      item,
      subtype: subtypeOf(item, index.names[answer.place] ?? new Set(), answer.bySubtype),
      score,
    });
    for (const [token, credit] of answer.credit) {
      const answered = Math.min(1, credit / (index.weight(token) || 1)) * (1 - LEFT);
      left.set(token, Math.max(0, (left.get(token) ?? 1) - answered));
    }
  };

  for (let i = 0; i < index.items.length; i += 1) {
    const open = evidence.filter((each) => !taken.has(each));
    const next = best(open, ({ credit }) =>
      sum([...credit].map(([token, its]) => its * (left.get(token) ?? 1))),
    );
    if (!next || next.score < Math.max(enough, BESIDE_THE_FIRST * (ranked[0]?.score ?? 0))) break;
    take(next.of, next.score);
  }

  const first = best(evidence, total);
  for (const each of evidence) {
    if (first && !taken.has(each) && total(each) > Math.max(enough, AS_WELL * first.score)) {
      take(each, total(each));
    }
  }

  for (const clause of clausesOf(text)) {
    const itsTokens = [...tokensAsked(clause)];
    const inClause = ({ credit }: Evidence) => sum(itsTokens.map((token) => credit.get(token) ?? 0));
    // Of two items that answer the clause alike, the rest of the sentence decides (医保, after 宝宝).
    const winner = best(evidence, (each) => {
      const here = inClause(each);
      return here < ENOUGH ? 0 : here + total(each) / 10;
    });
    if (winner && !taken.has(winner.of)) take(winner.of, inClause(winner.of));
  }
  return ranked;
}
