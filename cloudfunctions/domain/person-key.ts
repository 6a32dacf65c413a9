import { dialled, withoutExtension } from '../../contract/phone';
import { canonical } from './canonical';

/** Dots, blanks and hyphens in a name are written in many ways, and left out. */
const marks = /[^\p{L}\p{M}\p{N}]/gu;

/** One key for a name, however it is written: 买买提·艾力, 买买提・艾力, 买买提 艾力. */
export const nameKey = (name: string) => {
  const form = canonical(name).toLowerCase();
  return form.replace(marks, '') || form;
};

/** One spelling of a phone: what a telephone is given, or the text where it is none. */
export const phoneKey = (phone: string): string => withoutExtension(dialled(phone) ?? phone);

/** What tells a person in the register of a community: phone and name, since a household shares a phone. */
export const personKey = ({ name, phone }: { name: string; phone: string }): string =>
  `${phoneKey(phone)} ${nameKey(name)}`;

const numerals = '零一二三四五六七八九';
/** 三号楼 as 3号楼, 十二单元 as 12单元: up to 99, as doors are counted. */
const counted = (text: string): string =>
  text.replace(/[一二三四五六七八九]?十[一二三四五六七八九]?|[零一二三四五六七八九]/g, (word) => {
    const [tens = '', ones = ''] = word.includes('十') ? word.split('十') : ['', word];
    const ten = word.includes('十') ? (tens === '' ? 1 : numerals.indexOf(tens)) * 10 : 0;
    return String(ten + (ones === '' ? 0 : numerals.indexOf(ones)));
  });

/** The numbers of a door in their order, by which it is found however it is written: 3号楼2单元501 → `3-2-501-`. */
export const doorKey = (address: string): string =>
  (counted(canonical(address)).match(/\d+/g) ?? []).map((number) => `${Number(number)}-`).join('');

/** What an entry of the register is found by. */
export function findKeys({ name, phone, address }: { name: string; phone: string; address?: string }): {
  key: string;
  nameKey: string;
  door?: string;
} {
  const door = address === undefined ? '' : doorKey(address);
  return { key: personKey({ name, phone }), nameKey: nameKey(name), door: door === '' ? undefined : door };
}
