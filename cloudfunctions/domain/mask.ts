import { seen } from '../../contract/text';
import { dialled, withoutExtension } from '../../contract/phone';
import { read } from './canonical';

/** What others may see of a text or a person. Rules: docs/domain.md, "Privacy". */

// Between the digits people type blanks, dashes, dots and brackets of every kind; the canonical form has the ASCII ones.
const gap = String.raw`[\s()[\]{}<>.\u3002\u00B7\u2022\u2027\u2219\u22C5\u30FB/|_~*\p{Pd}\u2212]{0,3}`;
const digit = String.raw`\d${gap}`;
const digits = (count: string) => `(?:${digit}){${count}}`;
const alone = String.raw`(?<!\d)`;
const ends = String.raw`(?!\d)`;

/** 1954-05-06 begins like a phone. */
const noDate = String.raw`(?!(?:19|20)\d\d[^\d](?:0?[1-9]|1[0-2])[^\d](?:0?[1-9]|[12]\d|3[01])${ends})`;
const month = `(?:0${gap}[1-9]|1${gap}[0-2])${gap}`;
const day = String.raw`(?:0${gap}[1-9]|[12]${gap}\d|3${gap}[01])${gap}`;
const area = `[1-8]${gap}${digits('5')}`;
const checked = `(?:[Xx]|\\d${ends})`;
/** 残疾证号: the ID number, a digit for the kind and one for the grade, and B1 on a second copy. */
const grade = `${gap}[1-7]${gap}[1-4](?:${gap}[Bb]${gap}\\d)?${ends}`;
const birth = `(?:1${gap}9|2${gap}0)${gap}${digits('2')}${month}${day}`;
const country = String.raw`(?:\(?\+?\(?(?:00)?86${gap}|0${gap})?`;
const extension = String.raw`(?:\s*(?:转|分机号?|ext\.?|[-#x])\s*\d{1,6})?`;

const number = (source: string) => new RegExp(alone + noDate + source, 'gu');

/** 车牌: a province and its office, five characters or six of a car without exhaust, three digits of them at least; embassies have six digits. */
const plate = new RegExp(
  String.raw`[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]\s?[A-HJ-NP-Z][\s·•.-]{0,2}(?=(?:[A-HJ-NP-Z]{0,2}\d){3})(?:[A-HJ-NP-Z\d]{5,6}|[A-HJ-NP-Z\d]{4}[挂学警港澳使领])(?![A-Z\d])|使\s?\d{6}(?!\d)`,
  'giu',
);

/** What is hidden and what stands for it, the most telling first: what a pattern has taken the next does not see. */
const patterns: [RegExp, string | ((found: string) => string)][] = [
  [plate, '[车牌号]'],
  [number(`${area}${birth}${digits('3')}[\\dXx]${grade}`), '[残疾证号]'],
  [number(`${area}${birth}${digits('3')}${checked}`), '[身份证号]'],
  [number(`[1-8]${gap}${digits('16')}${checked}`), '[身份证号]'],
  [number(`${area}${digits('2')}${month}${day}${digits('2')}\\d${ends}`), '[身份证号]'],
  // A landline is run into it.
  [number(String.raw`1[3-9]\d{9}(?=0[1-9]\d{1,2}${gap}[2-8])`), '[电话]'],
  // Longer than any phone: a number of a person or of a card, or several run together.
  [/\d{15,}/g, nameOf],
  [number(`[3-9]${gap}${digits('14,17')}\\d${ends}`), '[银行卡号]'],
  [number(`${country}1${gap}[3-9]${gap}${digits('8')}\\d${ends}`), '[电话]'],
  // A mobile number with a few digits run into it: 15400000456 and room 402.
  [number(String.raw`\d{0,3}1[3-9]\d{9}\d{0,3}${ends}`), '[电话]'],
  [number(String.raw`0[1-9]\d{8,10}${extension}${ends}`), '[电话]'],
  [
    number(
      String.raw`\(?(?:\+?\(?(?:00)?86${gap}0?|0)(?:10|2\d|[3-9]\d\d)${gap}[2-8]${gap}${digits('5,6')}\d${extension}${ends}`,
    ),
    '[电话]',
  ],
  // Without an area code it is a phone where it is called one.
  [
    new RegExp(
      String.raw`(?<=(?:电话|座机|手机|固话|联系方式|微信|qq)号?码?(?:就?是|为)?[\s:]*)\d(?:${gap}\d){6,11}${ends}`,
      'giu',
    ),
    '[电话]',
  ],
  [
    /(?<=(?:密码|验证码|口令|password|pwd)(?:就是|是|为|叫|改[成为]了?|设[成为的]了?)?[\s:="'\u201C\u2018]*)[\w@#$%^&*!.+?~-]{4,}/gi,
    '[已隐去]',
  ],
];

/** The check digit of bank cards (Luhn, ISO/IEC 7812-1): one mistyped digit breaks it. */
export function isCardNumber(number: string): boolean {
  const sum = [...number].reverse().reduce((total, one, i) => {
    const doubled = Number(one) * (i % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

const orderBefore = /(?:订单|运单|快递|物流|流水|受理|业务|回执|工单|单据?)号?码?(?:就?是|为)?[\s:#]*$/u;

/**
 * A number of an order, which its reader needs: it is called one, it is as long as a card's and has not a card's check digit, nor an ID's length.
 * Without the word it stays hidden: what cannot be told apart is not shown.
 */
function isOrder(found: string, before: string): boolean {
  const number = found.replace(/\D/g, '');
  const isLong = number.length >= 16 && number.length <= 19 && number.length !== 18;
  // One that begins as a mobile number does may have one in it.
  return isLong && !/^1[3-9]/.test(number) && !isCardNumber(number) && orderBefore.test(before);
}

function nameOf({ length }: string): string {
  if (length === 20) return '[残疾证号]';
  if (length === 15 || length === 18) return '[身份证号]';
  return length < 20 ? '[银行卡号]' : '[号码]';
}

/** In speech input and in writing digits are also words: 幺 is said for 1. */
const spokenDigits = new Map(
  ['零〇', '一幺壹', '二两贰', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap(
    (words, value) => [...words].map((word) => [word, String(value)] as const),
  ),
);
const asDigits = (form: string) =>
  form.replace(/[零〇一幺壹二两贰三叁四肆五伍六陆七柒八捌九玖]/g, (word) => spokenDigits.get(word) ?? word);

/**
 * Hides ID numbers, bank cards, phones (spoken ones too) and passwords in free text before others read it. They
 * are found in the canonical form; all other text stays as it was written.
 */
export function maskText(text: string): string {
  const { form, written } = read(text);
  const hidden: { start: number; end: number; word: string }[] = [];
  const hide = (from: string) =>
    patterns.reduce(
      (left, [pattern, word]) =>
        left.replace(pattern, (found: string, ...rest: unknown[]) => {
          const at = rest.find((each) => typeof each === 'number') ?? 0;
          if (isOrder(found, left.slice(Math.max(0, at - 12), at))) return found;
          const [start, end] = written(at, at + found.length);
          hidden.push({ start, end, word: typeof word === 'string' ? word : word(found) });
          return '\0'.repeat(found.length);
        }),
      from,
    );
  hide(asDigits(hide(form)));
  return hidden
    .toSorted((a, b) => b.start - a.start)
    .reduce((masked, { start, end, word }) => masked.slice(0, start) + word + masked.slice(end), text);
}

/** What stands in place of a name where the resident wants to be known by nobody. */
export const ANONYMOUS = '匿名';

/** What stands in place of the name of somebody who has left (注销). */
export const GONE = '已注销';

/** `赵一示` → `赵**`; a name of one character is never shown. */
export function maskName(name: string): string {
  if (name === ANONYMOUS || name === GONE) return name;
  const [first = '', ...rest] = seen(name).trim();
  return rest.length > 0 ? first + '*'.repeat(rest.length) : '*';
}

/** `04525550124` → `045****0124`: enough to recognise, not to call. */
export function maskPhone(phone: string): string {
  const number = withoutExtension(dialled(phone) ?? phone);
  return number.length < 8 ? '***' : `${number.slice(0, 3)}****${number.slice(-4)}`;
}
