/**
 * Failures that somebody at the page, or a test, asked for: the next `times` calls of `api` answer `errcode`; `lost` lets the
 * call arrive and loses the answer.
 */
export class Faults {
  #set = new Map<string, { errcode: number | string; times: number }>();

  set(api: string, errcode: number | string, times: number): void {
    this.#set.set(api, { errcode, times });
  }

  #limits = new Map<string, { perMinute: number; minute: number; count: number }>();

  /** At most so many calls of `api` in a minute of the cloud's clock. */
  limit(api: string, perMinute: number): void {
    this.#limits.set(api, { perMinute, minute: 0, count: 0 });
  }

  isOverLimit(api: string, now: number): boolean {
    const limit = this.#limits.get(api);
    if (!limit) return false;
    const minute = Math.floor(now / 60_000);
    if (limit.minute !== minute) Object.assign(limit, { minute, count: 0 });
    limit.count += 1;
    return limit.count > limit.perMinute;
  }

  /** The code that this call of `api` shall fail with, if any. */
  take(api: string): number | string | undefined {
    const fault = this.#set.get(api);
    if (!fault || fault.times <= 0) return undefined;
    fault.times -= 1;
    return fault.errcode;
  }
}
