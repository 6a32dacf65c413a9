import { hashOf, readable } from './codes';
import type { InstallationDoc } from './documents';

/** How long a printed code is good. */
const GOOD_MS = 30 * 60_000;
/** Bytes that a code is made of, a character each. */
export const BEGIN_BYTES = 12;

/** What is kept of the code with which an installation begins. */
export const beginHash = (code: string): string => hashOf(code, 'begin');

/** A new code from random bytes, and the document that lets it in: who runs the installation writes that, and reads out the code. */
export function newBegin(bytes: Uint8Array, now: number): { code: string; doc: InstallationDoc } {
  const code = readable(bytes);
  return { code, doc: { _id: 'begin', hash: beginHash(code), until: now + GOOD_MS, tries: [] } };
}

/** As it is printed: `ABCD-EFGH-JKLM`. */
export const printed = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');
