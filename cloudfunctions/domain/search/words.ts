import colloquial from '../../../config/content/colloquial.zh.json';

/**
 * What a resident typed or said, brought to one form, so that two ways of saying a thing become the same words.
 * Catalogue and question go through the same door: whatever is done to one is done to the other.
 */

/** One alternative a word, longest first, so that 老伴儿 is not read as 老伴 and a stray 儿. */
const anyOf = (words: string[]) =>
  new RegExp(words.toSorted((a, b) => b.length - a.length).join('|'), 'g');

const canonical = new Map(
  Object.entries(colloquial.synonyms).flatMap(([word, others]) => others.map((other) => [other, word] as const)),
);
const synonyms = anyOf([...canonical.keys()]);
const fillers = anyOf(colloquial.fillers);

/** Phone, identity and card numbers, spaced or spelt out, and door numbers: they say who and where, not what. */
const numbersOfPeople = /\d(?:[\s-]?\d){6,}x?|[零〇幺一二三四五六七八九]{5,}/g;
const doorNumbers = /\d+(?:号楼|号|栋|幢|单元|室|楼|层|门)(?:\d{3,4})?/g;

const digits = '零一二三四五六七八九';

/** 八十一 → 81, 十五 → 15: ages and years are said more often than typed. */
const arabic = (text: string) =>
  text.replace(/([一二三四五六七八九]?)十([一二三四五六七八九]?)/g, (_, tens: string, ones: string) =>
    String((tens ? digits.indexOf(tens) : 1) * 10 + Math.max(0, digits.indexOf(ones || '零'))),
  );

/** An age past 60 counts by its decade, since benefits begin at 60, 80, 90 and 100: 83 asks for what 80 asks for. */
const decades = (text: string) =>
  text.replace(/(?<!\d)(?:[6-9]\d|1[01]\d)(?!\d)/g, (age) => `${age.slice(0, -1)}0`).replace(/(\d)周?岁/g, '$1 ');

/** The runs of Han, of digits and of Latin letters that are left once noise, synonyms and fillers are dealt with. */
export const runsOf = (text: string): string[] => {
  const plain = text.normalize('NFKC').toLowerCase().replace(numbersOfPeople, ' ').replace(doorNumbers, ' ');
  const same = decades(arabic(plain)).replace(synonyms, (word) => canonical.get(word) ?? word);
  return same.replace(fillers, ' ').match(/\p{Script=Han}+|\d+|[a-z]+/gu) ?? [];
};

/** Neighbouring pairs of a run; a lone one stands for itself. Pairs need no dictionary and forgive a wrong neighbour. */
export const pairsOf = (units: string[], glue = ''): string[] =>
  units.length < 2 ? units : units.slice(1).map((unit, i) => `${units[i]}${glue}${unit}`);

const isHan = (run: string) => /^\p{Script=Han}/u.test(run);

export const tokensOf = (text: string): string[] =>
  runsOf(text).flatMap((run) => (isHan(run) ? pairsOf([...run]) : [run]));

/** As `tokensOf`, and every single character: a saying may rest on one (吵, 雪) that stands amid others here. */
export const tokensAsked = (text: string): string[] =>
  runsOf(text).flatMap((run) => (isHan(run) ? [...run, ...pairsOf([...run])] : [run]));
