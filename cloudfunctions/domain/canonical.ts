import characters from 'opencc-js/dict/TSCharacters';
import { seen } from '../../contract/text';

/**
 * The one form of a text that search, danger, masking and the keys of people read: NFKC (full width, Kangxi radicals,
 * compatibility marks), nothing unseen, radicals as characters, traditional as simplified, no blanks between 汉字.
 * What was written is kept as it was written: this form is read and thrown away.
 */

/** The radicals that NFKC leaves, each with its character (Unicode, EquivalentUnifiedIdeograph). */
const radicals =
  '⺊卜⺌小⺍小⺎兀⺒巳⺓幺⺗心⺜日⺝月⺞歺⺠民⺧牛⺩王⺫目⺬示⺰纟⺴冗⺶羊⺻聿⺼肉⻁虎⻄西⻅见⻆角⻉贝⻋车⻏邑⻑长⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭齿⻮齿⻯龙⻰龙⻱龟⻲龟';
/** What is written for a simplified character and stands in no table of traditional ones. */
const variants = '著着妳你牠它気气両两';

const table = `|${characters}|${(radicals + variants).replace(/../gu, (pair) => `${[...pair].join(' ')}|`)}`;
/** What was looked for before. A map of all 4,000 costs a cold start 2 ms, and a text has a few dozen. */
const known = new Map<string, string>();
function simplified(character: string): string {
  const before = known.get(character);
  if (before !== undefined) return before;
  const at = table.lastIndexOf(`|${character} `);
  const [found = character] =
    at < 0 ? [] : table.slice(at + character.length + 2, table.indexOf('|', at + 1));
  known.set(character, found);
  return found;
}

// Made once: the build turns an expression with a script into `new RegExp`, which costs each time.
const ideographs = /[\u2E80-\u2EFF\p{Script=Han}]/gu;
const blankBetween = /(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu;

const simplify = (text: string): string => text.replace(ideographs, simplified);

/** The canonical form with its blanks: where they part what is asked for, a sentence is cut at them. */
export const spaced = (text: string): string => simplify(seen(text.normalize('NFKC')));

/** Without the blanks between 汉字: 着 火 了 → 着火了. */
export const joined = (form: string): string => form.replace(blankBetween, '');

export const canonical = (text: string): string => joined(spaced(text));

export interface Reading {
  /** the canonical form, with one blank where there are some */
  form: string;
  /** where in the written text the span of the form from `start` to before `end` lies */
  written(start: number, end: number): [start: number, end: number];
}

/** A character with the marks that stand on it. */
const pieces = /[^]\p{M}*/gu;

/** The canonical form, with a map back to what was written. */
export function read(text: string): Reading {
  let form = '';
  /** for each unit of the form, where the character it came from begins and ends */
  const places: [number, number][] = [];
  for (const { 0: piece, index } of text.matchAll(pieces)) {
    const part = spaced(piece);
    if (part === ' ' && form.endsWith(' ')) continue;
    form += part;
    for (let unit = 0; unit < part.length; unit += 1) places.push([index, index + piece.length]);
  }
  return {
    form,
    written: (start, end) => [places[start]?.[0] ?? text.length, places[end - 1]?.[1] ?? 0],
  };
}
