import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerOptions, ServerResponse } from 'node:http';
import { join } from 'node:path';
import * as v from 'valibot';
import { type ErrorCode, errors, reject } from '../contract/errors';
import { adminService } from './admin';
import { assetsService } from './assets';
import { openClock } from './clock';
import type { Clock } from './clock';
import { type Console, plainSession, seed } from './database/database';
import type { Stored } from './database/ejson';
import { Faults } from './faults';
import { holdFolder } from './folder';
import { Functions, type Looking } from './functions/functions';
import { gateway } from './functions/gateway';
import { decodePath, isFromHere, listen, readBody, safeHeaders, sendJson } from './http';
import { InFlight, readiness } from './health';
import { openIdentity } from './functions/identity';
import type { Identity } from './functions/identity';
import type { Levers, Parts } from './levers/levers';
import { openKeys } from './keys';
import { DocLocks } from './database/locks';
import { functionLog, logToStderr, noLog } from './log';
import { messageBox, Messages, quotaBox } from './wechat/messages';
import { LineCut, type OwnTemplate, openapiService } from './wechat/openapi';
import type { DemoPerson } from './wechat/people';
import { PhoneCodes } from './wechat/phones';
import { outageOf } from './outage';
import { type Reader, startReader } from './reader/reader';
import { messageOf } from './refusal';
import { Storage } from './wechat/storage';
import { collectionSpec } from './database/store';
import { openSqlite } from './database/store.sqlite';
import { Timers } from './functions/timers';
import { Pictures } from './wechat/pictures';
import { Transactions } from './database/transaction';
import { Visits } from './wechat/visits';

export type { Call } from './functions/functions';
export type { Clock } from './clock';
export type { DemoPerson } from './wechat/people';
export type { CollectionSpec } from './database/store';

export interface LocalCloudOptions {
  /** One folder for everything that is kept; survives being killed at any moment. */
  dataDir: string;
  /** The folder is thrown away at the end, so no commit waits for the disk. */
  isPassing?: boolean;
  /** With 0 the system picks a free port; `url` tells which. */
  port: number;
  /** `<name>/{index.js,config.json,package.json}`, as `npm run build:functions` makes them. */
  functionsDir: string;
  /** What config/database.json holds: `{ collections: CollectionSpec[] }`. Other collections are refused. */
  database: unknown;
  /** Collection → documents; written at once, into an empty database only. */
  seed?: Record<string, Stored[]>;
  /** Whom the played WeChat knows; without them it knows every openid. */
  people?: DemoPerson[];
  /** The levers of the demo and of tests (`levers/levers.ts`): they give out tokens and move the clock. Production has none. */
  levers?: (parts: Parts) => Levers;
  /** The pages of the mini-program, which the played WeChat draws codes for; any page without. */
  pages?: readonly string[];
  /** The templates of subscribe messages that the account has. */
  templates?: readonly OwnTemplate[];
  /** The H5 build. */
  staticDir?: string;
  /** Which actions of which functions only look: they may not write. */
  looking?: Looking;
  /** Let a thread of its own answer what only looks: not for tests, which want one thing after the other. */
  reader?: boolean;
  /** Fire timers by the clock (default). Tests pass false and fire by hand. */
  timers?: boolean;
  /** Refuse a query that no index covers. The product's own cloud does, so that no page is slow in production alone. */
  strictIndexes?: boolean;
  /** How long a connection may take; for tests, which do not wait so long. */
  timeouts?: Partial<typeof timeouts>;
  /** Say nothing on stderr. */
  quiet?: boolean;
  /** The address to bind: 127.0.0.1 unless told, because the levers hand out tokens. */
  host?: string;
}

export interface LocalCloud {
  url: string;
  clock: Clock;
  identity: Identity;
  console: Console;
  close(): Promise<void>;
}

const database = v.object({ collections: v.array(collectionSpec) });
const maxAdminBody = 64 * 1024 * 1024;
/** A connection that says nothing, or half of a request, is cut off: it would take a place for minutes. */
const timeouts = {
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  connectionsCheckingInterval: 5_000,
  // The SDK lets go of a connection after 4.8 s. Were it the server that hangs up first, a busy machine would send a call into a line that is
  // being closed, and a person would read that nothing can be stored.
  keepAliveTimeout: 30_000,
} satisfies ServerOptions;
/** Which function is sent what WeChat tells by itself: set in the console of cloud development (消息推送). */
const pushedTo = 'notify';
/** Real time that WeChat takes to look at a picture. */
const lookMs = 3_000;
/** A function's own limit is 20 seconds: what is being answered when the server stops gets that long. */
const drainMs = 20_000;
const here = '127.0.0.1';
const notFromHere = '演示只能从这台电脑上打开，请用 localhost 的地址。';

/** Starts the cloud on one machine: gateway, database, timers, WeChat's played services and the H5 page, on one port. */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const { dataDir, functionsDir, people = [] } = options;
  const { collections } = v.parse(database, options.database);
  const folder = holdFolder(dataDir);
  const log = options.quiet ? noLog : logToStderr;
  const opened = () => {
    try {
      const all = [...collections, messageBox, quotaBox];
      return {
        clock: openClock(join(dataDir, 'clock.json')),
        identity: openIdentity(join(dataDir, 'secret')),
        store: openSqlite(join(dataDir, 'database.sqlite'), all, log, options.isPassing),
      };
    } catch (error) {
      folder.release();
      throw error;
    }
  };
  const { clock, identity, store } = opened();
  const inFlight = new InFlight();

  /** Of everybody, and of the functions: with a reader in front they are two. */
  let url = '';
  let own = '';
  const functions = new Functions(
    functionsDir,
    clock,
    () => `${own}/admin`,
    functionLog(options.quiet),
    options.looking,
    openKeys(join(dataDir, 'keys')),
  );
  const locks = new DocLocks();
  const transactions = new Transactions(store, locks);
  const faults = new Faults();
  const messages = new Messages(store, people);
  const visits = new Visits();
  const phones = new PhoneCodes();
  const pictures = new Pictures(
    clock,
    ({ openid, event }) => functions.invoke(pushedTo, event, { source: 'wx_unknown', openid }),
    options.timers === false ? undefined : lookMs,
  );
  const timers = new Timers(functions, clock, log);
  const storage = new Storage(dataDir, clock, () => url);
  const plain = plainSession(store, locks);
  const declared = (name: string) => {
    const found = collections.find((one) => one.name === name);
    if (!found) throw new Error(`no collection ${name}`);
    return found;
  };
  const admin = adminService({
    store,
    collections,
    plain,
    transactions,
    functions,
    faults,
    storage,
    clock,
    strictIndexes: options.strictIndexes ?? false,
    log,
  });
  const openapi = openapiService({
    functions,
    faults,
    messages,
    clock,
    visits,
    phones,
    pictures,
    pages: options.pages,
    templates: options.templates,
  });
  const call = gateway(functions, identity, (openid) => visits.saw(openid, clock.now()), log);
  /** Of who runs the cloud. */
  const console: Console = {
    find: (name, filter) => plain.find(declared(name), { filter: { ...filter }, skip: 0, limit: 100 }),
    async put(name, doc) {
      await plain.put(declared(name), doc);
    },
  };
  const levers = options.levers?.({
    console,
    people,
    identity,
    clock,
    timers,
    messages,
    faults,
    functions,
    storage,
    phones,
    pictures,
  });
  const assets = assetsService(options.staticDir, levers);

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!request.url?.startsWith('/'))
      return sendJson(response, { ok: false, message: '没有这个地址，请回到首页。' }, 400);
    // Of whoever watches over the server: they know it by its address, and learn of nobody.
    if (request.url === '/health') return sendJson(response, { ok: true });
    if (request.url === '/ready') {
      const { status, body } = await readiness(store, collections, inFlight.isClosing);
      return sendJson(response, body, status);
    }
    if (levers && !isFromHere(request)) return sendJson(response, { ok: false, message: notFromHere }, 403);
    const { pathname, searchParams } = new URL(`http://local${request.url}`);
    const [, first = '', second = '', ...rest] = pathname.split('/');
    if (request.method === 'POST' && first === 'v1' && second === 'functions')
      return inFlight.isClosing
        ? stopping(response)
        : inFlight.track(() => call(rest.join('/'), request, response));
    if (request.method === 'POST' && first === 'admin') return talk(request, response);
    if (first === 'storage')
      return storage.serve(decodePath([second, ...rest].join('/')), searchParams, request, response);
    if (first === '_local' && levers && !Object.hasOwn(levers.files, pathname))
      return levers.serve([second, ...rest].join('/'), request, response);
    return assets(pathname, request, response);
  }

  /** Whoever comes while the server stops is told to come again; the next one knows nothing of them. */
  function stopping(response: ServerResponse): void {
    response.setHeader('connection', 'close');
    sendJson(response, { ...reject('STORE_DOWN'), message: errors.STORE_DOWN });
  }

  /** The SDK's requests: openapi comes as a form and goes as protobuf, everything else is JSON. */
  async function talk(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = (await readBody(request, maxAdminBody)) ?? Buffer.from('{}');
    const type = request.headers['content-type'] ?? '';
    if (!type.startsWith('multipart/')) return sendJson(response, await admin(body.toString()));
    const reply = await openapi(type, body).catch((error) => {
      if (!(error instanceof LineCut)) throw error;
      response.destroy();
      return undefined;
    });
    if (!reply) return;
    // Any type but JSON, which the SDK would take for an error.
    response.writeHead(200, { 'content-type': 'application/octet-stream' });
    response.end(reply);
  }

  const allowed = { ...timeouts, ...options.timeouts };
  // The reader keeps its connections to the cloud behind it.
  const server = createServer(
    options.reader ? { ...allowed, keepAliveTimeout: 0 } : allowed,
    (request, response) => {
      for (const [name, value] of Object.entries(safeHeaders)) response.setHeader(name, value);
      route(request, response).catch((error) => {
        const outage = outageOf(error);
        const code: ErrorCode = outage ? 'STORE_DOWN' : 'INTERNAL';
        log({ event: 'request-failed', path: request.url, error: outage ?? messageOf(error) });
        if (!response.headersSent) sendJson(response, { ...reject(code), message: errors[code] }, 500);
        else response.destroy();
      });
    },
  );
  const host = options.host ?? here;
  let reader: Reader | undefined;
  try {
    if (options.seed) await seed(store, collections, options.seed);
    const behind = options.reader ? await listen(server, 0, here) : await listen(server, options.port, host);
    url = own = `http://${options.reader ? here : host}:${behind}`;
    if (options.reader) {
      reader = await startReader(
        {
          dataDir,
          functionsDir,
          collections,
          looking: options.looking ?? {},
          strictIndexes: options.strictIndexes ?? false,
          quiet: options.quiet ?? false,
          timeouts: allowed,
          hands: clock.hands,
          host,
          port: options.port,
          behind,
        },
        { visited: (openid) => visits.saw(openid, clock.now()), call: (call) => functions.keep(call) },
      );
      url = reader.url;
    }
  } catch (error) {
    server.close();
    await store.close();
    folder.release();
    throw error;
  }
  // A promise that a function forgot must not end its neighbours.
  const onForgotten = (error: unknown) => log({ event: 'unhandled-rejection', error: messageOf(error) });
  process.on('unhandledRejection', onForgotten);
  if (options.timers ?? true) timers.start(readdirSync(functionsDir).filter((name) => functions.has(name)));

  return {
    url,
    clock,
    identity,
    console,
    async close() {
      process.off('unhandledRejection', onForgotten);
      timers.stop();
      pictures.close();
      await reader?.close();
      await inFlight.drain(drainMs);
      functions.close();
      transactions.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await store.close();
      folder.release();
    },
  };
}
