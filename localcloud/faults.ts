/** Failures that somebody at the page, or a test, asked for: the next `times` calls of `api` answer `errcode`. */
export class Faults {
  #set = new Map<string, { errcode: number | string; times: number }>();

  set(api: string, errcode: number | string, times: number): void {
    this.#set.set(api, { errcode, times });
  }

  /** The code that this call of `api` shall fail with, if any. */
  take(api: string): number | string | undefined {
    const fault = this.#set.get(api);
    if (!fault || fault.times <= 0) return undefined;
    fault.times -= 1;
    return fault.errcode;
  }
}
