import CloudBase from '@cloudbase/manager-node';
import { type Fault, faultOf, refusalOf } from './faults';
import { refuse } from './refusals';

/** Whose cloud it is. Held in memory only: never printed and never logged. */
export interface Keys {
  env: string;
  secretId: string;
  secretKey: string;
  /** Tencent Cloud's region; environments that WeChat makes are in Shanghai */
  region: string;
}

/** What a run needs of the world around it. */
export interface World {
  say(line: string): void;
  now(): number;
  pause(ms: number): Promise<void>;
}

/** Of the environment, what calls and texts need. */
export interface Env {
  namespace: string;
  bucket: string;
  domain: string;
  logs: { topic?: string; set?: string };
}

const BUSY_TRIES = 5;
const OFFLINE_TRIES = 2;

/**
 * The only place that knows `@cloudbase/manager-node`. It signs and sends, counts reads and writes, and waits where the cloud is
 * busy. A read whose line was cut is asked again; a write is not, for the next run looks at what is there.
 */
export class Cloud {
  readonly calls = { reads: 0, writes: 0 };
  #app: CloudBase;
  #env: Env | undefined;

  constructor(
    readonly keys: Keys,
    readonly world: World,
  ) {
    const { env: envId, secretId, secretKey, region } = keys;
    this.#app = new CloudBase({ envId, secretId, secretKey, region });
  }

  /** Makes a call that changes nothing. Throws a `Fault`. */
  read<T>(action: string, call: (app: CloudBase) => Promise<T>): Promise<T> {
    return this.#make('reads', action, call);
  }

  /** Makes a call that changes something. Throws a `Fault`. */
  write<T>(action: string, call: (app: CloudBase) => Promise<T>): Promise<T> {
    return this.#make('writes', action, call);
  }

  async #make<T>(kind: 'reads' | 'writes', action: string, call: (app: CloudBase) => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt += 1) {
      this.calls[kind] += 1;
      try {
        return await call(this.#app);
      } catch (error) {
        const fault = faultOf(error, action);
        const tries = fault.isBusy ? BUSY_TRIES : fault.isOffline && kind === 'reads' ? OFFLINE_TRIES : 0;
        if (attempt >= tries) throw fault;
        await this.world.pause(1000 * 2 ** attempt);
      }
    }
  }

  get env(): Env {
    if (!this.#env) throw new Error('open() comes first');
    return this.#env;
  }

  /** Asks the environment about itself. Keys, clock, network and region show here first: throws the refusal for each. */
  async open(): Promise<void> {
    const { env, region } = this.keys;
    const info = await this.read('DescribeEnvInfo', (app) => app.currentEnvironment().lazyInit()).catch(
      (error: Fault) => this.#withoutEnv(error),
    );
    if (!info?.EnvId) throw refuse('UNKNOWN_ENV', env, '');
    if (info.Status !== 'NORMAL') throw refuse('ENV_NOT_READY', env, info.Status ?? '');
    if (info.Region && info.Region !== region) throw refuse('WRONG_REGION', env, info.Region);
    const storage = info.Storages?.[0];
    const logs = info.LogServices?.[0];
    this.#env = {
      namespace: info.Functions?.[0]?.Namespace ?? env,
      bucket: storage?.Bucket ?? '',
      domain: storage?.CdnDomain ?? '',
      logs: { topic: logs?.TopicId, set: logs?.LogsetId },
    };
  }

  /** Why the environment does not answer: it is not among those that these keys see, or something else. Always throws. */
  async #withoutEnv(error: Fault): Promise<never> {
    // Without such an environment the client reads a field of nothing, and its error has no code.
    const isNothing = /^Cannot read prop/.test(error.message);
    if (!isNothing && !/^(ResourceNotFound|InvalidParameter)|UnauthorizedOperation/.test(error.code))
      throw refusalOf(error);
    const list = await this.read('DescribeEnvs', (app) => app.env.listEnvs()).catch(() => undefined);
    const seen = list?.EnvList.flatMap(({ EnvId }) => (EnvId ? [EnvId] : []));
    const isSeen = seen?.includes(this.keys.env);
    if (isSeen || (!seen && error.code.includes('Unauthorized'))) throw refusalOf(error);
    throw refuse('UNKNOWN_ENV', this.keys.env, seen?.length ? `看得到的环境是：${seen.join('、')}。` : '');
  }
}
