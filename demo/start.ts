import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { outageOf } from '../localcloud/outage';
import { startDemoCloud } from './cloud';

/** `npm start`, once functions and H5 are built: runs the product with its demo community on this machine. */
async function main(): Promise<void> {
  const port = Number(process.env.PORT ?? 8787);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT is not a port: ${process.env.PORT}`);
  const dataDir = resolve(process.env.DATA_DIR ?? '.data');
  const isNew = !existsSync(dataDir);
  const cloud = await startDemoCloud({ dataDir, port, staticDir: join(__dirname, '../dist/h5') });
  console.log(isNew ? `data: a new demo community in ${dataDir}` : `data: ${dataDir}`);
  console.log(`ready ${cloud.url.replace('127.0.0.1', 'localhost')}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void cloud.close().then(() => process.exit(0)));
  }
}

main().catch((error: unknown) => {
  const message = outageOf(error) ?? (error instanceof Error ? error.message : String(error));
  console.error(
    message.includes('EADDRINUSE') ? `${message}\nChoose another port: PORT=8788 npm start` : message,
  );
  process.exit(1);
});
