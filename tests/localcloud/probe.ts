import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { openLevers } from '../../localcloud/levers/levers';
import { startLocalCloud } from '../../localcloud/server';
import type { LocalCloud, LocalCloudOptions } from '../../localcloud/server';

/** The parts of wx-server-sdk that the tests use; its own types say `any` or `void`. */
export interface Query {
  where(filter: object): Query;
  orderBy(field: string, direction: 'asc' | 'desc'): Query;
  limit(max: number): Query;
  skip(offset: number): Query;
  field(fields: object): Query;
  get(): Promise<{ data: Record<string, unknown>[] }>;
  count(): Promise<{ total: number }>;
  update(options: { data: object; multi?: boolean }): Promise<{ stats: { updated: number } }>;
  remove(options?: { multi?: boolean }): Promise<{ stats: { removed: number } }>;
}
export interface DocumentRef {
  get(): Promise<{ data: Record<string, unknown> | null }>;
  set(options: { data: object }): Promise<{ _id: string; stats: { updated: number; created: number } }>;
  update(options: { data: object }): Promise<{ stats: { updated: number } }>;
  remove(): Promise<{ stats: { removed: number } }>;
}
export interface Aggregate extends Record<
  'match' | 'group' | 'sort' | 'limit' | 'skip' | 'project' | 'unwind' | 'count' | 'lookup' | 'addFields',
  (value: unknown) => Aggregate
> {
  end(): Promise<{ list: Record<string, unknown>[] }>;
}
export interface Collection extends Query {
  doc(id: string): DocumentRef;
  add(options: { data: object }): Promise<{ _id: string; _ids?: string[] }>;
  aggregate(): Aggregate;
}
export interface Transaction {
  collection(name: string): Collection;
  rollback(reason?: unknown): Promise<void>;
  commit(): Promise<void>;
}
type Operator =
  | 'eq'
  | 'neq'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'in'
  | 'nin'
  | 'and'
  | 'or'
  | 'not'
  | 'nor'
  | 'exists'
  | 'all'
  | 'elemMatch'
  | 'size'
  | 'mod'
  | 'set'
  | 'remove'
  | 'inc'
  | 'mul'
  | 'max'
  | 'min'
  | 'rename'
  | 'push'
  | 'pop'
  | 'shift'
  | 'unshift'
  | 'pull'
  | 'pullAll'
  | 'addToSet';
type Command = Record<Operator, (...operands: unknown[]) => object>;
export interface Kit<A> {
  args: A;
  db: {
    command: Command;
    collection(name: string): Collection;
    createCollection(name: string): Promise<unknown>;
    startTransaction(): Promise<Transaction>;
    runTransaction<T>(work: (transaction: Transaction) => Promise<T>, times?: number): Promise<T>;
    serverDate(options?: { offset: number }): object;
    RegExp(options: { regexp: string; options?: string }): object;
  };
  cloud: {
    getWXContext(): { OPENID?: string; SOURCE?: string; ENV?: string };
    callFunction(options: { name: string; data: object }): Promise<{ result: unknown }>;
    uploadFile(options: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>;
    getTempFileURL(options: {
      fileList: (string | { fileID: string; maxAge: number })[];
    }): Promise<{ fileList: { fileID: string; status: number; tempFileURL: string }[] }>;
    deleteFile(options: { fileList: string[] }): Promise<{ fileList: { fileID: string; status: number }[] }>;
    openapi: { subscribeMessage: { send(message: object): Promise<{ msgid: unknown; errCode: number }> } };
  };
  /** the instance's own module state */
  state: Record<string, unknown>;
  /** the instance's own, on the local clock */
  Date: DateConstructor;
}

/** What the SDK threw inside the function. */
export class Thrown extends Error {
  constructor(
    readonly errCode: unknown,
    readonly errMsg: string,
    readonly code: unknown,
  ) {
    super(errMsg);
  }
}

const probeSource = `
  const cloud = require('wx-server-sdk');
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
  const db = cloud.database({ throwOnNotFound: false });
  const state = {};
  exports.main = async ({ input }) => {
    const script = new Function('return (' + input.script + ')')();
    try {
      return { value: await script({ args: input.args, cloud, db, state, Date }) };
    } catch (error) {
      const { errCode, errMsg, code, message } = Object(error);
      return { thrown: { errCode, errMsg: errMsg ?? message ?? String(error), code } };
    }
  };`;

export interface Bundle {
  source?: string;
  config?: object;
}

/** Bundles functions with the real SDK into a temporary folder: `probe` runs the scripts that tests send. */
export function bundle(functions: Record<string, Bundle> = { probe: {} }): string {
  const dir = mkdtempSync(join(tmpdir(), 'linli-functions-'));
  for (const [name, { source = probeSource, config = {} }] of Object.entries(functions)) {
    mkdirSync(join(dir, name));
    writeFileSync(join(dir, name, 'config.json'), JSON.stringify(config));
    buildSync({
      stdin: { contents: source, resolveDir: __dirname },
      bundle: true,
      platform: 'node',
      target: 'node20',
      logLevel: 'error',
      outfile: join(dir, name, 'index.js'),
    });
  }
  return dir;
}

export const collections = [
  {
    name: 'things',
    fields: { n: 'number', s: 'string', at: 'date', ok: 'bool', 'unit.street': 'string' },
    indexes: [
      { keys: [['s', 1]] },
      {
        keys: [
          ['unit.street', 1],
          ['n', -1],
        ],
      },
    ],
  },
  { name: 'others', fields: { code: 'string' }, indexes: [{ keys: [['code', 1]], unique: true }] },
];

/** Starts a local cloud in a process of its own, as `npm start` does: with a reader in front. */
export async function spawnCloud(
  dataDir: string,
  functionsDir: string,
): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(__dirname, 'cloud.child.ts'), dataDir, functionsDir],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [chunk] = await once(child.stdout, 'data');
  return { child, url: String(chunk) };
}

export interface Bench {
  cloud: LocalCloud;
  functionsDir: string;
  dataDir: string;
  /** Runs `script` inside the function `probe` for `openid`; gives what it returns, throws what it throws. */
  run<T, A = undefined>(script: (kit: Kit<A>) => T | Promise<T>, args?: A, openid?: string): Promise<T>;
  post(
    path: string,
    body: unknown,
    token?: string,
  ): Promise<{ status: number; body: Record<string, unknown> }>;
  get(path: string): Promise<unknown>;
  close(): Promise<void>;
}

/** A local cloud on a fresh folder, with the probe. */
export async function openBench(
  options: Partial<LocalCloudOptions> & { functions?: Record<string, Bundle> } = {},
): Promise<Bench> {
  const functionsDir = options.functionsDir ?? bundle(options.functions);
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'linli-data-'));
  const cloud = await startLocalCloud({
    port: 0,
    database: { collections },
    timers: false,
    quiet: true,
    levers: openLevers,
    ...options,
    functionsDir,
    dataDir,
  });
  const bench: Bench = {
    cloud,
    functionsDir,
    dataDir,
    async run(script, args, openid = 'o-tester') {
      const input = { script: script.toString(), args };
      const event = { action: 'probe', requestId: randomUUID(), input };
      const { body } = await bench.post('/v1/functions/probe', event, cloud.identity.tokenOf(openid));
      if ('thrown' in body) {
        const thrown = Object(body.thrown);
        throw new Thrown(thrown.errCode, thrown.errMsg, thrown.code);
      }
      if (body.ok === false) throw new Error(JSON.stringify(body));
      return Object(body).value;
    },
    async post(path, body, token) {
      const authorization: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const response = await fetch(cloud.url + path, { method: 'POST', body: text, headers: authorization });
      return { status: response.status, body: await response.json() };
    },
    get: async (path) => (await fetch(cloud.url + path)).json(),
    async close() {
      await cloud.close();
      rmSync(dataDir, { recursive: true, force: true });
      if (!options.functionsDir) rmSync(functionsDir, { recursive: true, force: true });
    },
  };
  return bench;
}
