interface Waiter {
  owner: object;
  grant(held: boolean): void;
}

/** First come, first served locks on documents, in this process. An owner waits for one lock at a time. */
export class DocLocks {
  #held = new Map<string, { owner: object; queue: Waiter[] }>();
  #waiting = new Map<object, string>();

  /** Resolves with true when `owner` has the lock; with false at once when waiting would close a circle, or when it gives up. */
  async acquire(key: string, owner: object): Promise<boolean> {
    const lock = this.#held.get(key);
    if (!lock) {
      this.#held.set(key, { owner, queue: [] });
      return true;
    }
    if (lock.owner === owner) return true;
    if (this.#waitsFor(lock.owner, owner)) return false;
    this.#waiting.set(owner, key);
    return new Promise((grant) => lock.queue.push({ owner, grant }));
  }

  /** Gives back all that `owner` holds, and its place in a queue. */
  release(owner: object): void {
    const wanted = this.#waiting.get(owner);
    const waited = wanted === undefined ? undefined : this.#held.get(wanted);
    const place = waited?.queue.findIndex((waiter) => waiter.owner === owner) ?? -1;
    if (place >= 0) waited?.queue.splice(place, 1)[0]?.grant(false);
    this.#waiting.delete(owner);
    for (const [key, lock] of this.#held) {
      if (lock.owner !== owner) continue;
      const next = lock.queue.shift();
      if (!next) {
        this.#held.delete(key);
        continue;
      }
      lock.owner = next.owner;
      this.#waiting.delete(next.owner);
      next.grant(true);
    }
  }

  #waitsFor(owner: object, target: object): boolean {
    for (let holder: object | undefined = owner; holder;) {
      if (holder === target) return true;
      const key = this.#waiting.get(holder);
      holder = key === undefined ? undefined : this.#held.get(key)?.owner;
    }
    return false;
  }
}
