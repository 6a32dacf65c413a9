/** The telephone numbers in a sentence: mobile, landline with area code, or a short public line such as 12345 and 110. */
export function phonesIn(words: string): string[] {
  const found =
    words.match(/1[3-9]\d{9}|0\d{2,3}-?\d{3,4}-?\d{4}|\b1(?:1\d|2\d|2\d{3}|0\d{3})\b|\b9\d{4}\b/g) ?? [];
  return [...new Set(found)];
}
