import { sha256 } from './sha256';

/** Thirty-two characters of which no two are mixed up: without 0, 1, I and O. */
const READABLE = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const SMALL = '0123456789abcdefghijklmnopqrstuv';

const spelt = (alphabet: string, bytes: Uint8Array): string =>
  [...bytes].map((byte) => alphabet.charAt(byte % alphabet.length)).join('');

/** Random bytes as a code that people read, a character a byte. */
export const readable = (bytes: Uint8Array): string => spelt(READABLE, bytes);
/** Random bytes as what only machines read. */
export const unreadable = (bytes: Uint8Array): string => spelt(SMALL, bytes);
/** Six random digits; the bytes are eight, so that no digit is likelier than another in any way that could be used. */
export const sixDigits = (bytes: Uint8Array): string =>
  String(bytes.reduce((sum, byte) => (sum * 256 + byte) % 1_000_000, 0)).padStart(6, '0');

/** Four random digits of the same. */
export const fourDigits = (bytes: Uint8Array): string => sixDigits(bytes).slice(-4);

/** What is kept of a secret. `of` keeps the same digits of two invitations apart. */
export const hashOf = (secret: string, of: string): string =>
  sha256(`${of}\n${secret}`).toString('hex').slice(0, 40);
