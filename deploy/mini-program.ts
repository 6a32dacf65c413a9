import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { refuse } from './refusals';
import { readSettings } from './settings';

/** `miniprogram-ci` weighs more than the whole toolchain: it has a folder of its own, and is installed when it is first wanted. */
const HOME = 'scripts/miniprogram-ci';
const PACKAGE_MAX = 2 * 1024 * 1024;
/** Of WeChat's thirty robots: each keeps one version in 开发版本, so that the trial's and the real one stand side by side. */
const robots: Record<string, number> = { real: 1, trial: 2 };

interface Ci {
  Project: new (options: object) => object;
  upload(options: object): Promise<unknown>;
  preview(options: object): Promise<unknown>;
}

export interface Sending {
  root: string;
  appId: string;
  /** the environment, and what deploy.local.json calls it */
  env: string;
  label: string;
  release: string;
  say(line: string): void;
}

/** Builds the mini-program for the environment and uploads it, or shows a code to scan in the terminal. */
export async function sendMiniProgram(how: 'upload' | 'preview', sending: Sending): Promise<void> {
  const { root, appId, env, label, release, say } = sending;
  const { uploadKey } = readSettings(root);
  if (!uploadKey || !existsSync(join(root, uploadKey))) throw refuse('NO_UPLOAD_KEY');
  const tsx = createRequire(join(root, 'package.json')).resolve('tsx/cli');
  execFileSync(process.execPath, [tsx, 'scripts/build-taro.ts', 'weapp'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, TARO_APP_CLOUD_ENV: env },
  });
  expectToFit(root);
  const ci = clientOf(root, say);
  const project = new ci.Project({
    appid: appId,
    type: 'miniProgram',
    projectPath: root,
    privateKeyPath: join(root, uploadKey),
    ignores: ['node_modules/**/*'],
  });
  const common = {
    project,
    version: release.split(' ')[0],
    desc: `${label} ${release}`,
    robot: robots[label] ?? 3,
    setting: { es6: true, minify: true, autoPrefixWXSS: true },
    onProgressUpdate: () => {},
  };
  try {
    if (how === 'upload') await ci.upload(common);
    else await ci.preview({ ...common, qrcodeFormat: 'terminal' });
  } catch (error) {
    const why = String((error as Error).message ?? error);
    const offline = /ENOTFOUND|ECONN\w+|ETIMEDOUT/.exec(why)?.[0];
    throw offline ? refuse('NO_NETWORK', '微信', offline) : refuse('UPLOAD_REFUSED', why.slice(0, 200));
  }
  say(
    how === 'upload'
      ? `小程序传好了，在“版本管理 → 开发版本”里，说明是“${label} ${release}”。`
      : '用微信扫上面的码预览。',
  );
}

function clientOf(root: string, say: (line: string) => void): Ci {
  if (!existsSync(join(root, HOME, 'node_modules/miniprogram-ci'))) {
    say('第一次上传，先安装微信的上传工具（约 280 MB）。');
    execFileSync('npm', ['ci', '--prefix', HOME, '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
  }
  return createRequire(join(root, HOME, 'package.json'))('miniprogram-ci') as Ci;
}

/** WeChat refuses a package of more than 2 MB, and only after it has arrived. */
export function expectToFit(root: string): void {
  const weapp = join(root, 'dist/weapp');
  const { subPackages = [] } = JSON.parse(readFileSync(join(weapp, 'app.json'), 'utf8')) as {
    subPackages?: { root: string }[];
  };
  const roots = subPackages.map((one) => one.root.replace(/\/$/, ''));
  const sizes = new Map<string, number>();
  for (const found of readdirSync(weapp, { recursive: true, encoding: 'utf8' })) {
    const file = found.replaceAll('\\', '/');
    const stat = statSync(join(weapp, file));
    if (!stat.isFile()) continue;
    const within = roots.find((one) => file.startsWith(`${one}/`)) ?? '主包';
    sizes.set(within, (sizes.get(within) ?? 0) + stat.size);
  }
  for (const [name, size] of sizes)
    if (size > PACKAGE_MAX) throw refuse('PACKAGE_TOO_BIG', name, Math.ceil(size / 1024));
}
