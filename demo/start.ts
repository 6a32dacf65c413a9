import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { outageOf } from '../localcloud/outage';
import { BEGIN_BYTES, newBegin, printed } from '../cloudfunctions/domain/begin';
import { keepHeapSmall } from '../localcloud/heap';
import { logInto } from '../localcloud/log-files';
import type { LocalCloud } from '../localcloud/server';
import { emptyOptions, startDemoCloud } from './cloud';

/**
 * `npm start`, once functions and H5 are built: runs the product with its demo community on this machine. With `--empty` it knows no unit
 * and no person, and says the code with which the first manager begins.
 */
async function main(): Promise<void> {
  const port = Number(process.env.PORT ?? 8787);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT is not a port: ${process.env.PORT}`);
  const isEmpty = process.argv.includes('--empty');
  const dataDir = resolve(process.env.DATA_DIR ?? (isEmpty ? '.data/empty' : '.data'));
  const isNew = !existsSync(dataDir);
  const staticDir = join(__dirname, '../dist/h5');
  keepHeapSmall();
  const cloud = await startDemoCloud({
    dataDir,
    port,
    staticDir,
    reader: true,
    ...(isEmpty ? emptyOptions() : {}),
  });
  // What goes wrong at the start is said where it is started.
  if (process.env.LOG_DIR) logInto(resolve(process.env.LOG_DIR));
  const what = isEmpty ? 'an empty installation' : 'a new demo community';
  console.log(isNew ? `data: ${what} in ${dataDir}` : `data: ${dataDir}`);
  if (isEmpty) await sayBegin(cloud);
  console.log(`ready ${cloud.url.replace('127.0.0.1', 'localhost')}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void cloud.close().then(() => process.exit(0)));
  }
}

/** A new code at each start, while there is no manager. */
async function sayBegin({ console: database, clock }: LocalCloud): Promise<void> {
  if ((await database.find('people', { 'posts.role': 'manager' })).length > 0) return;
  const { code, doc } = newBegin(randomBytes(BEGIN_BYTES), clock.now());
  await database.put('installation', { ...doc });
  console.log(`启用码 ${printed(code)}（30分钟内有效，只能用一次；重新启动会换一个）`);
}

main().catch((error: unknown) => {
  const message = outageOf(error) ?? (error instanceof Error ? error.message : String(error));
  console.error(
    message.includes('EADDRINUSE') ? `${message}\nChoose another port: PORT=8788 npm start` : message,
  );
  process.exit(1);
});
