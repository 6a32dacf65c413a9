import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Keys } from './cloud';
import { refuse } from './refusals';

/** `deploy.local.json`, which git ignores: one file for the trial and the real environment. */
export interface Settings {
  appId?: string;
  environments?: Record<string, string>;
  secretId?: string;
  secretKey?: string;
  region?: string;
  /** the file of the key for uploading the mini-program */
  uploadKey?: string;
}

export const FILE = 'deploy.local.json';

type Ask = (question: string, options?: { secret?: boolean }) => Promise<string | undefined>;

/** What is asked for one by one, and where in the console it is found. */
const questions = {
  appId: ['AppID', '在 mp.weixin.qq.com 的“开发管理 → 开发设置 → 开发者 ID”里，wx 开头。'],
  env: ['环境 ID', '打开微信开发者工具，点“云开发”，在“设置 → 环境设置”里，像 linli-3d4e5f。'],
  secretId: [
    'SecretId',
    '打开 console.cloud.tencent.com，登录方式选“微信公众号登录”，用这个小程序的管理员扫码，再到 console.cloud.tencent.com/cam/capi 点“新建密钥”，AKID 开头。',
  ],
  secretKey: ['SecretKey', '和 SecretId 在同一页，只在新建时显示一次。输入时不显示。'],
} as const;

export function readSettings(root: string): Settings {
  const file = join(root, FILE);
  if (!existsSync(file)) return {};
  try {
    const settings: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof settings === 'object' && settings !== null) return settings as Settings;
    throw new Error('{ … }');
  } catch (error) {
    // The parser's words can hold a piece of the file, and so of a key: only the place is told.
    const at = /position (\d+)/.exec(String(error))?.[1];
    throw refuse('SETTINGS_BROKEN', at === undefined ? '不是 JSON' : `第 ${at} 个字符附近不是 JSON`);
  }
}

/**
 * The keys for one environment: from the file, else asked for one by one and kept in it for the next time. `name` is a name in
 * `environments`, or an id.
 */
export async function keysOf(
  root: string,
  name: string | undefined,
  ask: Ask,
): Promise<Keys & { appId: string; label: string }> {
  const settings = readSettings(root);
  const told = { ...settings };
  const need = async (key: keyof typeof questions, has: string | undefined, of = ''): Promise<string> => {
    if (has) return has;
    const [called, where] = questions[key];
    const what = of === '' ? called : `${called}（${of}）`;
    const answer = await ask(`${what}：${where}\n${what}？`, { secret: key === 'secretKey' });
    if (!answer) throw refuse('NOT_GIVEN', what, where);
    return answer;
  };
  told.appId = await need('appId', settings.appId);
  if (!/^wx[0-9a-f]{16}$/.test(told.appId)) throw refuse('BAD_APP_ID', told.appId);
  const { label, env } = await environmentOf(settings, name, (label) => need('env', undefined, label));
  told.environments = { ...settings.environments, [label]: env };
  told.secretId = await need('secretId', settings.secretId);
  told.secretKey = await need('secretKey', settings.secretKey);
  if (JSON.stringify(told) !== JSON.stringify(settings))
    writeFileSync(join(root, FILE), `${JSON.stringify(told, null, 2)}\n`, { mode: 0o600 });
  const { appId, secretId, secretKey, region = 'ap-shanghai' } = told;
  return { appId, label, env, secretId, secretKey, region };
}

async function environmentOf(
  { environments = {} }: Settings,
  name: string | undefined,
  ask: (label: string) => Promise<string>,
): Promise<{ label: string; env: string }> {
  const known = Object.entries(environments);
  const names = known.map(([label, env]) => `${label}（${env}）`).join('、');
  if (name === undefined) {
    const [first, ...others] = known;
    if (others.length > 0) throw refuse('WHICH_ENV', names);
    return first ? { label: first[0], env: first[1] } : { label: 'trial', env: await ask('trial') };
  }
  const found = known.find(([label, env]) => label === name || env === name);
  if (found) return { label: found[0], env: found[1] };
  // An id ends with what the platform added: `linli-3d4e5f`. Anything else is a name that is new.
  const isId = /^[a-z0-9]+(-[a-z0-9]+)+$/.test(name);
  return isId
    ? { label: known.length === 0 ? 'trial' : name, env: name }
    : { label: name, env: await ask(name) };
}
