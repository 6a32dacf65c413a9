import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { noticesFile, noticesOf, noticesPath } from '../../config/notices';
import { root } from '../../scripts/stamp';

/** The licences of others ask to stand beside what is shipped of their code. */
describe('the licences', () => {
  const modules = path.join(root, 'node_modules');

  it('are those of the packages that files belong to, the innermost and each once', () => {
    const text = noticesOf([
      path.join(modules, 'dayjs/dayjs.min.js'),
      path.join(modules, 'dayjs/plugin/utc.js'),
      path.join(modules, '@cloudbase/node-sdk/node_modules/axios/index.js'),
      path.join(root, 'contract/time.ts'),
    ]);
    expect(text.match(/^\S+ [\d.]+ \(.+\)$/gm)).toEqual(['axios 0.35.0 (MIT)', 'dayjs 1.11.23 (MIT)']);
    expect(text).toContain('Copyright (c) 2018-present, iamkun');
  });

  const built = path.join(root, 'dist/cloudfunctions');
  it.each(readdirSync(built))('lie beside the function %s, the SDK’s among them', (name) => {
    const text = readFileSync(path.join(built, name, noticesFile), 'utf8');
    expect(text).toMatch(/^wx-server-sdk 4\.0\.2 /m);
    expect(text).toMatch(/^protobufjs 7\.5\.9 \(BSD-3-Clause\)$/m);
    expect(text).toContain('Redistribution and use in source and binary forms');
  });

  it.each(['h5', 'weapp'])('lie beside the pages of %s', (platform) => {
    const text = readFileSync(path.join(root, 'dist', platform, noticesPath(platform)), 'utf8');
    for (const name of ['react', '@tarojs/runtime', 'dayjs'])
      expect(text).toMatch(new RegExp(`^${name} [\\d.]+ \\(MIT\\)$`, 'm'));
    expect(text).toContain('Copyright (c) Facebook, Inc. and its affiliates.');
  });
});
