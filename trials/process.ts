import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A cloud in a process of its own. */
export interface Served {
  child: ChildProcess;
  url: string;
  /** from the start of the process to its first word, and of this what the cloud itself took */
  upMs: number;
  ownMs: number;
  /** what it logged */
  said(): string;
}

/** Starts `server.child.ts` on a folder and waits until it is up. */
export async function serve(
  dataDir: string,
  env: Record<string, string> = {},
  functionsDir = '',
): Promise<Served> {
  const started = performance.now();
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(__dirname, 'server.child.ts'), dataDir, functionsDir],
    { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, ...env } },
  );
  let said = '';
  child.stderr?.on('data', (chunk) => (said += String(chunk)));
  child.stdin?.on('error', () => undefined);
  const exit = once(child, 'exit');
  const first = await Promise.race([once(child.stdout ?? child, 'data'), exit.then(() => undefined)]);
  if (!first) throw new Error(`the server ended before it was up: ${said}`);
  const { url, ms } = JSON.parse(String(first[0])) as { url: string; ms: number };
  return { child, url, upMs: performance.now() - started, ownMs: ms, said: () => said };
}

/** Kills it, as a power cut does, and waits until it is gone. */
export async function kill({ child }: Served, signal: NodeJS.Signals = 'SIGKILL'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exit = once(child, 'exit');
  child.kill(signal);
  const [code] = await exit;
  return typeof code === 'number' ? code : null;
}
