import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';

/** The folder is another server's: two on one would each think that they alone keep it. */
export class FolderInUse extends Error {
  constructor(dataDir: string) {
    super(
      `another server has ${dataDir} open: stop that one first, or give this one a folder of its own (DATA_DIR)`,
    );
  }
}

/**
 * Takes a data folder for this process, until `release`. The lock is the system's, on a file of its own: however a server ends, it leaves
 * none behind. Errors: FolderInUse.
 */
export function holdFolder(dataDir: string): { release(): void } {
  mkdirSync(dataDir, { recursive: true });
  const lock = new Database(join(dataDir, 'lock'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw isBusy(error) ? new FolderInUse(dataDir) : error;
  }
  return { release: () => lock.close() };
}

const isBusy = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  /^SQLITE_(BUSY|LOCKED)/.test(String(error.code));
