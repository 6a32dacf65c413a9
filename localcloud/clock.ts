import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';

/** The one clock of the local cloud: functions, timers, server dates and messages all read it. Epoch milliseconds. */
export interface Clock {
  now(): number;
  /** Goes on from `at`, or stands still there when frozen. */
  set(at: number, frozen?: boolean): void;
  /** Forward by `ms`; a frozen clock stays frozen. */
  advance(ms: number): void;
}

const kept = v.object({ offset: v.number(), frozenAt: v.nullable(v.number()) });

/** A clock that remembers in `file` how far it is from the machine's, so that a restarted demo goes on in its own time. */
export function openClock(file: string): Clock {
  let { offset, frozenAt } = read(file);
  const clock: Clock = {
    now: () => frozenAt ?? Date.now() + offset,
    set(at, frozen = false) {
      offset = at - Date.now();
      frozenAt = frozen ? at : null;
      // Renaming is atomic: a kill leaves the old file or the new one.
      writeFileSync(`${file}.new`, JSON.stringify({ offset, frozenAt }));
      renameSync(`${file}.new`, file);
    },
    advance: (ms) => clock.set(clock.now() + ms, frozenAt !== null),
  };
  return clock;
}

function read(file: string): v.InferOutput<typeof kept> {
  try {
    return v.parse(kept, JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { offset: 0, frozenAt: null }; // the first start
  }
}

/** `Date` for a function instance: without arguments it reads `clock`; its instances are native dates. */
export function dateOn(clock: Clock): DateConstructor {
  return new Proxy(Date, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length > 0 ? args : [clock.now()], newTarget),
    apply: () => new Date(clock.now()).toString(),
    get: (target, key) => (key === 'now' ? clock.now : Reflect.get(target, key)),
  });
}
