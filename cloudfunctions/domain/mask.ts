/** What others may see of a text or a person. Rules: docs/domain.md, "Privacy". */

// Between the digits people type spaces and hyphens; in speech input they say 幺 for 1.
const gap = '[\\s-]?';
const digit = `\\d${gap}`;
const spoken = '[零〇幺一二三四五六七八九两]';

const patterns: [RegExp, string][] = [
  [new RegExp(`(?<!\\d)${digit.repeat(17)}[\\dXx](?!\\d)`, 'g'), '[身份证号]'],
  [new RegExp(`(?<!\\d)(?:${digit}){15,18}\\d(?!\\d)`, 'g'), '[银行卡号]'],
  [new RegExp(`(?<!\\d)1${gap}[3-9]${gap}(?:${digit}){8}\\d(?!\\d)`, 'g'), '[电话]'],
  [/(?<!\d)0\d{2,3}[\s-]?\d{3,4}[\s-]?\d{4}(?!\d)/g, '[电话]'],
  [new RegExp(`[幺一]${spoken}{10}`, 'g'), '[电话]'],
  [/((?:密码|验证码|口令)(?:是|为|:|:)?\s*)[\w@#$%^&*!.]{4,}/g, '$1[已隐去]'],
];

/** Hides ID numbers, bank cards, phones (spoken ones too) and passwords in free text before anybody else reads it. */
export function maskText(text: string): string {
  return patterns.reduce((masked, [pattern, word]) => masked.replace(pattern, word), text);
}

/** `赵一示` → `赵**` */
export function maskName(name: string): string {
  const [first = '', ...rest] = name;
  return first + '*'.repeat(rest.length);
}

/** `04525550124` → `0452****124`: enough to recognise, not to call. */
export function maskPhone(phone: string): string {
  return phone.length < 8 ? '***' : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}
