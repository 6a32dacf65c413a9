/** The telephone numbers in a sentence: mobile, landline with area code, or a short public line such as 12345 and 110. */
export function phonesIn(words: string): string[] {
  const found =
    words.match(/1[3-9]\d{9}|0\d{2,3}-?\d{3,4}-?\d{4}|\b1(?:1\d|2\d|2\d{3}|0\d{3})\b|\b9\d{4}\b/g) ?? [];
  return [...new Set(found)];
}

/**
 * A number in groups that stay in one line, as people copy it from a card: 138 1234 5678, 0452 5550110. Area codes have three
 * digits where the second is 1 or 2.
 */
export function spokenPhone(number: string): string {
  if (/^1\d{10}$/.test(number)) return number.replace(/(\d{3})(\d{4})(\d{4})/, '$1\u00a0$2\u00a0$3');
  return number.replace(/^(0[12]\d|0\d{3}|[48]00)(?=\d{7,8}(?:转|$))/, '$1\u00a0').replace('转', '\u00a0转');
}
