import colloquial from '../../../config/content/colloquial.zh.json';

/**
 * Speech input writes the wrong character with the right sound (残急证), and some type the sound itself (can ji zheng).
 * Here such stretches are put back into words that residents are known to use.
 */

interface Ear {
  /** the key of a word's sounds → the word */
  words: Map<string, string>;
  /** the words themselves: what is already one of them was heard right */
  written: Set<string>;
  /** every syllable of those words, as typed */
  syllables: Set<string>;
}

const LONGEST = 6;

/** Loads the pinyin tables: 50 ms and more, so only when a question needs them. */
const loadPinyin = () => require('pinyin-pro') as typeof import('pinyin-pro');

const sounds = new Map<string, string>();
const soundOf = (character: string): string => {
  const known = sounds.get(character);
  if (known !== undefined) return known;
  const sound = loadPinyin().pinyin(character, { toneType: 'none', v: true });
  sounds.set(character, sound);
  return sound;
};

/**
 * One key for words that sound alike. Longer words also match without what many speakers do not keep apart (zh/z, ch/c,
 * sh/s, a final n or ng); in a word of two characters that would make 单元 a 党员.
 */
const keyOf = (spoken: string[]) =>
  (spoken.length > 2
    ? spoken.map((each) => each.replace(/^([zcs])h/, '$1').replace(/ng$/, 'n'))
    : spoken
  ).join(' ');

const isHan = (text: string) => /^\p{Script=Han}+$/u.test(text);

function listen(): Ear {
  const items = Object.values(colloquial.items);
  const phrases = [
    ...items.flatMap(({ names }) => names),
    ...items.flatMap(({ says, subtypes }) => [...says, ...Object.values(subtypes).flat()]),
    ...Object.entries(colloquial.synonyms).flat(2),
  ];
  const written = new Set(
    phrases
      .flatMap((phrase) => phrase.split(' '))
      .filter((word) => isHan(word) && word.length > 1 && word.length <= LONGEST),
  );
  const ear: Ear = { words: new Map(), written, syllables: new Set() };
  for (const word of written) {
    const spoken = [...word].map(soundOf);
    for (const syllable of spoken) ear.syllables.add(syllable);
    const key = keyOf(spoken);
    // Names come first, so of two words that sound alike the name of an item stays.
    if (!ear.words.has(key)) ear.words.set(key, word);
  }
  return ear;
}

let remembered: Ear | undefined;
const ear = () => (remembered ??= listen());

/** `canjizheng` → can, ji, zheng, longest first; nothing when the letters are not syllables to the end. */
function spell(letters: string, syllables: Set<string>): string[] | undefined {
  // From the end, so that each place is worked out once, whatever the letters are.
  const from: (string[] | undefined)[] = [];
  from[letters.length] = [];
  for (let at = letters.length - 1; at >= 0; at -= 1) {
    for (let length = Math.min(6, letters.length - at); length > 0 && !from[at]; length -= 1) {
      const head = letters.slice(at, at + length);
      const rest = from[at + length];
      if (rest && syllables.has(head)) from[at] = [head, ...rest];
    }
  }
  return from[0];
}

/** A character or a typed syllable, with its sound if it has one. */
interface Unit {
  written: string;
  sound?: string;
}

const unitsOf = (text: string, syllables: Set<string>): Unit[] =>
  (text.match(/[a-z]+|\s+|./gsu) ?? []).flatMap((part): Unit[] => {
    if (isHan(part)) return [{ written: part, sound: soundOf(part) }];
    if (/^\s+$/.test(part)) return [];
    if (!/^[a-z]+$/.test(part)) return [{ written: part }];
    return spell(part, syllables)?.map((sound) => ({ written: '', sound })) ?? [{ written: ' ' }];
  });

/** The text as it may have been meant: same text where every stretch is a known word or sounds like none. */
export function hearAgain(text: string): string {
  const { words, written, syllables } = ear();
  const units = unitsOf(text.normalize('NFKC').toLowerCase(), syllables);
  const windows = (at: number) =>
    Array.from({ length: LONGEST - 1 }, (_, i) => units.slice(at, at + LONGEST - i)).filter(
      ({ length }) => length > 1,
    );
  const heardRight = new Set<Unit>();
  units.forEach((_, at) => {
    for (const window of windows(at)) {
      if (!written.has(window.map((unit) => unit.written).join(''))) continue;
      for (const unit of window) heardRight.add(unit);
    }
  });
  let heard = '';
  for (let at = 0; at < units.length;) {
    const match = windows(at)
      .filter((window) => window.every((unit) => unit.sound) && !window.every((unit) => heardRight.has(unit)))
      .map((window) => ({
        length: window.length,
        word: words.get(keyOf(window.map(({ sound = '' }) => sound))),
      }))
      .find(({ word }) => word !== undefined);
    heard += match?.word ?? units[at]?.written ?? '';
    at += match?.length ?? 1;
  }
  return heard;
}
