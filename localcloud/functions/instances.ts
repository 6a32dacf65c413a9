import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import { dateOn } from '../clock';
import type { Watch } from '../clock';

type Main = (event: unknown, context: object) => unknown;
/** What an instance sees of the cloud that it runs in. */
interface Surroundings {
  clock: Watch;
  /** where the function's own log goes */
  console: Console;
  /** the environment that the code is loaded in */
  platform: Record<string, string>;
}
interface Instance {
  main: Main;
  env: Record<string, string>;
  /** Empties what it remembers. One that cannot forget is not handed on. */
  forget?: () => void;
  /** may be given others when it is handed on */
  around: Surroundings;
}

const maxInstances = 8;

/**
 * The running copies of one function. As on the platform, an instance serves one request at a time: a busy function starts
 * another, up to a few, and then lets requests queue. Next is always the caller with the fewest running, so one caller's many
 * requests keep no other waiting. So `process.env` can hold the caller without a mix-up.
 */
export class Instances {
  #code: Code;
  #size = 0;
  #idle: Instance[] = [];
  #queue: { who: string; go: (instance: Instance) => void }[] = [];
  /** person → how many of theirs are running */
  #served = new Map<string, number>();

  constructor(
    file: string,
    private readonly around: Surroundings,
  ) {
    this.#code = codeOf(file);
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

  /** The cloud ends. Those that stand idle forget it, and the next cloud of this process may have them. */
  close(): void {
    for (const instance of this.#idle) {
      if (!instance.forget) continue;
      instance.forget();
      this.#code.spare.push(instance);
    }
    this.rest();
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

  #start(): Instance {
    const spare = this.#code.spare.pop();
    return spare ? Object.assign(spare, { around: this.around }) : evaluated(this.#code, this.around);
  }
}

/** A bundle, compiled once. */
interface Code {
  file: string;
  writtenAt: number;
  evaluate: (...given: unknown[]) => unknown;
  /** evaluated for a cloud that has ended: the next one need not begin anew, which is half of the cost of a short test */
  spare: Instance[];
}

const parameters = ['exports', 'require', 'module', '__filename', '__dirname', 'process', 'Date', 'console'];
/** What was compiled last of each file: the next cloud in this process, as tests start them, runs the same code. */
const compiled = new Map<string, Code>();

function codeOf(file: string): Code {
  const { mtimeMs: writtenAt } = statSync(file);
  const known = compiled.get(file);
  if (known?.writtenAt === writtenAt) return known;
  const evaluate = compileFunction(readFileSync(file, 'utf8'), parameters, { filename: file });
  const code = { file, writtenAt, evaluate: evaluate as Code['evaluate'], spare: [] };
  compiled.set(file, code);
  return code;
}

/** Every instance is one evaluation of the code, with module state, environment and clock of its own. */
function evaluated({ file, evaluate }: Code, around: Surroundings): Instance {
  const env = { ...around.platform };
  const ownProcess = new Proxy(process, {
    get: (target, key) => (key === 'env' ? env : Reflect.get(target, key)),
  });
  const module: { exports: { main?: unknown; forget?: unknown } } = { exports: {} };
  const instance: Pick<Instance, 'env' | 'around'> = { env, around };
  Reflect.apply(evaluate, module.exports, [
    module.exports,
    createRequire(file),
    module,
    file,
    dirname(file),
    ownProcess,
    dateOn({ now: () => instance.around.clock.now() }),
    new Proxy(console, { get: (_, key) => Reflect.get(instance.around.console, key) }),
  ]);
  const { main, forget } = module.exports;
  if (!isMain(main)) throw new TypeError(`${file} exports no main`);
  return Object.assign(instance, { main, forget: isForget(forget) ? forget : undefined });
}

const isMain = (value: unknown): value is Main => typeof value === 'function';
const isForget = (value: unknown): value is () => void => typeof value === 'function';
