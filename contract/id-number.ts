import { isDay } from './time';
import { seen } from './text';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10X98765432';

/**
 * 公民身份号码 as it is printed, whatever way it was typed (full width, blanks, dashes, x): 18 characters with a birthday that there is and the
 * check character of GB 11643-1999. Undefined where it is none; those of 15 digits have not been valid since 2013.
 */
export function idNumberOf(text: string): string | undefined {
  if (text.length > 60) return undefined;
  const number = seen(text.normalize('NFKC'))
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase();
  if (!/^[1-8]\d{16}[\dX]$/.test(number)) return undefined;
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)];
  // `isDay` knows this century alone; a year of the last one has the days of the one a hundred years later, but for 1900.
  const isBorn = year.startsWith('19')
    ? isDay(`20${year.slice(2)}-${month}-${day}`) && `${year}${month}${day}` !== '19000229'
    : isDay(`${year}-${month}-${day}`);
  const sum = weights.reduce((all, weight, i) => all + weight * Number(number[i]), 0);
  return isBorn && checks[sum % 11] === number[17] ? number : undefined;
}
