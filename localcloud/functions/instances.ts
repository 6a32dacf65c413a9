import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import { dateOn } from '../clock';
import type { Watch } from '../clock';

type Main = (event: unknown, context: object) => unknown;
interface Instance {
  main: Main;
  env: Record<string, string>;
}

const maxInstances = 8;

/**
 * The running copies of one function. As on the platform, an instance serves one request at a time: a busy function starts
 * another, up to a few, and then lets requests queue. Next is always the caller with the fewest running, so one caller's many
 * requests keep no other waiting. So `process.env` can hold the caller without a mix-up.
 */
export class Instances {
  #start: () => Instance;
  #size = 0;
  #idle: Instance[] = [];
  #queue: { who: string; go: (instance: Instance) => void }[] = [];
  /** person → how many of theirs are running */
  #served = new Map<string, number>();

  /** `console` is where the function's own log goes; `platform` is the environment that the code is loaded in. */
  constructor(file: string, clock: Watch, console: Console, platform: Record<string, string>) {
    this.#start = instanceMaker(file, clock, console, platform);
  }

  /** Calls `main` in a free instance whose environment is `env`; `who` asks for it. */
  async run(event: unknown, context: object, env: Record<string, string>, who = ''): Promise<unknown> {
    const instance = await this.#take(who);
    this.#served.set(who, this.#runningOf(who) + 1);
    try {
      for (const key of Object.keys(instance.env)) delete instance.env[key];
      Object.assign(instance.env, env);
      return await instance.main(event, context);
    } finally {
      const left = this.#runningOf(who) - 1;
      if (left > 0) this.#served.set(who, left);
      else this.#served.delete(who);
      const next = this.#next();
      if (next) next.go(instance);
      else this.#idle.push(instance);
    }
  }

  /** Puts those away that stand idle, as the platform does after a while: with them goes what they remembered. */
  rest(): void {
    this.#size -= this.#idle.length;
    this.#idle = [];
  }

  #runningOf(who: string): number {
    return this.#served.get(who) ?? 0;
  }

  /** Takes the next request out of the queue: among equals the first that came. */
  #next() {
    const fewest = Math.min(...this.#queue.map(({ who }) => this.#runningOf(who)));
    const place = this.#queue.findIndex(({ who }) => this.#runningOf(who) === fewest);
    return place < 0 ? undefined : this.#queue.splice(place, 1)[0];
  }

  #take(who: string): Instance | Promise<Instance> {
    const idle = this.#idle.pop();
    if (idle) return idle;
    if (this.#size >= maxInstances) return new Promise((go) => this.#queue.push({ who, go }));
    const instance = this.#start();
    this.#size += 1;
    return instance;
  }
}

type Evaluate = (...given: unknown[]) => unknown;

const parameters = ['exports', 'require', 'module', '__filename', '__dirname', 'process', 'Date', 'console'];
/** What was compiled last of each file: the next cloud in this process, as tests start them, runs the same code. */
const compiled = new Map<string, { writtenAt: number; evaluate: Evaluate }>();

function compile(file: string): Evaluate {
  const { mtimeMs: writtenAt } = statSync(file);
  const known = compiled.get(file);
  if (known?.writtenAt === writtenAt) return known.evaluate;
  const evaluate = compileFunction(readFileSync(file, 'utf8'), parameters, { filename: file }) as Evaluate;
  compiled.set(file, { writtenAt, evaluate });
  return evaluate;
}

/** Compiles a bundle once; every instance is one evaluation of it, with module state, environment and clock of its own. */
function instanceMaker(
  file: string,
  clock: Watch,
  console: Console,
  platform: Record<string, string>,
): () => Instance {
  const evaluate = compile(file);
  return () => {
    const env = { ...platform };
    const ownProcess = new Proxy(process, {
      get: (target, key) => (key === 'env' ? env : Reflect.get(target, key)),
    });
    const module: { exports: { main?: unknown } } = { exports: {} };
    Reflect.apply(evaluate, module.exports, [
      module.exports,
      createRequire(file),
      module,
      file,
      dirname(file),
      ownProcess,
      dateOn(clock),
      console,
    ]);
    const { main } = module.exports;
    if (!isMain(main)) throw new TypeError(`${file} exports no main`);
    return { main, env };
  };
}

const isMain = (value: unknown): value is Main => typeof value === 'function';
