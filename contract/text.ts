/**
 * What a text looks like to a person. Everything that reads names, phones and blank fields goes through here; what was
 * written is kept as it was written. The one form that search, danger and masking read is `domain/canonical.ts`.
 */

/** Blanks of every kind and length, ends of lines among them. U+2800 is a letter of braille without dots. */
const blanks = /[\t-\r\x85\p{Z}\u2800]+/gu;
/** Written and not seen: control and format characters (zero-width, bidi, soft hyphen), fillers, half surrogates, the box of a keycap. */
const unseen = /[\u20E3\uFFFC\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

/** The text on one line, without what is not seen: `张\n三\u200B` → `张 三`. */
export const seen = (text: string): string => text.replace(blanks, ' ').replace(unseen, '');

/** Whether nothing of it is seen. */
export const isBlank = (text: string): boolean => seen(text).trim() === '';
