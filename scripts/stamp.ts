import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(__dirname, '..');

/**
 * Remembers what an output was built from, so that a build of unchanged inputs is not done again. The stamp lies beside
 * the output, not in it: what is in `dist` is shipped. A build that fails or is cut off leaves none.
 */
export class Stamp {
  readonly #file: string;
  readonly #hash: string;

  /** `inputs`: files and folders of the repository; `also`: anything else that the output depends on. */
  constructor(
    name: string,
    private readonly output: string,
    inputs: string[],
    also = '',
  ) {
    this.#file = path.join(root, '.cache', `build-${name}`);
    const hash = createHash('sha256').update(also);
    for (const file of inputs.flatMap(filesIn).sort()) {
      hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
    }
    this.#hash = hash.digest('hex');
  }

  get isFresh(): boolean {
    return (
      existsSync(path.join(root, this.output)) &&
      existsSync(this.#file) &&
      readFileSync(this.#file, 'utf8') === this.#hash
    );
  }

  /** Empties the output before a build. */
  clear(): void {
    rmSync(this.#file, { force: true });
    rmSync(path.join(root, this.output), { recursive: true, force: true });
  }

  write(): void {
    mkdirSync(path.dirname(this.#file), { recursive: true });
    writeFileSync(this.#file, this.#hash);
  }
}

function filesIn(entry: string): string[] {
  if (!statSync(path.join(root, entry)).isDirectory()) return [entry];
  return readdirSync(path.join(root, entry), { withFileTypes: true }).flatMap((one) => {
    const file = path.join(entry, one.name);
    return one.isDirectory() ? filesIn(file) : [file];
  });
}
