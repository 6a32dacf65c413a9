import { limits } from '../../../contract/limits';
import { canonical } from '../canonical';
import { isComplaint } from '../case/complaint';
import { maskText } from '../mask';
import { isAdvert } from './adverts';
import type { Found } from './index';

/** 姓名 and numbers tell of a person: what looks like either is not kept. */
const ofPerson = /\d{3,}|(?:我叫|我是|姓名|名字|身份证|住在|家住)/;

/**
 * The words of a search that found nothing, in the form that they are counted by. Undefined where they found something, or are not
 * to be kept: long words tell a story, masked words and numbers tell of a person, an advert or a complaint is no word for an
 * item.
 */
export function missedWords(text: string, { items, hotlines }: Found): string | undefined {
  // An item without a score stands for whatever no other item answers.
  if (hotlines.length > 0 || items.some(({ score }) => score > 0)) return undefined;
  const words = canonical(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const length = [...words].length;
  if (length < 2 || length > limits.saying || !/\p{Script=Han}/u.test(words)) return undefined;
  if (ofPerson.test(words) || maskText(text) !== text || isAdvert(words) || isComplaint(text))
    return undefined;
  return words;
}
