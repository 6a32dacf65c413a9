import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import * as v from 'valibot';
import { dateOn } from './clock';
import type { Clock } from './clock';
import { Refusal } from './refusal';

/** Who calls: a person in the mini-program, a timer, or another function. */
export interface Caller {
  source: 'wx_client' | 'wx_trigger' | 'scf';
  openid?: string;
}

/** What one invocation asked of the cloud: the price of an action, for tests and the benchmark. */
export interface Call {
  function: string;
  action: string;
  requestId: string;
  ms: number;
  reads: number;
  writes: number;
  begins: number;
  commits: number;
  aborts: number;
}

export interface Invocation {
  /** The names that the function's config.json permits. */
  openapi: string[];
  call: Call;
}

type Main = (event: unknown, context: object) => unknown;
interface Instance {
  main: Main;
  env: Record<string, string>;
}

const config = v.object({
  permissions: v.optional(v.object({ openapi: v.optional(v.array(v.string()), []) }), { openapi: [] }),
  triggers: v.optional(
    v.array(v.object({ name: v.string(), type: v.literal('timer'), config: v.string() })),
    [],
  ),
});
export type FunctionConfig = v.InferOutput<typeof config>;

const maxInstances = 8;
const keptCalls = 1000;
const counted: Record<string, 'reads' | 'writes' | 'begins' | 'commits' | 'aborts'> = {
  'database.getDocument': 'reads',
  'database.calculateDocument': 'reads',
  'database.aggregateDocuments': 'reads',
  'database.insertDocument': 'writes',
  'database.modifyDocument': 'writes',
  'database.removeDocument': 'writes',
  'database.startTransaction': 'begins',
  'database.commitTransaction': 'commits',
  'database.abortTransaction': 'aborts',
};

/** Runs the bundles in `dir`, each `<name>/index.js`, as the platform does: an instance serves one request at a time. */
export class Functions {
  /** The last calls, newest last. */
  readonly calls: Call[] = [];
  #pools = new Map<string, Pool>();
  #running = new Map<string, Invocation>();

  constructor(
    private readonly dir: string,
    private readonly clock: Clock,
    private readonly adminUrl: () => string,
  ) {}

  has(name: string): boolean {
    return /^[\w-]+$/.test(name) && existsSync(join(this.dir, name, 'index.js'));
  }

  config(name: string): FunctionConfig {
    const file = join(this.dir, name, 'config.json');
    return v.parse(config, existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});
  }

  /** Calls a function and gives what it returns; throws what it throws. Waits for a free instance when all are busy. */
  async invoke(name: string, event: unknown, caller: Caller): Promise<unknown> {
    if (!this.has(name))
      throw new Refusal('FUNCTION_NOT_FOUND', `FunctionName parameter could not be found: ${name}`);
    const token = randomUUID();
    const call: Call = {
      function: name,
      ...labels(event),
      ms: 0,
      reads: 0,
      writes: 0,
      begins: 0,
      commits: 0,
      aborts: 0,
    };
    const pool = this.#pools.get(name) ?? new Pool(join(this.dir, name, 'index.js'), this.clock);
    this.#pools.set(name, pool);
    this.#running.set(token, { openapi: this.config(name).permissions.openapi, call });
    const started = performance.now();
    try {
      return await pool.use((instance) => {
        for (const key of Object.keys(instance.env)) delete instance.env[key];
        Object.assign(instance.env, this.#environment(token, caller));
        return instance.main(event, { request_id: call.requestId });
      });
    } finally {
      this.#running.delete(token);
      call.ms = performance.now() - started;
      this.calls.push(call);
      if (this.calls.length > keptCalls) this.calls.shift();
    }
  }

  /** The invocation that a request to `/admin` belongs to. Throws when none is running: nobody else may ask. */
  running(token: string): Invocation {
    const invocation = this.#running.get(token);
    if (!invocation)
      throw new Refusal('SIGN_PARAM_INVALID', 'wxCloudApiToken belongs to no running invocation');
    return invocation;
  }

  count(invocation: Invocation, action: string): void {
    const counter = counted[action];
    if (counter) invocation.call[counter] += 1;
  }

  /** What the SDK reads (reference/wechat-platform.md, section 8). The token tells the server whose request it is. */
  #environment(token: string, { source, openid }: Caller): Record<string, string> {
    const context: Record<string, string> = { WX_APPID: 'wx-local' };
    context[source === 'wx_trigger' ? 'WX_TRIGGER_API_TOKEN_V0' : 'WX_API_TOKEN'] = token;
    if (openid !== undefined) context.WX_OPENID = openid;
    return {
      ...context,
      WX_CONTEXT_KEYS: Object.keys(context).join(','),
      ...(source === 'wx_trigger' ? { TRIGGER_SRC: 'timer' } : {}),
      TCB_SOURCE: source,
      TCB_ENV: 'linli-local',
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: this.adminUrl() }),
      SCF_NAMESPACE: 'linli-local',
      TENCENTCLOUD_RUNENV: 'SCF', // or the SDK asks Tencent's metadata host
      TENCENTCLOUD_REGION: 'ap-shanghai',
      TENCENTCLOUD_SECRETID: 'local',
      TENCENTCLOUD_SECRETKEY: 'local',
      TENCENTCLOUD_SESSIONTOKEN: 'local',
      SILENCE: 'true',
    };
  }
}

/** The instances of one function. */
class Pool {
  #start: () => Instance;
  #size = 0;
  #idle: Instance[] = [];
  #queue: ((instance: Instance) => void)[] = [];

  constructor(file: string, clock: Clock) {
    this.#start = instanceMaker(file, clock);
  }

  async use<T>(work: (instance: Instance) => T | Promise<T>): Promise<T> {
    const instance = await this.#take();
    try {
      return await work(instance);
    } finally {
      const next = this.#queue.shift();
      if (next) next(instance);
      else this.#idle.push(instance);
    }
  }

  #take(): Instance | Promise<Instance> {
    const idle = this.#idle.pop();
    if (idle) return idle;
    if (this.#size >= maxInstances) return new Promise((resolve) => this.#queue.push(resolve));
    const instance = this.#start();
    this.#size += 1;
    return instance;
  }
}

/** Compiles a bundle once; every instance is one evaluation of it, with module state, environment and clock of its own. */
function instanceMaker(file: string, clock: Clock): () => Instance {
  const parameters = ['exports', 'require', 'module', '__filename', '__dirname', 'process', 'Date'];
  const evaluate = compileFunction(readFileSync(file, 'utf8'), parameters, { filename: file });
  return () => {
    const env: Record<string, string> = {};
    const ownProcess = new Proxy(process, {
      get: (target, key) => (key === 'env' ? env : Reflect.get(target, key)),
    });
    const module: { exports: { main?: unknown } } = { exports: {} };
    Reflect.apply(evaluate, module.exports, [
      module.exports,
      createRequire(file),
      module,
      file,
      file,
      ownProcess,
      dateOn(clock),
    ]);
    const { main } = module.exports;
    if (!isMain(main)) throw new TypeError(`${file} exports no main`);
    return { main, env };
  };
}

const isMain = (value: unknown): value is Main => typeof value === 'function';

function labels(event: unknown): { action: string; requestId: string } {
  const { action, requestId, Type } = v.parse(v.fallback(v.looseObject({}), {}), event);
  const name = typeof action === 'string' ? action : Type === 'Timer' ? 'timer' : '';
  return { action: name, requestId: typeof requestId === 'string' ? requestId : randomUUID() };
}
