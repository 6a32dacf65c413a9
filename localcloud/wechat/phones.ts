import { randomBytes } from 'node:crypto';

/** How long a code is good. Source: docs/wechat.md, "Phone". */
const GOOD_MS = 5 * 60_000;

/** The codes of `open-type="getPhoneNumber"`: each tells one number, once, for five minutes, and to its own person's function alone. */
export class PhoneCodes {
  readonly #codes = new Map<string, { openid: string; phone: string; until: number }>();

  /** What a tap on the button gives the page. */
  give(openid: string, phone: string, now: number): string {
    const code = randomBytes(32).toString('hex');
    this.#codes.set(code, { openid, phone, until: now + GOOD_MS });
    return code;
  }

  /** The number of a code, which is used up by it; undefined where it is not good. Another person's stays good for theirs. */
  take(code: string, openid: string | undefined, now: number): string | undefined {
    const known = this.#codes.get(code);
    if (!known || (openid !== undefined && openid !== known.openid)) return undefined;
    this.#codes.delete(code);
    return now < known.until ? known.phone : undefined;
  }
}
