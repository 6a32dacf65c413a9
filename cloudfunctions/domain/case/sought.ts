import { dialled } from '../../../contract/phone';
import { shanghai } from '../../../contract/time';
import { canonical } from '../canonical';
import { nameKey, phoneKey } from '../person-key';

/** What a manager types to find a case, read as all that it may be. */
export interface Sought {
  /** as whole case numbers */
  numbers: string[];
  /** as a phone, in the spelling of `foundBy` */
  phone?: string;
  /** as a name: the resident's in the spelling of `foundBy`, and the agent's as it may be written */
  name?: { key: string; written: string[] };
}

/** What stands before a number where it was copied from a page or is said along with it. */
const announced = /^(?:办件)?(?:编号|单号|号码|no\.?)[:\s]*/i;
/** Between the groups of a number: 26 1123 8176, 26-1123-8176. */
const marks = /[\s\p{Pd}.]/gu;

/**
 * Reads the words. A number may be said without its year: then this year's and last year's are meant, and an old one that never
 * had a year. Ten digits may be a number and a phone (400…); digits are no name.
 */
export function soughtBy(text: string, now: number): Sought {
  const form = canonical(text).trim();
  const digits = form.replace(announced, '').replace(marks, '');
  const phone = dialled(text);
  const isNumber = /^\d{8,14}$/.test(digits);
  const year = Number(shanghai(now).format('YY'));
  return {
    numbers: isNumber ? [digits, ...[year, year - 1].map((before) => `${before}${digits}`)] : [],
    phone: phone && phoneKey(phone),
    name:
      phone === undefined && !isNumber && /\p{L}/u.test(form)
        ? { key: nameKey(form), written: namesIn(text, form) }
        : undefined,
  };
}

const namesIn = (text: string, form: string) => [...new Set([text, form])];
