/** A limit of the platform's on an API, with the code that says it is used up. */
const periods = {
  perMinute: { ms: 60_000, errcode: 45011 },
  perDay: { ms: 86_400_000, errcode: 45009 },
} as const;
/** The platform's days begin at midnight in China. */
const SHANGHAI_MS = 8 * 3_600_000;
type Most = Partial<Record<keyof typeof periods, number>>;

/**
 * Failures that a visitor of the page, or a test, asked for: the next `times` calls of `api` answer `errcode`. `lost` lets the
 * call arrive and its answer come too late; `dropped` cuts the line after it has arrived.
 */
export class Faults {
  #set = new Map<string, { errcode: number | string; times: number }>();

  set(api: string, errcode: number | string, times: number): void {
    this.#set.set(api, { errcode, times });
  }

  #limits = new Map<string, { most: number; ms: number; errcode: number; period: number; count: number }[]>();

  /** At most so many calls of `api` in a minute, or a day, of the cloud's clock. */
  limit(api: string, most: Most): void {
    const names = Object.keys(periods) as (keyof typeof periods)[];
    const limits = names.flatMap((name) => {
      const count = most[name];
      return count === undefined ? [] : [{ ...periods[name], most: count, period: 0, count: 0 }];
    });
    this.#limits.set(api, limits);
  }

  /** Counts a call of `api`; the code of the limit that it breaks, if any. */
  overLimit(api: string, now: number): number | undefined {
    for (const limit of this.#limits.get(api) ?? []) {
      const period = Math.floor((now + SHANGHAI_MS) / limit.ms);
      if (limit.period !== period) Object.assign(limit, { period, count: 0 });
      limit.count += 1;
      if (limit.count > limit.most) return limit.errcode;
    }
    return undefined;
  }

  /** The code that this call of `api` shall fail with, if any. */
  take(api: string): number | string | undefined {
    const fault = this.#set.get(api);
    if (!fault || fault.times <= 0) return undefined;
    fault.times -= 1;
    return fault.errcode;
  }
}
