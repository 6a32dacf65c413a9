import colloquial from '../../../config/content/colloquial.zh.json';

/**
 * What a resident typed or said, brought to one form, so that two ways of saying a thing become the same words.
 * Catalogue and question go through the same door: whatever is done to one is done to the other.
 */

/** One alternative a word, longest first, so that 老伴儿 is not read as 老伴 and a stray 儿. */
const anyOf = (words: string[]) => new RegExp([...words].sort((a, b) => b.length - a.length).join('|'), 'g');

const canonical = new Map(
  Object.entries(colloquial.synonyms).flatMap(([word, others]) =>
    // The word itself too: 瘫 stands for 瘫痪, which would become 瘫痪痪.
    [word, ...others].map((each) => [each, word] as const),
  ),
);
const synonyms = anyOf([...canonical.keys()]);
const fillers = anyOf(colloquial.fillers);

/** Identity, phone and card numbers, spaced or spelt out, with the word before them: who, not what. */
const numbersOfPeople =
  /(?:身份证|电话|手机|卡)?(?:号码?)?[:是]?\s*(?:\d(?:[\s-]?\d){6,}x?|[零〇幺一二三四五六七八九]{5,})/g;
const doorNumbers = /\d+(?:号楼|号|栋|幢|单元|室|楼|层|门)(?:\d{3,4})?/g;

const digits = '零一二三四五六七八九';

/** 八十一 → 81, 十五 → 15: ages and years are said more often than typed. */
const arabic = (text: string) =>
  text.replace(/([一二三四五六七八九]?)十([一二三四五六七八九]?)/g, (_, tens: string, ones: string) =>
    String((tens ? digits.indexOf(tens) : 1) * 10 + (ones ? digits.indexOf(ones) : 0)),
  );

/** Ages from 60 on count by their decade, since benefits begin at 60, 80, 90 and 100: 83 asks what 80 asks. */
const decades = (text: string) =>
  text
    .replace(/(?<!\d)(?:[6-9]|1[01])\d(?!\d)/g, (age) => `${age.slice(0, -1)}0`)
    .replace(/(\d)周?岁/g, '$1 ');

/** Stands between texts. It is in none of them, and no expression here reaches across it. */
const GAP = '\0';

/** Texts without noise and fillers, each word in the one form that stands for its synonyms, with a gap between any two. */
const plain = (texts: readonly string[]): string =>
  decades(
    arabic(
      texts.join(GAP).normalize('NFKC').toLowerCase().replace(numbersOfPeople, ' ').replace(doorNumbers, ' '),
    ),
  )
    .replace(synonyms, (word) => canonical.get(word) ?? word)
    .replace(fillers, ' ');

// Made once: the build turns an expression with a script into `new RegExp`, which costs each time.
const runs = /\0|\p{Script=Han}+|\d+|[a-z]+/gu;

/** The runs of Han, of digits and of Latin letters, and the gaps. */
const runsOf = (plainText: string): string[] => plainText.match(runs) ?? [];

/** Of the runs only those of Han are beyond ASCII. */
const isHan = (run: string) => run.charCodeAt(0) > 0x7f;

/** A run's tokens: neighbouring pairs, which need no dictionary and forgive a wrong neighbour; what is no Han stays whole. */
function tellTokens(run: string, tell: (token: string) => void): void {
  let before = '';
  let isPaired = false;
  if (isHan(run))
    for (const character of run) {
      if (before) tell(before + character);
      isPaired = before !== '';
      before = character;
    }
  // A lone character stands for itself.
  if (!isPaired) tell(run);
}

/**
 * Tells the tokens of each text with its place: pairs of characters, and numbers and Latin words whole. All texts go through the
 * expressions as one: thousands of small ones take a cold start three times as long.
 */
export function eachToken(texts: readonly string[], tell: (token: string, place: number) => void): void {
  let place = 0;
  const here = (token: string) => tell(token, place);
  for (const run of runsOf(plain(texts))) {
    if (run === GAP) place += 1;
    else tellTokens(run, here);
  }
}

/** The tokens of a question: as of a saying, and each character, since a saying may rest on one (吵, 雪). */
export function tokensAsked(text: string): Set<string> {
  const tokens = new Set<string>();
  for (const run of runsOf(plain([text]))) {
    if (isHan(run)) for (const character of run) tokens.add(character);
    tellTokens(run, (token) => tokens.add(token));
  }
  return tokens;
}

/** A sentence cut where one need may end and the next begin. */
export const clausesOf = (text: string): string[] =>
  text
    .split(/[,。;、!?.\s]|还有|另外|顺便|顺道|以及|同时|接着|然后|再|和|跟/)
    .filter((clause) => clause.length > 1);
