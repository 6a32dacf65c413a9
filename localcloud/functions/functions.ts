import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Watch } from '../clock';
import { Instances } from './instances';
import { Refusal } from '../refusal';

/** Who calls: a person in the mini-program, a timer, or a function that one of them called (`wx_trigger,scf`). */
type Source = 'wx_client' | 'wx_trigger' | 'wx_unknown';
export interface Caller {
  source: Source | `${Source},scf`;
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
  source: Caller['source'];
  /** The names that the function's config.json permits. */
  openapi: string[];
  call: Call;
  /** Its action may read and do nothing else. */
  looks: boolean;
  /** Ends it as the platform does, in the middle: what it asks for after so many more calls is not heard. */
  death?: { after: number; come: () => void };
}

/** function → its actions that only look */
export type Looking = Readonly<Record<string, readonly string[]>>;

const config = v.object({
  permissions: v.optional(v.object({ openapi: v.optional(v.array(v.string()), []) }), { openapi: [] }),
  triggers: v.optional(
    v.array(v.object({ name: v.string(), type: v.literal('timer'), config: v.string() })),
    [],
  ),
});
export type FunctionConfig = v.InferOutput<typeof config>;

/** Enough for a benchmark to read afterwards. */
const keptCalls = 20_000;
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
  #instances = new Map<string, Instances>();
  #configs = new Map<string, FunctionConfig>();
  #running = new Map<string, Invocation>();
  #deaths = new Map<string, number>();

  constructor(
    private readonly dir: string,
    private readonly clock: Watch,
    private readonly adminUrl: () => string,
    private readonly console: Console,
    private readonly looking: Looking = {},
    /** what the functions encrypt with; none where nothing is written */
    private readonly keys: () => string = () => '',
  ) {}

  has(name: string): boolean {
    if (this.#instances.has(name)) return true;
    return /^[\w-]+$/.test(name) && existsSync(join(this.dir, name, 'index.js'));
  }

  /** Read once, as the code is: a function that was built anew is there after a restart. */
  config(name: string): FunctionConfig {
    const known = this.#configs.get(name);
    if (known) return known;
    const file = join(this.dir, name, 'config.json');
    const read = v.parse(config, existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});
    this.#configs.set(name, read);
    return read;
  }

  /** Calls a function and gives what it returns; throws what it throws. Waits for a free instance when all are busy. */
  async invoke(name: string, event: unknown, caller: Caller): Promise<unknown> {
    if (!this.has(name))
      throw new Refusal('FUNCTION_NOT_FOUND', `FunctionName parameter could not be found: ${name}`);
    const token = randomUUID();
    const call: Call = {
      function: name,
      ms: 0,
      reads: 0,
      writes: 0,
      begins: 0,
      commits: 0,
      aborts: 0,
      ...labels(event),
    };
    const running: Invocation = {
      source: caller.source,
      openapi: this.config(name).permissions.openapi,
      call,
      looks: this.looks(name, call.action),
    };
    this.#running.set(token, running);
    const killed = this.#killed(name, running);
    const started = performance.now();
    try {
      const done = this.#instancesOf(name).run(
        event,
        { request_id: call.requestId },
        this.#environment(token, caller),
        caller.openid,
      );
      return await (killed ? Promise.race([done, killed]) : done);
    } finally {
      this.#running.delete(token);
      call.ms = performance.now() - started;
      this.keep(call);
    }
  }

  /** Does this action of the function only look? */
  looks(name: string, action: unknown): boolean {
    return typeof action === 'string' && (this.looking[name]?.includes(action) ?? false);
  }

  /** Writes down what an invocation cost. */
  keep(call: Call): void {
    this.calls.push(call);
    if (this.calls.length > keptCalls) this.calls.shift();
  }

  /** The invocation that a request to `/admin` belongs to. Throws when none is running: only invocations may ask. */
  running(token: string): Invocation {
    const invocation = this.#running.get(token);
    if (!invocation)
      throw new Refusal('SIGN_PARAM_INVALID', 'wxCloudApiToken belongs to no running invocation');
    const { death } = invocation;
    if (death && (death.after -= 1) === 0) {
      this.#running.delete(token);
      death.come();
    }
    return invocation;
  }

  /** The next run of this function dies when it has made so many calls; the last of them still arrives. */
  kill(name: string, after: number): void {
    this.#deaths.set(name, after);
  }

  /** Puts idle instances away: what is asked next is asked of one that remembers nothing. */
  rest(): void {
    for (const instances of this.#instances.values()) instances.rest();
  }

  /** The cloud ends: what it had loaded may serve the next one of this process. */
  close(): void {
    for (const instances of this.#instances.values()) instances.close();
  }

  #killed(name: string, running: Invocation): Promise<never> | undefined {
    const after = this.#deaths.get(name);
    if (after === undefined) return undefined;
    this.#deaths.delete(name);
    return new Promise((_, reject) => {
      const come = () => reject(new Refusal('FUNCTION_KILLED', `${name} died after ${after} calls`));
      running.death = { after, come };
    });
  }

  count(invocation: Invocation, action: string): void {
    const counter = counted[action];
    if (counter) invocation.call[counter] += 1;
  }

  #instancesOf(name: string): Instances {
    const known = this.#instances.get(name);
    if (known) return known;
    const file = join(this.dir, name, 'index.js');
    const instances = new Instances(file, {
      clock: this.clock,
      console: this.console,
      platform: this.#platform(),
    });
    this.#instances.set(name, instances);
    return instances;
  }

  /** What the SDK reads of a call (docs/wechat.md, "The SDK's protocol"). The token tells the server whose request it is. */
  #environment(token: string, { source, openid }: Caller): Record<string, string> {
    const context: Record<string, string> = { WX_APPID: 'wx-local' };
    context[source === 'wx_trigger' ? 'WX_TRIGGER_API_TOKEN_V0' : 'WX_API_TOKEN'] = token;
    if (openid !== undefined) context.WX_OPENID = openid;
    // Spreads come last: V8 makes a new shape for each key that follows one, which the next collections carry along.
    return {
      WX_CONTEXT_KEYS: Object.keys(context).join(','),
      TCB_SOURCE: source,
      ...(source === 'wx_trigger' ? { TRIGGER_SRC: 'timer' } : {}),
      ...context,
      ...this.#platform(),
    };
  }

  /** What it reads of the platform, from the moment that it is loaded. */
  #platform(): Record<string, string> {
    return {
      TCB_ENV: 'linli-local',
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: this.adminUrl() }),
      SCF_NAMESPACE: 'linli-local',
      TENCENTCLOUD_RUNENV: 'SCF', // or the SDK asks Tencent's metadata host
      TENCENTCLOUD_REGION: 'ap-shanghai',
      TENCENTCLOUD_SECRETID: 'local',
      TENCENTCLOUD_SECRETKEY: 'local',
      TENCENTCLOUD_SESSIONTOKEN: 'local',
      SILENCE: 'true',
      LINLI_KEYS: this.keys(),
    };
  }
}

function labels(event: unknown): { action: string; requestId: string } {
  const { action, requestId, Type } = v.parse(v.fallback(v.looseObject({}), {}), event);
  const name = typeof action === 'string' ? action : Type === 'Timer' ? 'timer' : '';
  return { action: name, requestId: typeof requestId === 'string' ? requestId : randomUUID() };
}
