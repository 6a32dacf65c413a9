import { openBench } from './probe';
import type { Bench } from './probe';

/** What stands for `wx.cloud.uploadFile` and `deleteFile` of a phone: files in a folder of one's own. */
let bench: Bench;
beforeAll(async () => {
  const person = (id: string) => ({ id, name: id, role: 'resident' as const, openid: `o-${id}` });
  bench = await openBench({ people: [person('rs-01'), person('rs-02')] });
});
afterAll(() => bench.close());

const lever = async (name: string, body: object): Promise<Record<string, string>> =>
  (
    await fetch(`${bench.cloud.url}/_local/${name}`, { method: 'POST', body: JSON.stringify(body) })
  ).json() as Promise<Record<string, string>>;
const path = 'reviews/rs-01/a.png';

it('are put, looked at, and taken out by whoever put them', async () => {
  const {
    url = '',
    authorization = '',
    fileId = '',
    cosFileId = '',
  } = await lever('uploads', {
    person: 'rs-01',
    path,
  });
  const headers = {
    authorization,
    signature: authorization,
    key: encodeURIComponent(path),
    'x-cos-meta-fileid': cosFileId,
  };
  expect((await fetch(url, { method: 'PUT', headers, body: 'picture' })).status).toBe(200);
  const link = (await lever('links', { person: 'rs-01', file: fileId })).url ?? '';
  expect(await (await fetch(link)).text()).toBe('picture');
  expect(await lever('links', { person: 'rs-02', file: fileId })).toEqual({ url: '' });
  expect(await lever('removals', { person: 'rs-02', file: fileId })).toEqual({ ok: false });
  expect(await lever('removals', { person: 'rs-01', file: fileId })).toEqual({ ok: true });
  expect(await lever('links', { person: 'rs-01', file: fileId })).toEqual({ url: '' });
});

it('go into nobody else’s folder', async () => {
  expect(await lever('uploads', { person: 'rs-02', path })).toEqual({ ok: false });
  expect(await lever('uploads', { person: 'nobody', path: 'reviews/nobody/a.png' })).toEqual({ ok: false });
});
