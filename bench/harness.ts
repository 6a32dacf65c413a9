import { type ChildProcess, fork } from 'node:child_process';
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../scripts/bundle';
import { type Client, connect } from '../demo/client';
import { root } from '../scripts/stamp';

/** One row of figures: what was measured, the floor it is held against, and the ratio where there is one. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  floor?: number;
  ratio?: number;
  limit?: string;
  note?: string;
}
export interface Section {
  title: string;
  figures: Figure[];
}

/** The product's functions with one more, `bare`: the bundled SDK alone, doing one database call. */
export async function functionsWithBare(): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'linli-functions-'));
  cpSync(join(root, 'dist/cloudfunctions'), dir, { recursive: true });
  await bundle(join(root, 'bench/bare.ts'), join(dir, 'bare/index.js'), true);
  writeFileSync(join(dir, 'bare/config.json'), '{ "permissions": { "openapi": [] } }');
  return dir;
}

/** What is in the database instead of the demo. */
export interface World {
  /** so many notices in outboxes, each of another reader */
  notices?: number;
  /** so many residents beside the demo's */
  residents?: number;
  /** the timers have just had their round: the next beat finds nothing to do */
  isQuiet?: boolean;
  /** without the indexes of 每日封存 */
  isUnchained?: boolean;
}

export interface Server extends Client {
  /** Ends its process; nothing of it is left to disturb what is measured next. */
  stop(): Promise<void>;
  /** Processor time that its process has taken so far, in ms, whatever else the machine does; `bench/server.ts` alone tells. */
  spent(): Promise<number>;
  /** The most memory that its process has had so far, in MB; `bench/filled-server.ts` alone tells. */
  peak(): Promise<number>;
}

/** Starts a local cloud as a child and learns its people, so that the connection is warm before anything is measured. */
export async function startServer(functionsDir: string, staticDir = '', world: World = {}): Promise<Server> {
  return forkServer('bench/server.ts', [functionsDir, staticDir, JSON.stringify(world)]);
}

/** Starts a file that sends the address of a local cloud once it is there */
export async function forkServer(file: string, args: string[]): Promise<Server> {
  const child: ChildProcess = fork(join(root, file), args, {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve(String(message)));
    child.once('exit', () => reject(new Error('the local cloud did not start')));
  });
  const ask = (what: 'peak' | 'spent') =>
    new Promise<number>((resolve) => {
      child.once('message', (told) => resolve(Number(told)));
      child.send(what);
    });
  return {
    ...(await connect(url)),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.disconnect();
      }),
    spent: () => ask('spent'),
    peak: () => ask('peak'),
  };
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Prints a section as a table a person can read. */
export function print({ title, figures }: Section): void {
  console.log(`\n## ${title}\n`);
  const rows = figures.map(({ name, value, unit, floor, ratio, limit, note }) => [
    name,
    `${round(value)} ${unit}`,
    floor === undefined ? '' : `${round(floor)} ${unit}`,
    ratio === undefined ? '' : ratio.toFixed(2),
    limit ?? '',
    note ?? '',
  ]);
  const head = ['what', 'measured', 'floor', 'ratio', 'limit', 'note'];
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => (row[i] ?? '').length)));
  const line = (row: string[]) => `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  console.log([line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n'));
}

function round(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : String(Math.round(value * 10) / 10);
}
