import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import * as v from 'valibot';
import type { CollectionSpec } from '../database/store';
import type { Call, Looking } from '../functions/functions';

/** What the thread is told; all of it can be copied into another thread. */
export interface Reading {
  dataDir: string;
  functionsDir: string;
  collections: CollectionSpec[];
  looking: Looking;
  strictIndexes: boolean;
  quiet: boolean;
  timeouts: Readonly<Record<string, number>>;
  /** of the cloud's clock */
  hands: SharedArrayBuffer;
  /** where it listens, for everybody */
  host: string;
  port: number;
  /** the cloud's own port on this machine: whatever does more than look is handed on to it */
  behind: number;
}

/** What the thread tells: where it listens, at first; then who was there, and what each look cost. */
export type Word = { url: string } | { visited: string } | { call: Call };

export interface Reader {
  url: string;
  /** Before the cloud closes its database. */
  close(): Promise<void>;
}

const LOWEST = 19;

/**
 * The threads of this process, on Linux, where each has a priority of its own: the loop, and those that compile and collect garbage for it. Those were a third
 * of a core beside a busy loop, and stood in the reader's way as long as they kept their priority.
 */
function threadsSoFar(): number[] {
  return process.platform === 'linux' ? readdirSync('/proc/self/task').map(Number) : [];
}

function giveWay(thread: number): void {
  try {
    setPriority(thread, LOWEST);
  } catch {
    // It has ended meanwhile.
  }
}

const started = v.object({ url: v.string() });

/**
 * Starts the reader: a thread with an event loop, function instances and a database connection of its own. It answers what
 * only looks, and hands on everything else, so that a page opens at once however many others write (docs/decisions/0048).
 * A failure of it is one of the whole cloud.
 */
export async function startReader(
  reading: Reading,
  heard: { visited(openid: string): void; call(call: Call): void },
): Promise<Reader> {
  const behind = threadsSoFar();
  const worker = new Worker(join(__dirname, 'thread.ts'), {
    workerData: reading,
    execArgv: ['--require', require.resolve('tsx/cjs')],
  });
  const [first] = await once(worker, 'message');
  // Of two cores, the reader gets one when it asks.
  behind.forEach(giveWay);
  worker.on('message', (word: Word) => {
    if ('visited' in word) heard.visited(word.visited);
    if ('call' in word) heard.call(word.call);
  });
  worker.on('error', (error) => {
    throw error;
  });
  return {
    url: v.parse(started, first).url,
    async close() {
      const exit = once(worker, 'exit');
      worker.postMessage('close');
      await exit;
    },
  };
}
