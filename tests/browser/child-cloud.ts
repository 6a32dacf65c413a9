import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, connect } from '../../demo/client';
import { MONDAY } from '../support/cloud';
import { h5Dir } from './app';

/** A local cloud that can be killed at any moment and come back at the same address with what it had kept. */
export interface ChildCloud extends Client {
  kill(): Promise<void>;
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function startChildCloud(): Promise<ChildCloud> {
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-'));
  let child: ChildProcess;
  async function start(port: number): Promise<string> {
    child = fork(join(__dirname, 'child-cloud.child.ts'), [dataDir, String(port), h5Dir], {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const [url] = await once(child, 'message');
    return String(url);
  }
  async function kill() {
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
  }
  const client = await connect(await start(0));
  await client.setClock(MONDAY);
  return {
    ...client,
    kill,
    async restart() {
      await start(Number(new URL(client.url).port));
    },
    async close() {
      await kill();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
