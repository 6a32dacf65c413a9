import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectToFit, sendMiniProgram } from '../../deploy/mini-program';
import { refusalIn } from './played';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'deploy-weapp-'));
  mkdirSync(join(root, 'dist/weapp/packages/agent'), { recursive: true });
  writeFileSync(
    join(root, 'dist/weapp/app.json'),
    JSON.stringify({ subPackages: [{ root: 'packages/agent' }] }),
  );
});
afterEach(() => rmSync(root, { recursive: true }));

it('is not sent without its key: the way to one is told', async () => {
  const sending = {
    root,
    appId: 'wx0123456789abcdef',
    env: 'e',
    label: 'trial',
    release: '0.1.0',
    say: () => {},
  };
  expect((await refusalIn(sendMiniProgram('upload', sending))).message).toContain('小程序代码上传');
  writeFileSync(join(root, 'deploy.local.json'), '{ "uploadKey": "private.gone.key" }');
  expect((await refusalIn(sendMiniProgram('upload', sending))).code).toBe('NO_UPLOAD_KEY');
});

it('is measured before it is sent, each package by itself', async () => {
  writeFileSync(join(root, 'dist/weapp/common.js'), Buffer.alloc(1_500_000));
  writeFileSync(join(root, 'dist/weapp/packages/agent/index.js'), Buffer.alloc(1_500_000));
  expectToFit(root);
  writeFileSync(join(root, 'dist/weapp/packages/agent/more.js'), Buffer.alloc(700_000));
  const { message } = await refusalIn((async () => expectToFit(root))());
  expect(message).toBe('小程序的packages/agent有 2149 KB，超过微信的 2048 KB。请让开发的人拆小再传。');
});
