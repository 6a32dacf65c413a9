/** 上传: what is put into the cloud before it hangs anywhere, and how long it may lie there. Rule: docs/decisions/0068. */

const hourMs = 3_600_000;
/** A photo is handed on within this time of when its name was granted, or put there anew. */
export const HAND_ON_MS = 24 * hourMs;

const granted = /\/u([0-9a-z]{8,9})-[0-9a-f]{12}-\d\.\w+$/;

/** The name of the nth file of a grant, which carries when that was; `key` is twelve hexadecimal digits. */
export const nameOfUpload = (at: number, key: string, nth: number, end: string): string =>
  `u${at.toString(36)}-${key}-${nth}.${end}`;

/** Has a photo that the server granted a name waited too long? A name of an older mini-program carries no time. */
export function isStale(photo: string, now: number): boolean {
  const at = granted.exec(photo)?.[1];
  return at !== undefined && now - parseInt(at, 36) > HAND_ON_MS;
}
