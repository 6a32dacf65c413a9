import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandOf } from '../../deploy/command';
import { FILE, keysOf, readSettings } from '../../deploy/settings';
import { refusalIn } from './played';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'deploy-settings-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const all = {
  appId: 'wx0123456789abcdef',
  environments: { trial: 'linli-1a2b3c', real: 'linli-3d4e5f' },
  secretId: 'AKIDx',
  secretKey: 'y',
};
const write = (settings: object) => writeFileSync(join(root, FILE), JSON.stringify(settings));
const nobody = async () => undefined;

it('asks for each key with where it is found, hides the secret, and keeps them for this user alone', async () => {
  const asked: [string, boolean][] = [];
  const given = ['wx0123456789abcdef', 'linli-1a2b3c', 'AKIDx', 'y'];
  const keys = await keysOf(root, undefined, async (question, { secret = false } = {}) => {
    asked.push([question, secret]);
    return given.shift();
  });
  expect(asked.map(([question]) => /(\S+)？$/.exec(question)?.[1])).toEqual([
    'AppID',
    'ID（trial）',
    'SecretId',
    'SecretKey',
  ]);
  expect(asked.every(([question]) => /mp\.weixin|开发者工具|console\.cloud|同一页/.test(question))).toBe(
    true,
  );
  expect(asked.map(([, secret]) => secret)).toEqual([false, false, false, true]);
  expect(keys).toMatchObject({ label: 'trial', env: 'linli-1a2b3c', region: 'ap-shanghai' });
  expect(readSettings(root)).toEqual({ ...all, environments: { trial: 'linli-1a2b3c' } });
  expect(statSync(join(root, FILE)).mode & 0o077).toBe(0);
  // The next time nothing is asked.
  expect((await keysOf(root, undefined, nobody)).secretKey).toBe('y');
});

it('has two environments in one file, and wants to be told which', async () => {
  write(all);
  expect((await refusalIn(keysOf(root, undefined, nobody))).message).toContain(
    'trial（linli-1a2b3c）、real（linli-3d4e5f）',
  );
  expect((await keysOf(root, 'real', nobody)).env).toBe('linli-3d4e5f');
  expect(await keysOf(root, 'linli-1a2b3c', nobody)).toMatchObject({ label: 'trial', env: 'linli-1a2b3c' });
  expect((await refusalIn(keysOf(root, 'reall', nobody))).code).toBe('NOT_GIVEN');
});

it('says what is missing and where to find it when nobody can be asked', async () => {
  write({ ...all, secretKey: '' });
  const { message } = await refusalIn(keysOf(root, 'real', nobody));
  expect(message).toMatch(/^还缺SecretKey。和 SecretId 在同一页/);
  write({ ...all, appId: 'gh_123' });
  expect((await refusalIn(keysOf(root, 'real', nobody))).code).toBe('BAD_APP_ID');
});

it('says of a broken file where it is broken, and never what stands in it', async () => {
  writeFileSync(join(root, FILE), '{ "secretKey": "not-to-be-shown", oops }');
  const { message } = await refusalIn(keysOf(root, 'real', nobody));
  expect(message).toMatch(/deploy\.local\.json 读不懂：(第 \d+ 个字符附近)?不是 JSON/);
  expect(message).not.toContain('not-to-be-shown');
});

it('keeps nothing that git would take', () => {
  const ignored = readFileSync(join(__dirname, '../../.gitignore'), 'utf8').split('\n');
  expect(ignored).toEqual(expect.arrayContaining([FILE, 'private.*.key']));
});

it('reads the command line, and passes no word over', () => {
  expect(commandOf(['--env', 'real', '--plan', '--save', 'p.json'])).toMatchObject({
    verb: 'deploy',
    env: 'real',
    planOnly: true,
    save: 'p.json',
    yes: false,
  });
  expect(commandOf(['--back', '--yes'])).toMatchObject({ verb: 'back', yes: true });
  expect(commandOf(['--keys', 'drop:20785', '--env', 'real'])).toMatchObject({
    verb: 'keys',
    key: { do: 'drop', number: 20785 },
    env: 'real',
  });
  expect(() => commandOf(['--keys', 'drop:'])).toThrow('看不懂“--keys drop:”');
  expect(() => commandOf(['--allow-drops'])).toThrow('看不懂“--allow-drops”');
  expect(() => commandOf(['--env', '--plan'])).toThrow('--env 后面要跟一个名字');
});
