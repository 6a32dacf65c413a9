import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { openBench } from './probe';
import type { Bench } from './probe';

const people = [
  { id: 'm', name: '赵主任', role: 'manager' as const, openid: 'o-m' },
  {
    id: 'r',
    name: '</script>王',
    role: 'resident' as const,
    orgId: 'cm',
    orgName: '新民社区',
    openid: 'o-r',
  },
];
const html =
  '<!doctype html><html><head><script src="/js/app.js"></script></head><body><div id="app"></div></body></html>';
const script = `console.log(${JSON.stringify('x'.repeat(5000))})`;

let dir: string;
let bench: Bench;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'linli-h5-'));
  mkdirSync(join(dir, 'h5', 'js'), { recursive: true });
  writeFileSync(join(dir, 'h5', 'index.html'), html);
  writeFileSync(join(dir, 'h5', 'js', 'app.js'), script);
  writeFileSync(join(dir, 'secret.txt'), 'secret');
  bench = await openBench({ staticDir: join(dir, 'h5'), people });
});
afterAll(async () => {
  await bench.close();
  rmSync(dir, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(bench.cloud.url + path, { headers });

it('serves the build with its types, compressed, and with an ETag', async () => {
  const response = await get('/js/app.js');
  const headers = ['content-type', 'content-encoding'].map((name) => response.headers.get(name));
  expect(headers).toEqual(['text/javascript; charset=utf-8', 'gzip']);
  expect(await response.text()).toBe(script);
  const again = await get('/js/app.js', { 'if-none-match': response.headers.get('etag') ?? '' });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

it('serves nothing outside the build', async () => {
  const status = (path: string) =>
    new Promise((resolve, reject) => {
      // fetch would tidy the path up
      const { hostname, port } = new URL(bench.cloud.url);
      const sent = request({ hostname, port, path }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.on('error', reject).end();
    });
  for (const path of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/js/..%2f..%2fsecret.txt',
    '/js',
    '/nothing',
    '/%00',
    '/%',
  ]) {
    expect([path, await status(path)]).toEqual([path, 404]);
  }
});

it('has no icon, and says so without an error', async () => {
  expect((await get('/favicon.ico')).status).toBe(204);
});

it('puts the bar before the app’s own scripts, and no name can break out of it', async () => {
  const page = await (await get('/')).text();
  expect(page.indexOf('/_local/bar.js')).toBeGreaterThan(0);
  expect(page.indexOf('/_local/bar.js')).toBeLessThan(page.indexOf('/js/app.js'));
  expect(page).not.toContain('</script>王');
  // The server's policy lets no script run that stands in the page.
  const scripts = page.match(/<script[^>]*>/g) ?? [];
  expect(scripts.filter((tag) => !tag.includes(' src=') && !tag.includes('type="application/json"'))).toEqual(
    [],
  );
  for (const path of ['/_local/bar.js', '/_local/bar.css']) expect((await get(path)).status).toBe(200);
});

it('lists the people with their tokens', async () => {
  expect(await bench.get('/_local/people')).toEqual([
    { id: 'm', name: '赵主任', role: 'manager', token: bench.cloud.identity.tokenOf('o-m') },
    {
      id: 'r',
      name: '</script>王',
      role: 'resident',
      orgId: 'cm',
      orgName: '新民社区',
      token: bench.cloud.identity.tokenOf('o-r'),
    },
  ]);
});

it('has no sheets to scan where the demo names none', async () => {
  expect(await bench.get('/_local/codes')).toEqual([]);
});

it('leaves the page alone when there is nobody to become', async () => {
  const plain = await openBench({ staticDir: join(dir, 'h5') });
  expect(await (await fetch(plain.cloud.url)).text()).toBe(html);
  await plain.close();
});

describe('the bar', () => {
  const bar = readFileSync(join(__dirname, '../../localcloud/levers/demo-bar.js'), 'utf8');
  const list = [
    { id: 'm', name: '赵主任', role: 'manager', token: 'token-m' },
    { id: 'r', name: '王', role: 'resident', token: 'token-r' },
  ];

  /** Runs the script with what the browser has stored; gives what is stored afterwards. */
  function stored(before: Record<string, string>): Record<string, string> {
    const kept = { ...before };
    const node = () => ({ append() {}, addEventListener() {}, classList: { add() {} } });
    runInNewContext(bar, {
      document: {
        createElement: node,
        documentElement: node(),
        addEventListener() {},
        getElementById: () => ({ textContent: JSON.stringify({ people: list, at: 0 }) }),
      },
      localStorage: {
        getItem: (key: string) => kept[key] ?? null,
        setItem: (key: string, value: string) => Object.assign(kept, { [key]: value }),
      },
    });
    return kept;
  }

  it('keeps the person who was chosen', () => {
    const chosen = { 'linli.token': 'token-m', 'linli.person': 'm' };
    expect(stored(chosen)).toEqual(chosen);
  });

  it.each<Record<string, string>>([{}, { 'linli.token': 'of an older folder', 'linli.person': 'm' }])(
    'takes the first resident instead of %p',
    (before) => {
      expect(stored(before)).toEqual({ 'linli.token': 'token-r', 'linli.person': 'r' });
    },
  );
});
