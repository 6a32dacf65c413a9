import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { wantedOf } from '../../deploy/wanted';
import { PlayedConsole, PlayedEnv } from '../console/console';

/** Both READMEs' commands (they are the same), word by word, in a folder that holds what a clone would, with the real build and the whole product. */
const root = join(__dirname, '../..');
const SECRET = 'a-secret-of-nobody';
/** A dozen commands, each a process that builds or looks at the whole product. */
const GUARD_MS = 600_000;

let clone: string;
let port: number;
const played = new PlayedConsole();

beforeAll(async () => {
  clone = mkdtempSync(join(tmpdir(), 'deploy-clone-'));
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const file of files.split('\n').filter((name) => name !== '' && existsSync(join(root, name)))) {
    mkdirSync(dirname(join(clone, file)), { recursive: true });
    cpSync(join(root, file), join(clone, file));
  }
  // What `npm ci` brings.
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'), 'junction');
  port = await played.open();
});
afterAll(async () => {
  await played.close();
  rmSync(clone, { recursive: true, force: true });
});
beforeEach(() => {
  rmSync(join(clone, 'deploy.local.json'), { force: true });
  for (const id of ['linli-trial-1a2b3c', 'linli-3d4e5f'])
    // A change arrives at once: the command line waits by the real clock.
    played.add(new PlayedEnv(id, 'AKIDplayed'), SECRET).functions.settleFor = 0;
});

const answers: [question: RegExp, answer: string][] = [
  [/AppID？/, 'wx0123456789abcdef'],
  [/环境 ID（trial）？/, 'linli-trial-1a2b3c'],
  [/环境 ID（real）？/, 'linli-3d4e5f'],
  [/SecretId？/, 'AKIDplayed'],
  [/SecretKey？/, SECRET],
  [/\[y\/N\]/, 'y'],
];

/** Types a command, and answers what it asks. */
async function type(command: string): Promise<{ code: number | null; text: string; calls: string }> {
  const child = spawn(command, {
    cwd: clone,
    shell: true,
    env: {
      ...process.env,
      CONSOLE_PORT: String(port),
      NODE_OPTIONS: `--require ${join(root, 'tests/console/route.cjs')}`,
    },
  });
  let text = '';
  let answered = 0;
  const hear = (chunk: string) => {
    text += chunk;
    const rest = text.slice(answered);
    const found = answers.find(([question]) => question.test(rest));
    if (!found) return;
    answered = text.length;
    child.stdin.write(`${found[1]}\n`);
  };
  child.stdout.setEncoding('utf8').on('data', hear);
  child.stderr.setEncoding('utf8').on('data', hear);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, text, calls: /调用云接口 .*/.exec(text)?.[0] ?? '' };
}

function commandsOf(file: string, heading: string): string[] {
  const [, section = ''] = readFileSync(join(root, file), 'utf8').split(`\n## ${heading}\n`);
  const [, block = ''] = section.split('```');
  return block.split('\n').flatMap((line) => (line.startsWith('npm') ? [line.replace(/\s+#.*/, '')] : []));
}

const privacy = JSON.parse(readFileSync(join(root, 'config/privacy.json'), 'utf8')) as {
  name: string;
  why: string;
}[];

it(
  'the READMEs can be followed to the letter',
  async () => {
    const [install, ...commands] = commandsOf('README.md', 'Deploy to WeChat');
    expect([install, ...commands]).toEqual(commandsOf('README.zh-CN.md', '上线到微信'));
    expect(install).toBe('npm ci');
    expect(commands.length).toBeGreaterThan(6);
    for (const command of commands) {
      if (command.endsWith('--back')) {
        // A second version, so that there is one before.
        const config = join(clone, 'cloudfunctions/metrics/config.json');
        writeFileSync(config, readFileSync(config, 'utf8').replace(/"timeout": \d+/, '"timeout": 61'));
        const second = await type(command.replace('--back', '--yes'));
        if (second.code !== 0) throw new Error(second.text);
      }
      const { code, text, calls } = await type(command);
      expect(text).not.toContain(SECRET);
      if (/--(upload|preview)$/.test(command)) {
        // WeChat's own servers are not played: without a key the tool says where to get one.
        expect([command, code]).toEqual([command, 1]);
        expect(text).toContain('还没有代码上传密钥');
      } else {
        if (code !== 0) throw new Error(text);
        // What stays by hand comes with the texts to paste.
        if (/--env \w+$/.test(command)) {
          for (const { name, why } of privacy) expect(text).toContain(`${name}：${why}`);
          expect(text).toMatch(/https:\/\/6c69-linli-\S+\.tcb\.qcloud\.la/);
          expect(text).toContain('notify（subscribeMessage.send、subscribeMessage.getTemplateList）');
        }
        console.log(`${command}: ${calls}`);
      }
    }
    const { manifest } = wantedOf(clone);
    for (const env of played.envs.values()) {
      expect(env.functions.all.size).toBe(manifest.functions.length);
      expect([...env.tables.all.keys()].sort()).toEqual(manifest.collections.map(({ name }) => name).sort());
      for (const { name, indexes } of manifest.collections) {
        expect(env.tables.get(name).acl).toBe('ADMINONLY');
        expect(env.tables.get(name).indexes).toHaveLength(indexes.length);
      }
      expect(env.storageAcl).toBe('PRIVATE');
    }
    // Gone back to the first version.
    expect(played.envs.get('linli-3d4e5f')?.functions.get('metrics').timeout).toBe(60);
  },
  GUARD_MS,
);
