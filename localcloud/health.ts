import type { CollectionSpec, Store } from './database/store';
import { outageOf } from './outage';

/** `GET /health`: the process answers. `GET /ready`: it can be given work. Neither tells of any person. */
export interface Health {
  status: 200 | 503;
  body: { ok: boolean; why?: string };
}

/** Whether calls may come: the database is read, and the server is not on its way out. */
export async function readiness(
  store: Store,
  [first]: CollectionSpec[],
  isClosing: boolean,
): Promise<Health> {
  if (isClosing) return { status: 503, body: { ok: false, why: 'the server is stopping' } };
  try {
    if (first) await store.scan(first, { where: { all: [] }, limit: 1 }, () => false);
    return { status: 200, body: { ok: true } };
  } catch (error) {
    return { status: 503, body: { ok: false, why: outageOf(error) ?? 'the database does not answer' } };
  }
}

/** Calls that are being answered: a server that stops waits for them, but not for ever. */
export class InFlight {
  #running = 0;
  #waiting: (() => void)[] = [];
  isClosing = false;

  async track<T>(work: () => Promise<T>): Promise<T> {
    this.#running += 1;
    try {
      return await work();
    } finally {
      this.#running -= 1;
      if (this.#running === 0) for (const go of this.#waiting.splice(0)) go();
    }
  }

  /** From now on it is closing; resolves when nothing runs any more, at the latest after `mostMs`. */
  async drain(mostMs: number): Promise<void> {
    this.isClosing = true;
    if (this.#running === 0) return;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, mostMs)));
    await Promise.race([new Promise<void>((go) => this.#waiting.push(go)), late]);
    clearTimeout(timer);
  }
}
