/** Texts as they stand in a cell of a spreadsheet. */

/**
 * A text that no spreadsheet takes for a formula. Formulas begin with = + - @, a tab or a line break, also in full width;
 * a leading ' makes them text. Source: OWASP, CSV Injection.
 */
export function harmless(text: string): string {
  return /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}

/**
 * A text that Excel, opening a .csv, takes for no number and no date: a case number (`01048090` would lose its 0, fourteen digits become
 * 2.6E+13) and a month (`2026-11` would become Nov-26) get a tab before them, which no reader sees.
 */
export function unchanged(text: string): string {
  return /^(\d+|\d{4}-\d{2})$/.test(text) ? `\t${text}` : text;
}
