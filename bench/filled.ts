import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../scripts/stamp';
import { type Server, forkServer } from './harness';

/**
 * What fills a data folder: cases of two years (`past`; `sealed`: without their roll-ups, and with what 每日封存 keeps of each), open ones of which so many are `due`, ended ones that `changed` at once, so many
 * residents of a district, as many in the first grid of each community, or a street
 * with so many appointments.
 */
export type Filling =
  | { past: number }
  | { sealed: number }
  | { open: number; due: number }
  | { changed: number }
  | { residents: number }
  | { gridded: number }
  | { booked: number };

const file = 'bench/filled-server.ts';

/** Fills a data folder, in a process that ends with it: what it took to make so much is not in the way of what is measured. */
export function fill(dataDir: string, filling: Filling): void {
  const args = ['--import', 'tsx', join(root, file), 'fill', dataDir, JSON.stringify(filling)];
  execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** A local cloud on a filled folder, its clock standing at an instant. */
export const serve = (dataDir: string, functionsDir: string, at: number): Promise<Server> =>
  forkServer(file, ['serve', dataDir, functionsDir, String(at)]);
