import { once } from 'node:events';
import { type IncomingHttpHeaders, type RequestOptions, request } from 'node:http';
import { connect } from 'node:net';
import { type Bench, openBench } from './probe';

/** What strangers and broken programs send: each has an answer, and no answer is 500. */
const people = [{ id: 'p', name: '王', role: 'resident' as const, openid: 'o-p' }];
let bench: Bench;
beforeAll(async () => {
  bench = await openBench({ people });
});
afterAll(() => bench.close());

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  text: string;
}

/** As it is written: fetch would tidy up the path and keep Host and Origin to itself. */
async function send(path: string, { method, headers }: RequestOptions = {}, body = ''): Promise<Answer> {
  const { hostname, port } = new URL(bench.cloud.url);
  const sent = request({ hostname, port, path, method, headers });
  sent.end(body);
  const [response] = await once(sent, 'response');
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return { status: response.statusCode, headers: response.headers, text };
}

describe('an address that is none', () => {
  it.each([
    ['GET', '//', 404],
    ['GET', '//evil.example/', 404],
    ['GET', '/\\', 404],
    ['GET', '/[', 404],
    ['OPTIONS', '*', 400],
    ['GET', 'http://evil.example/', 400],
    ['GET', '/storage/%', 403],
    ['GET', '/storage//', 403],
    ['PUT', '/storage/%', 400],
    ['PUT', '/storage/', 400],
    ['PUT', '/storage/a//b', 400],
    ['PUT', '/storage/..%2Fa', 400],
    ['PUT', '/storage/a%00b', 400],
    ['PUT', '/storage/a%07b', 400],
    ['PUT', `/storage/${'a'.repeat(2000)}`, 400],
    ['POST', '/v1/functions/%', 200],
  ])('%s %s', async (method, path, status) => {
    expect((await send(path, { method })).status).toBe(status);
  });
});

describe('a body that is none', () => {
  const deep = (open: string, close: string) => open.repeat(200_000) + close.repeat(200_000);

  it.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['no object', '5'],
    ['nested 200,000 deep', deep('[', ']')],
    ['an object nested 200,000 deep', `{"action":"x","data":${deep('{"a":', '}').replace(':}', ':1}')}}`],
  ])('/admin takes %s for a wrong parameter', async (_, body) => {
    const { status, text } = await send('/admin', { method: 'POST' }, body);
    expect([status, JSON.parse(text).code]).toEqual([200, 'INVALID_PARAM']);
  });

  it.each([
    ['beyond what a call may have', 200_000],
    ['within it', 40_000],
  ])('a function’s input nested deep is refused, %s', async (_, depth) => {
    const body = `{"action":"x","input":${'['.repeat(depth)}${']'.repeat(depth)}}`;
    const reply = await bench.post('/v1/functions/probe', body, bench.cloud.identity.tokenOf('o-p'));
    expect(reply).toMatchObject({ status: 200, body: { ok: false, code: 'BAD_INPUT' } });
  });
});

describe('the levers', () => {
  const port = () => new URL(bench.cloud.url).port;

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '', '['])(
    'give no token under the name %p, which might be led here',
    async (name) => {
      const headers = { host: `${name}:${port()}` };
      for (const path of ['/_local/people', '/']) {
        const { status, text } = await send(path, { headers });
        expect(status).toBe(403);
        expect(text).not.toContain(bench.cloud.identity.tokenOf('o-p'));
      }
    },
  );

  it.each(['localhost', '127.0.0.1', '[::1]', '192.168.1.5'])('are there under %s', async (name) => {
    expect((await send('/_local/people', { headers: { host: `${name}:${port()}` } })).status).toBe(200);
  });

  it.each(['http://evil.example', 'null', 'http://localhost:1', 'nonsense'])(
    'are moved by no page of %s',
    async (origin) => {
      const before = bench.cloud.clock.now();
      const headers = { origin, 'content-type': 'text/plain' };
      const moved = await send('/_local/clock', { method: 'POST', headers }, '{"advanceMs":86400000}');
      expect(moved.status).toBe(403);
      expect(bench.cloud.clock.now() - before).toBeLessThan(86_400_000);
    },
  );

  it('are moved by their own page', async () => {
    const headers = { origin: `http://localhost:${port()}`, host: `localhost:${port()}` };
    expect((await send('/_local/clock', { method: 'POST', headers }, '{"at":1000}')).status).toBe(200);
  });
});

it('tells browsers, whatever the answer, to run no script of a page and to guess no type', async () => {
  for (const path of ['/', '/_local/people', '/storage/x', '/nothing']) {
    const { headers } = await send(path);
    expect(headers['x-content-type-options']).toBe('nosniff');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/script-src|unsafe-/);
  }
});

it('keeps a connection for longer than the SDK does, which lets go after 4.8 seconds', async () => {
  const { headers } = await send('/', { headers: { connection: 'keep-alive' } });
  expect(Number(/timeout=(\d+)/.exec(String(headers['keep-alive']))?.[1])).toBeGreaterThan(10);
});

it.each([
  ['nothing', ''],
  ['half of a head', 'POST /v1/functions/probe HTTP/1.1\r\nHost: localhost\r\nX-Slow: '],
  ['half of a body', 'POST /v1/functions/probe HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{'],
])('cuts off a connection that says %s', async (_, words) => {
  const hasty = await openBench({
    timeouts: { headersTimeout: 20, requestTimeout: 20, connectionsCheckingInterval: 10 },
  });
  const sockets = Array.from({ length: 20 }, () =>
    connect(Number(new URL(hasty.cloud.url).port), '127.0.0.1'),
  );
  await Promise.all(
    sockets.map(async (socket) => {
      socket.resume().write(words);
      // Some are reset, which is no fault here.
      socket.on('error', () => undefined);
      await new Promise((closed) => socket.on('close', closed));
    }),
  );
  // Others are served. On a busy machine 20 ms may be too short for them, too: then they are told so, and ask again.
  let status: number;
  do ({ status } = await fetch(`${hasty.cloud.url}/_local/people`));
  while (status === 408);
  expect(status).toBe(200);
  await hasty.close();
});
