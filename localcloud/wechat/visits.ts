/** Who has been in the mini-program when: WeChat checks only the words of a person who was there within two hours. */
export class Visits {
  readonly #last = new Map<string, number>();

  saw(openid: string, at: number): void {
    this.#last.set(openid, at);
  }

  isRecent(openid: string, now: number): boolean {
    const at = this.#last.get(openid);
    return at !== undefined && now - at <= 2 * 3_600_000;
  }
}
