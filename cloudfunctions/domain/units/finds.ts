import { canonical } from '../canonical';
import type { OrgDoc } from '../documents';

/**
 * How a unit is found by a part of its name, or of an estate's: every two characters that stand beside each other are kept (`finds`), and what
 * has all pairs of the asked text is looked at. An index of a list answers that; no index answers "contains".
 */
const marks = /[^\p{L}\p{M}\p{N}]/gu;
const form = (text: string): string => canonical(text).toLowerCase().replace(marks, '');

function pairs(text: string): string[] {
  const characters = [...text];
  const found = characters.slice(1).map((character, i) => `${characters[i]}${character}`);
  return found.length > 0 ? found : characters;
}

type Named = Pick<OrgDoc, 'name' | 'estates'>;
const namesOf = ({ name, estates = [] }: Named): string[] => [name, ...estates];

/** What a unit keeps to be found by. A single character finds the names that begin with it. */
export const findsOf = (unit: Named): string[] => [
  ...new Set(
    namesOf(unit)
      .map(form)
      .flatMap((name) => [...pairs(name), ...[...name].slice(0, 1)]),
  ),
];

/** What a unit must have all of to be looked at for this text; empty where nothing of it can be found. */
export const pairsOf = (text: string): string[] => [...new Set(pairs(form(text)))];

/** The name or estate of a unit that has this text in it. */
export function foundIn(unit: Named, text: string): string | undefined {
  const asked = form(text);
  return namesOf(unit).find((name) => form(name).includes(asked));
}
