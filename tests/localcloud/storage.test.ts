import { type Bench, type Kit, openBench } from './probe';

/** Cloud storage as the SDK talks to it (docs/wechat.md, "The SDK's protocol"). */
let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const upload = (cloudPath: string, text = '好') =>
  bench.run(
    ({ cloud, args }: Kit<{ cloudPath: string; text: string }>) =>
      cloud.uploadFile({ cloudPath: args.cloudPath, fileContent: Buffer.from(args.text) }),
    { cloudPath, text },
  );
const links = (fileList: (string | { fileID: string; maxAge: number })[]) =>
  bench.run(({ cloud, args }: Kit<typeof fileList>) => cloud.getTempFileURL({ fileList: args }), fileList);
const remove = (fileList: string[]) =>
  bench.run(({ cloud, args }: Kit<string[]>) => cloud.deleteFile({ fileList: args }), fileList);

it('gives back what was put under a path, by a link, and the newest under the same path', async () => {
  const { fileID } = await upload('a/表 1.csv', '一');
  expect(fileID).toBe('cloud://linli-local.6c69-linli-local/a/表 1.csv');
  await upload('a/表 1.csv', '二');
  const [link] = (await links([fileID])).fileList;
  expect(link).toMatchObject({ fileID, status: 0, errMsg: 'ok' });
  expect(await (await fetch(link?.tempFileURL ?? '')).text()).toBe('二');
});

it('lets a link go by when its time is over, and nobody make one up', async () => {
  bench.cloud.clock.set(1_800_000_000_000, true);
  const { fileID } = await upload('b/1.csv');
  const [link] = (await links([{ fileID, maxAge: 60 }])).fileList;
  const url = link?.tempFileURL ?? '';
  expect((await fetch(url)).status).toBe(200);
  for (const forged of [
    url.replace(/t=\d+/, 't=9999999999'),
    url.replace('/1.csv', '/2.csv'),
    url.split('?')[0] ?? '',
  ])
    expect((await fetch(forged)).status).toBe(403);
  expect((await fetch(url, { method: 'PUT', body: '假' })).status).toBe(403);
  bench.cloud.clock.set(1_800_000_061_000, true);
  const late = await fetch(url);
  expect(late.status).toBe(403);
  expect(await late.text()).toContain('<Code>AccessDenied</Code>');
});

it('says of a file that is not there that it is not, and fails no other', async () => {
  const { fileID } = await upload('c/1.csv');
  const gone = fileID.replace('1.csv', '2.csv');
  expect((await links([fileID, gone])).fileList.map(({ status }) => status)).toEqual([0, -503_003]);
  expect((await remove([fileID, gone])).fileList.map(({ status }) => status)).toEqual([0, -503_003]);
  expect((await links([fileID])).fileList[0]?.status).toBe(-503_003);
});

it('refuses paths that storage refuses, and more than fifty files a call', async () => {
  for (const path of ['/a', 'a//b', '../a', 'a/../../b', 'a\u0007', '长'.repeat(284)])
    await expect(upload(path)).rejects.toMatchObject({ errMsg: expect.stringContaining('not a path') });
  const many = Array.from({ length: 51 }, (_, i) => `cloud://linli-local.6c69-linli-local/${i}`);
  await expect(links(many)).rejects.toMatchObject({ errMsg: expect.stringContaining('1 to 50') });
});
