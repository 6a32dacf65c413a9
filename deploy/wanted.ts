import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CollectionSpec, FunctionSpec, IndexSpec, Manifest } from './manifest';
import { refuse } from './refusals';
import { RECORDS } from './records';
import { sumOf, zipOf } from './zip';

/** The functions need `findLast`; a function's runtime cannot be changed once it is there. */
const RUNTIME = 'Nodejs18.15';
const MEMORY_MB = 256;
/** The SDK itself waits 15 seconds. A function that needs longer says so in its config.json (`timeout`). */
const TIMEOUT_SECONDS = 20;
/** A zip inside a call; the client refuses more, and asks for an upload to COS instead. */
const ZIP_MAX = 1536 * 1024;

/** What the repository says: the manifest, and the zip of each code in it. */
export interface Wanted {
  manifest: Manifest;
  zips: ReadonlyMap<string, Buffer>;
}

interface Config {
  timeout?: number;
  memory?: number;
  triggers?: { name: string; config: string }[];
  permissions?: { openapi?: string[] };
}

/** Reads `config/database.json` and `dist/cloudfunctions`, as the build makes them, below `root`. */
export function wantedOf(root: string): Wanted {
  const { collections } = JSON.parse(readFileSync(join(root, 'config/database.json'), 'utf8')) as {
    collections: { name: string; indexes?: { keys: IndexSpec['keys']; unique?: boolean }[] }[];
  };
  const zips = new Map<string, Buffer>();
  const functions = namesOf(root).map((name): FunctionSpec => {
    const { timeout, memory, triggers } = configOf(root, name);
    const zip = zipOf(join(root, 'dist/cloudfunctions', name));
    if (zip.length > ZIP_MAX)
      throw refuse('CODE_TOO_BIG', name, Math.ceil(zip.length / 1024), Math.floor(ZIP_MAX / 1024));
    const code = sumOf(zip);
    zips.set(code, zip);
    return {
      name,
      runtime: RUNTIME,
      memoryMb: memory ?? MEMORY_MB,
      timeoutSeconds: timeout ?? TIMEOUT_SECONDS,
      variables: { TZ: 'Asia/Shanghai' },
      triggers: (triggers ?? []).map((trigger) => ({ name: trigger.name, cron: trigger.config })),
      code,
    };
  });
  const specs = collections.map(({ name, indexes = [] }): CollectionSpec => ({
    name,
    indexes: indexes.map(named),
  }));
  return { manifest: { collections: [...specs, { name: RECORDS, indexes: [] }], functions }, zips };
}

/** The functions that were built, sorted. */
export function namesOf(root: string): string[] {
  const folder = join(root, 'dist/cloudfunctions');
  if (!existsSync(folder)) throw refuse('NOT_BUILT', '云函数');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

export function configOf(root: string, name: string): Config {
  return JSON.parse(readFileSync(join(root, 'dist/cloudfunctions', name, 'config.json'), 'utf8')) as Config;
}

/** `unit.community` ascending, `key` ascending, unique → `unit_community_1_key_1_unique`. */
function named({ keys, unique = false }: { keys: IndexSpec['keys']; unique?: boolean }): IndexSpec {
  const name = keys.map(([field, direction]) => `${field.replaceAll('.', '_')}_${direction}`).join('_');
  return { name: unique ? `${name}_unique` : name, keys, unique };
}
