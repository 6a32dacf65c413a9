import { Agent, request } from 'node:http';
import { openBench } from './probe';
import type { Bench } from './probe';

let bench: Bench;
let token: string;
beforeAll(async () => {
  const echo = {
    source: `exports.main = async ({ input }) => (input.size ? 'x'.repeat(input.size) : { got: input });`,
  };
  const thrower = { source: `exports.main = async () => { throw new Error('secret detail'); };` };
  const silent = { source: `exports.main = () => undefined;` };
  bench = await openBench({ functions: { echo, thrower, silent } });
  token = bench.cloud.identity.tokenOf('o-resident');
});
afterAll(() => bench.close());

const call = (name: string, body: unknown, bearer?: string) =>
  bench.post(`/v1/functions/${name}`, body, bearer ?? token);

it('replies with what the function returns', async () => {
  expect(await call('echo', { action: 'a', requestId: 'r', input: { 字: 1 } })).toEqual({
    status: 200,
    body: { got: { 字: 1 } },
  });
  expect((await call('silent', {})).body).toBeNull();
});

const sentence = expect.stringMatching(/请.+。$/);

it('knows nobody without a token, with a forged one, or with another folder’s', async () => {
  const [name, signature] = token.split('.');
  const other = Buffer.from('o-manager').toString('base64url');
  for (const forged of ['', 'nonsense', `${name}.`, `${other}.${signature}`, `${name}.${'A'.repeat(43)}`]) {
    const { status, body } = await call('echo', { requestId: 'r' }, forged);
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        ok: false,
        code: 'UNAUTHENTICATED',
        message: '没认出您是谁，请退出小程序重新打开。',
        requestId: 'r',
      },
    });
  }
});

it('refuses a function that does not exist, whatever the name tries', async () => {
  for (const name of ['nothing', '..%2Fecho', 'echo/more', 'constructor']) {
    expect((await call(name, {})).body).toMatchObject({
      ok: false,
      code: 'UNKNOWN_ACTION',
      message: sentence,
    });
  }
});

it('refuses a body that is no JSON object', async () => {
  for (const body of ['', '{', '[]', '"x"', 'null']) {
    expect((await call('echo', body)).body).toMatchObject({
      ok: false,
      code: 'BAD_INPUT',
      message: sentence,
    });
  }
});

it('refuses more than 100 KB and names the longest text', async () => {
  const input = { title: 'short', contact: { note: '长'.repeat(40_000) } };
  expect((await call('echo', { requestId: 'r', input })).body).toEqual({
    ok: false,
    code: 'INPUT_TOO_LONG',
    message: sentence,
    fields: { 'contact.note': expect.stringContaining('40000') },
    requestId: 'r',
  });
});

it('stops reading after 6 MB, and still answers', async () => {
  const answered = await new Promise<string>((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}` };
    const sent = request(`${bench.cloud.url}/v1/functions/echo`, { method: 'POST', headers }, (response) => {
      response.on('data', (chunk) => {
        resolve(String(chunk));
        sent.destroy();
      });
    });
    sent.on('error', reject);
    sent.write(Buffer.alloc(6 * 1024 * 1024 + 1, 0x20)); // and never ends
  });
  expect(JSON.parse(answered)).toMatchObject({
    ok: false,
    code: 'INPUT_TOO_LONG',
    message: sentence,
  });
});

it('lets nobody’s next call go into the line of a body that it did not read', async () => {
  // As a proxy in front of it keeps its lines, and the SDK in the same process.
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const send = (body: Buffer) =>
    new Promise<unknown>((resolve, reject) => {
      const headers = { authorization: `Bearer ${token}` };
      const sent = request(
        `${bench.cloud.url}/v1/functions/echo`,
        { method: 'POST', headers, agent },
        (response) => {
          let text = '';
          response.on('data', (chunk) => (text += String(chunk))).on('end', () => resolve(JSON.parse(text)));
        },
      );
      sent.on('error', reject).end(body);
    });
  const refused = send(Buffer.alloc(6 * 1024 * 1024 + 200_000, 0x20));
  const next = send(Buffer.from('{"input":{"n":1}}'));
  expect(await refused).toMatchObject({ ok: false, code: 'INPUT_TOO_LONG' });
  expect(await next).toEqual({ got: { n: 1 } });
  agent.destroy();
});

it('refuses to pass on more than 1 MB', async () => {
  expect((await call('echo', { input: { size: 1024 * 1024 } })).body).toMatchObject({
    code: 'REPLY_TOO_LONG',
    message: sentence,
  });
});

it('says nothing of what a function threw', async () => {
  const { status, body } = await call('thrower', { requestId: 'r' });
  expect({ status, body }).toEqual({
    status: 200,
    body: { ok: false, code: 'INTERNAL', message: sentence, requestId: 'r' },
  });
});

it('answers a wrong lever of /_local with a sentence', async () => {
  expect(await bench.post('/_local/clock', { at: 'soon' })).toMatchObject({
    status: 400,
    body: { ok: false, message: sentence },
  });
  expect(await bench.post('/_local/clock', '{')).toMatchObject({ status: 400 });
  expect(await bench.post('/_local/faults', { api: '', errcode: 1, times: 1 })).toMatchObject({
    status: 400,
  });
  expect(await bench.post('/_local/timers/nothing', {})).toMatchObject({ status: 404, body: { ok: false } });
  expect(await bench.post('/_local/nothing', {})).toMatchObject({ status: 404, body: { ok: false } });
});

it('has no levers where it was not told to load them: no tokens are given out, no clock is moved', async () => {
  const plain = await openBench({
    levers: undefined,
    people: [{ id: 'p', name: 'p', role: 'resident', openid: 'o' }],
  });
  const before = plain.cloud.clock.now();
  expect((await fetch(`${plain.cloud.url}/_local/people`)).status).toBe(404);
  const moved = await fetch(`${plain.cloud.url}/_local/clock`, {
    method: 'POST',
    body: '{"advanceMs":86400000}',
  });
  expect(moved.status).toBe(404);
  expect(plain.cloud.clock.now() - before).toBeLessThan(86_400_000);
  expect((await fetch(`${plain.cloud.url}/_local/bar.js`)).status).toBe(404);
  await plain.close();
});
