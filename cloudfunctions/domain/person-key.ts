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
