import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Functions } from './functions';
import { Refused } from './refused';
import { checkSignature } from './sign';
import { Tables } from './tables';

/** The played console: Tencent Cloud's interface as `@cloudbase/manager-node` calls it, with its refusals. */
export interface Call {
  action: string;
  isWrite: boolean;
  body: Record<string, unknown>;
}

/** One environment, as WeChat made it. */
export class PlayedEnv {
  readonly tables = new Tables();
  readonly functions = new Functions();
  storageAcl = 'READONLY';
  status = 'NORMAL';
  region = 'ap-shanghai';
  logs: string[] = [];

  constructor(
    readonly id: string,
    /** whose key sees it */
    readonly owner: string,
  ) {}

  /** A copy of all of it, to begin from again. */
  copy(): () => void {
    const [tables, functions, storage] = [
      structuredClone(this.tables.all),
      cloneOf(this.functions.all),
      this.storageAcl,
    ];
    return () => {
      this.tables.all = structuredClone(tables);
      this.functions.all = cloneOf(functions);
      this.storageAcl = storage;
    };
  }

  /** All that a deployment brings about, without the times in its own records and a lease that runs out. */
  get state(): object {
    const tables = [...this.tables.all].sort().map(([name, { acl, indexes, docs }]) => ({
      name,
      acl,
      indexes: indexes.map((one) => one.name).sort(),
      docs:
        name === 'deployments'
          ? docs
              .map(({ _id }) => _id)
              .filter((id) => id !== 'lease')
              .sort()
          : docs.length,
    }));
    const functions = [...this.functions.all]
      .sort()
      .map(([name, { zip, settling: _, status: __, ...rest }]) => ({
        name,
        size: zip.length,
        ...rest,
      }));
    return { tables, functions, storage: this.storageAcl };
  }
}

const cloneOf = (all: Functions['all']): Functions['all'] =>
  new Map([...all].map(([name, one]) => [name, { ...structuredClone({ ...one, zip: null }), zip: one.zip }]));

const reads = /^(Describe|List|Get|Search|Invoke)/;

export class PlayedConsole {
  readonly secrets = new Map<string, string>();
  readonly envs = new Map<string, PlayedEnv>();
  readonly calls: Call[] = [];
  /** the console's clock; the computer's is `Date.now` */
  now = (): number => Date.now();
  /** no permission for these actions */
  forbidden = new Set<string>();
  /** calls of this action are refused as too many, so many times */
  busy = new Map<string, number>();
  #cut: { after: number; how: 'dropped' | 'lost' } | undefined;
  #seen = 0;
  /** the code for an environment that is not there, or another's: which it is has not been seen */
  unknownEnv = 'ResourceNotFound';
  /** a page that stands between: what a network says that wants a login first */
  page: string | undefined;
  /** called before each answer: what another person does meanwhile */
  meanwhile: ((call: Call) => void) | undefined;
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  async open(port = 0): Promise<number> {
    // A line that stands idle while a function is tried stays open: what is cut is cut by a test.
    this.#server.keepAliveTimeout = 0;
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    return (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  add(env: PlayedEnv, secret: string): PlayedEnv {
    this.envs.set(env.id, env);
    this.secrets.set(env.owner, secret);
    return env;
  }

  get writes(): Call[] {
    return this.calls.filter(({ isWrite }) => isWrite);
  }

  /** The n-th call from now, and all after it, are cut: `dropped` before anything is done, `lost` with only its answer missing. */
  cut(after: number, how: 'dropped' | 'lost'): void {
    this.#cut = { after, how };
    this.#seen = 0;
  }

  mend(): void {
    this.#cut = undefined;
    this.calls.length = 0;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    // Whole: a chunk may end within a character.
    const text = Buffer.concat(chunks).toString();
    this.#seen += 1;
    const isCut = this.#cut !== undefined && this.#seen >= this.#cut.after;
    const isLast = this.#cut !== undefined && this.#seen === this.#cut.after;
    if (isCut && !(isLast && this.#cut?.how === 'lost')) return void request.socket.destroy();
    const answer = await this.#respond(request, text);
    if (isCut) return void request.socket.destroy();
    if (this.page !== undefined) return void response.end(this.page);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ Response: { ...answer, RequestId: 'played' } }));
  }

  async #respond({ headers }: IncomingMessage, text: string): Promise<object> {
    try {
      const owner = checkSignature(headers, text, this.secrets, this.now());
      const action = String(headers['x-tc-action']);
      const body = JSON.parse(text) as Record<string, unknown>;
      const call = { action, body, isWrite: isWrite(action, body) };
      this.calls.push(call);
      this.meanwhile?.(call);
      const busy = this.busy.get(action) ?? 0;
      if (busy > 0) {
        this.busy.set(action, busy - 1);
        throw new Refused(
          'RequestLimitExceeded',
          `Your current request times equals to \`20\` in a second, which exceeds the frequency limit for ${action}.`,
        );
      }
      if (this.forbidden.has(action))
        throw new Refused(
          'AuthFailure.UnauthorizedOperation',
          `you are not authorized to perform operation (${action})`,
        );
      if (action === 'DescribeEnvs')
        return {
          EnvList: [...this.envs.values()]
            .filter((env) => env.owner === owner)
            .map(({ id }) => ({ EnvId: id })),
        };
      const env = this.envs.get(String(body.EnvId ?? body.Namespace));
      if (!env || env.owner !== owner) throw new Refused(this.unknownEnv, 'env not exists');
      return await this.#inEnv(env, action, body, String(headers['x-tc-region']));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { Error: { Code: error.code, Message: error.message } };
    }
  }

  #inEnv(
    env: PlayedEnv,
    action: string,
    body: Record<string, unknown>,
    region: string,
  ): object | Promise<object> {
    if (action === 'DescribeEnvInfo') return { EnvInfo: { EnvBaseInfo: infoOf(env) } };
    if (region !== env.region) throw new Refused('UnsupportedRegion', `region ${region} is not supported`);
    if (action === 'DescribeStorageSafeRule') return { AclTag: env.storageAcl };
    if (action === 'ModifyStorageSafeRule') {
      env.storageAcl = String(body.AclTag);
      return {};
    }
    if (action === 'SearchClsLog') return logsOf(env);
    const answer = env.tables.answer(action, body) ?? env.functions.answer(action, body);
    if (!answer) throw new Refused('InvalidAction', `The request action ${action} is not valid.`);
    return answer;
  }
}

function isWrite(action: string, body: Record<string, unknown>): boolean {
  if (action !== 'RunCommands') return !reads.test(action);
  return (body.MgoCommands as { CommandType: string }[]).some(({ CommandType }) => CommandType !== 'QUERY');
}

function infoOf({ id, status, region }: PlayedEnv): object {
  return {
    EnvId: id,
    Alias: id,
    Status: status,
    Region: region,
    Source: 'miniapp',
    Databases: [{ InstanceId: 'tnt-played', Status: 'RUNNING', Region: region }],
    Functions: [{ Namespace: id, Region: region }],
    Storages: [
      { Bucket: `6c69-${id}-1250000000`, CdnDomain: `6c69-${id}-1250000000.tcb.qcloud.la`, Region: region },
    ],
    LogServices: [{ LogsetName: 'logset', LogsetId: 'logset-1', TopicId: 'topic-1' }],
  };
}

function logsOf({ logs }: PlayedEnv): object {
  const Results = logs.map((line) => ({
    TopicId: 'topic-1',
    Timestamp: '2026-11-29 10:00:00',
    Content: JSON.stringify({ function_name: 'cases', log: line }),
  }));
  return { LogResults: { Context: '', ListOver: true, Results } };
}
