import type { PersonDoc } from '../documents';
import { nameKey } from '../person-key';
import { asShown, ofPerson } from '../shown';
import type { Fault } from './column';

/**
 * 带星号的号码: a list of people goes out as managers see it (domain/shown.ts), so numbers and doors have stars. Such a row that comes back says
 * "as it is": it is recognised by name and what is left of the number, and changes nothing. Rules: docs/decisions/0069.
 */

type Named = Pick<PersonDoc, 'name' | 'phone'>;

export const hasStars = (text: string): boolean => /[*\uFF0A]/.test(text);

/** The stars and digits alone, however a spreadsheet has them: `045****0124`. */
export const starred = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

export const phoneShown = (phone: string): string => asShown('phone', phone, ofPerson.phone.found) ?? '';

/** Of a row and of an entry the same, where the row may be that entry. */
export const starKey = ({ name, phone }: Named): string =>
  `${nameKey(name)} ${hasStars(phone) ? starred(phone) : phoneShown(phone)}`;

/** How many there are of each key. */
export function countsOf(keys: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Why a row with stars is none that is there: nobody fits, or several do. `who`: 新民社区的居民. */
export function faultOfStars(row: Named, found: number, who: string): Fault | undefined {
  if (found === 1) return undefined;
  const number = starred(row.phone);
  return {
    column: '电话',
    text:
      found === 0
        ? `${who}里没有叫“${row.name}”、号码是${number}的人。要添他，请把号码写全；不添，请去掉这一行。`
        : `${who}里有${found}个人叫“${row.name}”、号码都是${number}，认不出是哪一位。请把号码写全，或者去掉这一行。`,
  };
}
