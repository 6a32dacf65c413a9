import { once } from 'node:events';
import { type OutgoingHttpHeaders, request } from 'node:http';
import { connect as connectSocket } from 'node:net';
import { goodCalls } from './rights';
import { type Outcome, type Trial, type Wish, chanceOf, collector, roundsOf } from './trial';
import { type World, inWorld } from './world';

type Chance = ReturnType<typeof chanceOf>;

/** JSON that no `JSON.stringify` writes, put in where its mark stands. */
const raw = {
  huge: '1e999',
  long: '9'.repeat(400),
  minus: '-0',
  proto: '{"__proto__":{"polluted":1}}',
  construct: '{"constructor":{"prototype":{"polluted":1}}}',
  deep: `${'['.repeat(60)}${']'.repeat(60)}`,
  deeper: `${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}`,
  surrogate: '"\\ud800"',
  surrogates: '"\\udfff\\ud800说"',
  nul: '"a\\u0000b"',
} as const;
const mark = (name: keyof typeof raw) => `@raw:${name}@`;
const unmark = (text: string): string =>
  text.replace(/"@raw:(\w+)@"/g, (_, name: keyof typeof raw) => raw[name]);

/** What databases, spreadsheets, shells, pages and parsers have been fooled by. */
const values: readonly ((chance: Chance) => unknown)[] = [
  () => null,
  () => true,
  () => '',
  () => '\u3000\u200b',
  ({ pick }) => pick([0, -1, 1.5, 2 ** 53, -(2 ** 53), 1e308, 8.64e15 + 1]),
  ({ pick }) => pick([mark('huge'), mark('long'), mark('minus')]),
  ({ pick }) => pick([mark('proto'), mark('construct'), mark('deep'), mark('deeper')]),
  ({ pick }) => pick([mark('surrogate'), mark('surrogates'), mark('nul')]),
  ({ pick }) =>
    pick(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', '_id', '$where']),
  ({ pick }) =>
    pick([{ $gt: '' }, { $ne: null }, { $regex: '(a+)+$' }, { $where: 'sleep(9999)' }, { $in: [] }]),
  ({ pick }) =>
    pick([{ $date: 1e20 }, { $oid: 'x' }, { $set: { posts: [] } }, { $numberLong: 'x' }, { length: 1e9 }]),
  ({ pick }) =>
    pick(['../../../etc/passwd', '..\\..\\secret', '%2e%2e%2f', 'file:///etc/passwd', '\\\\host\\x']),
  ({ pick }) =>
    pick(["'; DROP TABLE cases;--", '" OR 1=1', '${7*7}', '{{7*7}}', '`id`', '$(id)', '\r\nSet-Cookie: a=b']),
  ({ pick }) =>
    pick([
      '=1+1',
      '+cmd|x',
      '@SUM(A1)',
      '-2+3',
      '\t=1',
      '<script>alert(1)</script>',
      '"><img src=x onerror=1>',
    ]),
  ({ pick }) =>
    pick([
      '\u202e文\u202c',
      '\u2066x\u2069',
      'a\u0301'.repeat(200),
      '👨‍👩‍👧‍👦'.repeat(20),
      '𠮷'.repeat(40),
      '\ufeffx',
    ]),
  ({ below }) => '长'.repeat(1 + below(3000)),
  ({ below }) => Array.from({ length: below(2000) }, (_, i) => i),
  ({ below }) => Object.fromEntries(Array.from({ length: below(300) }, (_, i) => [`k${i}`, i])),
  () => [],
  () => ({}),
  () => [[[[[[]]]]]],
  ({ pick }) =>
    pick([
      'cm-xinmin',
      'rs-01',
      'ds-tiefeng',
      'ag-01',
      '2026-02-30',
      '9999-12-31',
      '2026-11-23T99:99',
      '１２３',
    ]),
];

const words = values.filter((one) => typeof one(chanceOf(1)) === 'string');

/** Puts something hostile into one place of the input, or in place of all of it. */
function spoiled(input: Record<string, unknown>, chance: Chance): unknown {
  const { below, pick } = chance;
  const value = () => pick(values)(chance);
  const keys = Object.keys(input);
  const key = keys.length > 0 ? pick(keys) : 'x';
  const inner = input[key];
  switch (below(9)) {
    case 0:
      return value();
    case 1:
      return { ...input, [pick(['__proto_', 'openid', '$where', 'constructor', '', 'a.b', '长'])]: value() };
    case 2: {
      const { [key]: _, ...rest } = input;
      return rest;
    }
    case 3:
      if (typeof inner === 'object' && inner !== null && !Array.isArray(inner))
        return { ...input, [key]: { ...inner, [pick([...Object.keys(inner), 'x'])]: value() } };
      return { ...input, [key]: [inner, value()] };
    case 4:
    case 5:
    case 6: {
      // Text where text belongs: that comes past the border, into the rules and the database.
      const texts = keys.filter((one) => typeof input[one] === 'string');
      return texts.length > 0 ? { ...input, [pick(texts)]: pick(words)(chance) } : value();
    }
    default:
      return { ...input, [key]: value() };
  }
}

/** The body as bytes, some of them not as JSON is written. */
function bodyOf(event: Record<string, unknown>, { below, pick }: Chance): Buffer {
  const text = unmark(JSON.stringify(event));
  switch (below(12)) {
    case 0:
      return Buffer.from(
        text.replace(
          '{',
          `{${pick(['"action":"session",', '"input":{},', '"input":null,', '"requestId":"",'])}`,
        ),
      );
    case 1:
      return Buffer.from(text.replace(/"input":\{/, '"input":{"caseId":{"$gt":""},"orgId":[],'));
    case 2:
      return pick([Buffer.from(text, 'utf16le'), Buffer.from(`\ufeff${text}`), Buffer.from(text, 'latin1')]);
    case 3: {
      const bytes = Buffer.from(text);
      bytes[below(bytes.length)] = pick([0xff, 0xc0, 0x00, 0x80]);
      return bytes;
    }
    case 4:
      return Buffer.from(text.slice(0, below(text.length)));
    default:
      return Buffer.from(text);
  }
}

const headersOf = ({ below, pick }: Chance): Record<string, string> =>
  below(10) > 0
    ? {}
    : pick<Record<string, string>>([
        { 'content-type': 'application/xml' },
        { 'content-encoding': 'gzip' },
        { 'x-http-method-override': 'DELETE' },
        { 'content-type': 'text/plain; charset=utf-16' },
        { 'x-forwarded-for': '127.0.0.1, '.repeat(200) },
      ]);

/** Sends so many broken calls; see `hostile` below for what passes. */
export async function tryHostile(at: World, wish: Wish, standard: number): Promise<Outcome> {
  const { faults, fault } = collector();
  const chance = chanceOf(wish.seed);
  const calls = goodCalls(at);
  const before = at.store.all();
  let version = at.store.version();
  let tried = 0;
  const codes = new Map<string, number>();
  const [good, bad]: [number[], number[]] = [[], []];
  const send = async (name: string, who: string, body: Buffer, headers: Record<string, string>) => {
    const started = performance.now();
    const response = await fetch(`${at.url}/v1/functions/${name.split('.')[0]}`, {
      method: 'POST',
      headers: { ...headers, authorization: `Bearer ${at.token(who)}` },
      body: new Uint8Array(body),
    });
    const text = await response.text();
    return { status: response.status, text, ms: performance.now() - started };
  };
  for (const round of roundsOf(wish, standard)) {
    const { name, who, input } = chance.pick(calls);
    const action = chance.below(20) === 0 ? chance.pick(values)(chance) : name.split('.')[1];
    const requestId = chance.below(8) === 0 ? chance.pick(values)(chance) : `h-${round}`;
    const event: Record<string, unknown> = { action, requestId, input: spoiled(input, chance) };
    const body = bodyOf(event, chance);
    const said = `seed ${wish.seed}, number ${round}: ${name} with ${body.toString().slice(0, 160)}`;
    const { status, text, ms } = await send(name, who, body, headersOf(chance));
    tried += 1;
    bad.push(ms);
    const code = codeIn(text);
    codes.set(code, (codes.get(code) ?? 0) + 1);
    if (status !== 200) fault(`${said}: HTTP ${status}`);
    if (code === 'INTERNAL' || code === 'none') fault(`${said}: ${text.slice(0, 200)}`);
    if (at.store.version() !== version) {
      const changed = at.store.changedSince(before);
      if (code !== 'OK' && !/^account\.(begin|accept|invitation)$/.test(name))
        if (changed.length > 0)
          fault(`${said}: refused with ${code}, and changed ${changed.slice(0, 3).join(', ')}`);
      at.store.restore(before);
      version = at.store.version();
    }
    if ('polluted' in {}) fault(`${said}: every object has a new property`);
    if (round % 40 === 0)
      good.push(
        (
          await send(
            'catalog.list',
            'rs-08',
            Buffer.from('{"action":"detail","requestId":"g","input":{"code":"disability-certificate"}}'),
            {},
          )
        ).ms,
      );
    // Nobody is held up by how often they asked: that is tried elsewhere.
    if (round % 1500 === 1499) await at.rest();
  }
  const [usual, worst] = [percentile(good, 0.99), percentile(bad, 0.99)];
  // How fast is asked only where it is quiet.
  if (!wish.isShort && worst > Math.max(50, 10 * usual))
    fault(`99 of 100 broken calls take ${worst.toFixed(1)} ms, good ones ${usual.toFixed(1)} ms`);
  const often = [...codes].sort((a, b) => b[1] - a[1]).slice(0, 6);
  return {
    tried,
    faults,
    notes: [
      `p99 ${worst.toFixed(1)} ms, of good calls ${usual.toFixed(1)} ms`,
      often.map(([code, count]) => `${code} ${count}`).join(', '),
    ],
  };
}

function codeIn(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return 'none';
    if ('ok' in value && value.ok === true) return 'OK';
    return 'code' in value && typeof value.code === 'string' ? value.code : 'none';
  } catch {
    return 'none';
  }
}

function percentile(list: readonly number[], part: number): number {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** One request as it is written; the status, or what became of the connection. */
async function ask(
  url: string,
  path: string,
  headers: OutgoingHttpHeaders,
  pieces: Iterable<Buffer>,
): Promise<number | string> {
  const { hostname, port } = new URL(url);
  const sent = request({ hostname, port, path, method: 'POST', headers });
  const answered = new Promise<number | string>((resolve) => {
    sent.once('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.once('error', (error) => resolve('code' in error ? String(error.code) : error.message));
  });
  let isOver = false;
  void answered.then(() => (isOver = true));
  for (const piece of pieces) {
    if (isOver || sent.destroyed) break;
    if (!sent.write(piece)) await Promise.race([once(sent, 'drain').catch(() => undefined), answered]);
  }
  sent.end();
  return answered;
}

function* pieces(bytes: number): Generator<Buffer> {
  const piece = Buffer.alloc(65_536, 0x61);
  yield Buffer.from('{"action":"submit","requestId":"big","input":{"note":"');
  for (let sent = 0; sent < bytes; sent += piece.length) yield piece;
  yield Buffer.from('"}}');
}

/** Floods: of bodies, of headers, of connections that end in the middle. The server answers or hangs up, and goes on. */
export async function tryFloods(at: World, isShort: boolean): Promise<Outcome> {
  const { faults, fault } = collector();
  const path = '/v1/functions/cases';
  const token = `Bearer ${at.token('rs-01')}`;
  const many = (count: number, length: number): OutgoingHttpHeaders =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`x-${i}`, 'a'.repeat(length)]));
  const floods: [what: string, go: () => Promise<number | string>, allowed: readonly (number | string)[]][] =
    [
      ...(isShort ? [8] : [8, 20, 50]).map(
        (mb): [string, () => Promise<number | string>, (number | string)[]] => [
          `a body of ${mb} MB`,
          () => ask(at.url, path, { authorization: token }, pieces(mb * 1024 * 1024)),
          [200, 'ECONNRESET', 'EPIPE'],
        ],
      ),
      [
        'a body of 8 MB to a place that is none',
        () => ask(at.url, '/nothing', {}, pieces(8 * 1024 * 1024)),
        [404, 403, 'ECONNRESET', 'EPIPE'],
      ],
      ['a header of 100 KB', () => ask(at.url, path, many(1, 100_000), []), [431, 'ECONNRESET', 'EPIPE']],
      ['3,000 headers', () => ask(at.url, path, many(3000, 1), []), [431, 'ECONNRESET', 'EPIPE']],
      [
        'a token of 15 KB',
        () => ask(at.url, path, { authorization: `Bearer ${'a'.repeat(15_000)}` }, []),
        [200],
      ],
      [
        'an address of 30 KB',
        () => ask(at.url, `/${'a'.repeat(30_000)}`, {}, []),
        [431, 414, 'ECONNRESET', 'EPIPE'],
      ],
      [
        'two lengths',
        () =>
          write(
            at.url,
            `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 9\r\n\r\n{}{}{}{}{}`,
          ),
        [400],
      ],
      [
        'a length and pieces',
        () =>
          write(
            at.url,
            `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n`,
          ),
        [400],
      ],
      [
        'pieces that are none',
        () =>
          write(
            at.url,
            `POST ${path} HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
          ),
        [400],
      ],
      ['no HTTP', () => write(at.url, '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'), [400, 'closed']],
    ];
  for (const [what, go, allowed] of floods) {
    const status = await go();
    if (!allowed.includes(status)) fault(`${what}: ${status}`);
    const after = await at.try('rs-08', 'catalog.list', {});
    if (!after.ok) fault(`after ${what} it answers ${after.code}`);
  }
  return { tried: floods.length, faults };
}

/** Bytes on a bare line; the status of the answer. */
async function write(url: string, bytes: string): Promise<number | string> {
  const socket = connectSocket(Number(new URL(url).port), '127.0.0.1');
  socket.write(Buffer.from(bytes, 'latin1'));
  let text = '';
  socket.on('data', (chunk) => (text += String(chunk)));
  socket.on('error', () => undefined);
  await Promise.race([
    once(socket, 'data').catch(() => undefined),
    once(socket, 'close').catch(() => undefined),
  ]);
  socket.destroy();
  return Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]) || 'closed';
}

export const hostile: Trial = {
  name: 'hostile',
  promises:
    'broken input, made by a grammar, over all actions: answered in words, no INTERNAL, no 5xx, nothing changed, floods answered or cut off',
  run: (wish) =>
    inWorld(wish, async (at) => {
      const inputs = await tryHostile(at, wish, 100_000);
      const floods = await tryFloods(at, wish.isShort);
      return {
        tried: inputs.tried + floods.tried,
        faults: [...inputs.faults, ...floods.faults],
        notes: inputs.notes ?? [],
      };
    }),
};
