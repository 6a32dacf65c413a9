import { closeSync, fstatSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/**
 * 日志: lines go into a file until it is full. Then it becomes `linli.1.log`, the one before it `linli.2.log`, and the oldest goes: so a server
 * that runs for years fills no disk with what it says.
 */
export class LogFiles {
  #file: number;
  #size: number;

  /** `bytes`: of one file at most; `kept`: older ones besides it. */
  constructor(
    private readonly folder: string,
    private readonly bytes = 10_000_000,
    private readonly kept = 5,
  ) {
    mkdirSync(folder, { recursive: true });
    this.#file = openSync(this.#path(0), 'a');
    this.#size = fstatSync(this.#file).size;
  }

  /** Throws where the disk takes nothing. */
  write(words: string | Uint8Array): void {
    const line = Buffer.from(words);
    if (this.#size > 0 && this.#size + line.length > this.bytes) this.#turn();
    writeSync(this.#file, line);
    this.#size += line.length;
  }

  #path = (nth: number): string => join(this.folder, nth === 0 ? 'linli.log' : `linli.${nth}.log`);

  #turn(): void {
    closeSync(this.#file);
    rmSync(this.#path(this.kept), { force: true });
    for (let nth = this.kept; nth > 0; nth -= 1)
      try {
        renameSync(this.#path(nth - 1), this.#path(nth));
      } catch {
        // There are not so many yet.
      }
    this.#file = openSync(this.#path(0), 'a');
    this.#size = fstatSync(this.#file).size;
  }
}

/** From here on what this process, its threads among it, says on stderr goes into files of that folder; where the disk takes nothing, to stderr again. */
export function logInto(folder: string): void {
  const files = new LogFiles(folder);
  const say = process.stderr.write.bind(process.stderr);
  type Done = (fault?: Error | null) => void;
  process.stderr.write = (words: string | Uint8Array, way?: BufferEncoding | Done, done?: Done): boolean => {
    try {
      files.write(words);
    } catch {
      say(words);
    }
    (typeof way === 'function' ? way : done)?.();
    return true;
  };
}
