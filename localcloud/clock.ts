import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';

/** What tells the time of the local cloud. Epoch milliseconds. */
export interface Watch {
  now(): number;
}

/** The one clock of the local cloud: functions, timers, server dates and messages all read it. */
export interface Clock extends Watch {
  /** Goes on from `at`, or stands still there when frozen. */
  set(at: number, frozen?: boolean): void;
  /** Forward by `ms`; a frozen clock stays frozen. */
  advance(ms: number): void;
  /** What a watch in another thread reads it by. */
  hands: SharedArrayBuffer;
}

const kept = v.object({ offset: v.number(), frozenAt: v.nullable(v.number()) });

/** A clock that remembers in `file` how far it is from the machine's, so that a restarted demo goes on in its own time. */
export function openClock(file: string): Clock {
  const hands = new SharedArrayBuffer(2 * Float64Array.BYTES_PER_ELEMENT);
  const point = ({ offset, frozenAt }: v.InferOutput<typeof kept>) =>
    new Float64Array(hands).set([offset, frozenAt ?? Number.NaN]);
  const first = read(file);
  point(first);
  let isFrozen = first.frozenAt !== null;
  const clock: Clock = {
    ...watch(hands),
    hands,
    set(at, frozen = false) {
      isFrozen = frozen;
      const next = { offset: at - Date.now(), frozenAt: frozen ? at : null };
      point(next);
      // Renaming is atomic: a kill leaves the old file or the new one.
      writeFileSync(`${file}.new`, JSON.stringify(next));
      renameSync(`${file}.new`, file);
    },
    advance: (ms) => clock.set(clock.now() + ms, isFrozen),
  };
  return clock;
}

/** Reads a clock by its hands, from any thread: its offset, and where it stands still if it does. */
export function watch(hands: SharedArrayBuffer): Watch {
  const at = new Float64Array(hands);
  return {
    now() {
      const [offset = 0, frozenAt = Number.NaN] = at;
      return Number.isNaN(frozenAt) ? Date.now() + offset : frozenAt;
    },
  };
}

function read(file: string): v.InferOutput<typeof kept> {
  try {
    return v.parse(kept, JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { offset: 0, frozenAt: null }; // the first start
  }
}

/** `Date` for a function instance: without arguments it reads `clock`; its instances are native dates. */
export function dateOn(clock: Watch): DateConstructor {
  return new Proxy(Date, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length > 0 ? args : [clock.now()], newTarget),
    apply: () => new Date(clock.now()).toString(),
    get: (target, key) => (key === 'now' ? clock.now : Reflect.get(target, key)),
  });
}
