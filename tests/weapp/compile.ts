import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** WeChat's own compilers of templates (wcc) and sheets (wcsc), as npm carries them: what they refuse, WeChat refuses. */
const folders: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'mac', win32: 'windows' };

function compiler(name: 'wcc' | 'wcsc'): string {
  const folder = folders[process.platform];
  if (!folder) throw new Error(`WeChat's compilers do not run on ${process.platform}`);
  const end = process.platform === 'win32' ? '.exe' : '';
  const file = join(dirname(require.resolve('miniprogram-compiler')), 'bin', folder, name + end);
  // The package forgets to make them executable.
  chmodSync(file, 0o755);
  return file;
}

export const filesIn = (dir: string, end: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(end))
    .map((file) => file.replaceAll('\\', '/'))
    .sort();

/** What the compiler makes of these files, or what it says against them. */
function run(name: 'wcc' | 'wcsc', dir: string, args: string[]): { code: string; faults: string } {
  const { status, stdout, stderr, error } = spawnSync(compiler(name), args, {
    cwd: dir,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw error;
  return status === 0 ? { code: stdout, faults: '' } : { code: '', faults: stderr || stdout };
}

/** All templates as one script that defines `$gwx`; `faults` is empty when the compiler takes them. */
export const compileTemplates = (dir: string) =>
  run('wcc', dir, ['-d', ...filesIn(dir, '.wxml'), ...filesIn(dir, '.wxs')]);

/** All sheets, with what they import. */
export const compileSheets = (dir: string) => run('wcsc', dir, ['-lc', ...filesIn(dir, '.wxss')]);
