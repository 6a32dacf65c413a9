import { once } from 'node:events';
import { Agent, createServer, request as ask } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { adminService } from '../admin';
import { watch } from '../clock';
import { plainSession } from '../database/database';
import { DocLocks } from '../database/locks';
import { openReading } from '../database/store.sqlite';
import { Transactions } from '../database/transaction';
import { Faults } from '../faults';
import { type Call, Functions } from '../functions/functions';
import { gateway } from '../functions/gateway';
import { InFlight } from '../health';
import { openIdentity } from '../functions/identity';
import { listen, readBody, safeHeaders, sendJson } from '../http';
import { functionLog, logToStderr, noLog } from '../log';
import { messageOf } from '../refusal';
import { Storage } from '../wechat/storage';
import type { Reading, Word } from './reader';

/** What one request of the SDK to read may be long. */
const maxAdminBody = 1024 * 1024;

const given: Reading = workerData;
const { dataDir, functionsDir, collections, looking, strictIndexes, quiet, host, port, behind } = given;
const tell = (word: Word) => parentPort?.postMessage(word);

/** The cloud behind keeps what each call cost. */
class Looks extends Functions {
  override keep(call: Call): void {
    tell({ call });
  }
}

const log = quiet ? noLog : logToStderr;
const clock = watch(given.hands);
const store = openReading(join(dataDir, 'database.sqlite'));
let url = '';
const functions = new Looks(functionsDir, clock, () => `${url}/admin`, functionLog(quiet), looking);
const locks = new DocLocks();
const admin = adminService({
  store,
  collections,
  plain: plainSession(store, locks),
  transactions: new Transactions(store, locks),
  functions,
  faults: new Faults(),
  storage: new Storage(dataDir, clock, () => url),
  clock,
  strictIndexes,
  log,
});
const call = gateway(
  functions,
  openIdentity(join(dataDir, 'secret')),
  (visited) => tell({ visited }),
  log,
  handOn,
);

const inFlight = new InFlight();
/** A function's own limit: what is being answered when the server stops gets that long. */
const drainMs = 20_000;
const agent = new Agent({ keepAlive: true });

/** Lets the cloud behind answer. Its answer breaks off where the caller has gone, and the caller's where it breaks off. */
async function handOn(request: IncomingMessage, response: ServerResponse, body?: Buffer): Promise<void> {
  const { connection: _own, ...headers } = request.headers;
  if (body) delete headers['transfer-encoding'];
  const sent = ask({
    host: '127.0.0.1',
    port: behind,
    agent,
    method: request.method,
    path: request.url,
    headers: body ? { ...headers, 'content-length': body.length } : headers,
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    sent.once('response', resolve).on('error', reject);
  });
  response.once('close', () => response.writableFinished || sent.destroy());
  if (body) sent.end(body);
  else request.pipe(sent);
  const answer = await answered;
  // Refused in the middle of an upload: nothing more goes up (Node's client does not go on after an answer), and the caller, who would
  // see a broken connection and no answer, is heard to the end.
  if (!body && !request.readableEnded) {
    request.unpipe(sent).resume();
    await once(request, 'end');
  }
  const { connection: _theirs, ...said } = answer.headers;
  response.writeHead(answer.statusCode ?? 502, said);
  await pipeline(answer, response);
  if (!sent.writableFinished) sent.destroy();
}

async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, first, second, ...rest] = (request.url ?? '').split('?', 1)[0]?.split('/') ?? [];
  if (request.method !== 'POST') return handOn(request, response);
  if (first === 'v1' && second === 'functions') return call(rest.join('/'), request, response);
  if (first !== 'admin' || request.headers['content-type']?.startsWith('multipart/'))
    return handOn(request, response);
  const body = await readBody(request, maxAdminBody);
  return sendJson(response, await admin(body?.toString() ?? '{}'));
}

const server = createServer(given.timeouts, (request, response) => {
  for (const [name, value] of Object.entries(safeHeaders)) response.setHeader(name, value);
  // The SDK's own requests belong to calls that are counted.
  const isOfACall = request.url?.startsWith('/admin');
  const answered = isOfACall ? route(request, response) : inFlight.track(() => route(request, response));
  answered.catch((error) => {
    log({ event: 'request-failed', path: request.url, error: messageOf(error) });
    response.destroy();
  });
});
void listen(server, port, host).then((bound) => {
  url = `http://${host}:${bound}`;
  // From now on: a port that is taken ends it.
  process.on('unhandledRejection', (error) => log({ event: 'unhandled-rejection', error: messageOf(error) }));
  tell({ url });
});
// The one thing that it is told later: to end. What it is answering it answers; nobody else gets in.
parentPort?.once('message', () => {
  void inFlight.drain(drainMs).then(() => {
    server.closeAllConnections();
    server.close();
    agent.destroy();
    void store.close();
    parentPort?.close();
  });
});
