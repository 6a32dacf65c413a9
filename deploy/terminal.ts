import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** Questions to the person at the terminal, one after the other, also where answers come by a pipe. */
export class Terminal {
  #isAsking = false;
  #hidden = false;
  #lines: AsyncIterator<string> | undefined;
  #close: (() => void) | undefined;

  /** Gives the answer, or nothing where the input has ended. A secret is not shown while it is typed. */
  async ask(question: string, { secret = false } = {}): Promise<string | undefined> {
    process.stdout.write(`${question} `);
    this.#hidden = secret;
    this.#isAsking = true;
    const { value, done } = await this.#input().next();
    this.#hidden = false;
    this.#isAsking = false;
    if (secret || !process.stdin.isTTY) process.stdout.write('\n');
    return done ? undefined : String(value).trim();
  }

  #input(): AsyncIterator<string> {
    if (this.#lines) return this.#lines;
    const output = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        if (!this.#hidden) process.stdout.write(chunk);
        done();
      },
    });
    const reading = createInterface({ input: process.stdin, output, terminal: process.stdin.isTTY === true });
    // Nothing is being changed while a question stands: Ctrl-C ends the run. Else it means what it means without a terminal of ours.
    reading.on('SIGINT', () => {
      if (this.#isAsking) process.exit(130);
      process.kill(process.pid, 'SIGINT');
    });
    this.#close = () => reading.close();
    this.#lines = reading[Symbol.asyncIterator]();
    return this.#lines;
  }

  close(): void {
    this.#close?.();
  }
}
