import { seen } from './text';

/** Stands between the digits: brackets, dashes and dots of every kind, blanks. */
const marks = /[\s()[\]{}<>.\u3002\u00B7\u2022\u2027\u2219\u22C5\u30FB/_~\p{Pd}\u2212\u30FC]/gu;
/** 转, 分机, ext.: what follows is dialled once it is answered. */
const extensionMark = /(?:(?:转|轉|分机号?|分機號?|ext|[x#,;])[\s.:]*)+/;
/** `0452-5550177-802`, `0452-5550177(802)`: the last group, where the whole is no number. */
const lastGroup = /^(.+?)[\s(\p{Pd}]+(\d{1,6})\)?$/u;

/** Characters that any spelling of a number needs at most. */
const LONGEST = 60;

/** A mobile number, a landline with its area code or a 400 number, as it is dialled within China. */
function numberOf(written: string): string | undefined {
  const [, country = '', rest = ''] = /^(\+?(?:00)?86|)(\d+)$/.exec(written.replace(marks, '')) ?? [];
  const [, mobile] = /^0?(1[3-9]\d{9})$/.exec(rest) ?? [];
  if (mobile) return mobile;
  if (/^[48]00\d{7}$/.test(rest)) return rest;
  const landline = country ? `0${rest.replace(/^0/, '')}` : rest;
  return /^0[1-9]\d{8,10}$/.test(landline) ? landline : undefined;
}

/**
 * A phone as it is dialled, whatever way it was written (+86, 0086, brackets, dashes, full width, invisible marks):
 * `15400000456`, `04525550177`, `04525550177转802`, `4008001234`. Undefined where it is none.
 */
export function dialled(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const written = seen(text.normalize('NFKC')).trim().toLowerCase();
  const [front = '', extension, ...more] = written.split(extensionMark);
  if (extension === undefined) {
    const number = numberOf(written);
    if (number) return number;
  }
  const [, before, group] =
    extension === undefined ? (lastGroup.exec(written) ?? []) : ['', front, extension.trim()];
  const number = before && more.length === 0 ? numberOf(before) : undefined;
  return number && group && /^\d{1,6}$/.test(group) ? `${number}转${group}` : undefined;
}

/** What a telephone is given: the number without its extension, which a person dials once it is answered. */
export const withoutExtension = (phone: string): string => phone.replace(/转.*/, '');
