import { join } from 'node:path';
import database from '../../config/database.json';
import { startLocalCloud } from '../../localcloud/server';
import { demoDocuments, demoPeople } from '../../scripts/demo';

// A process to kill: the product behind a local cloud on the folder and the port given as arguments; sends its address.
const [dataDir = '', port, staticDir] = process.argv.slice(2);
void startLocalCloud({
  dataDir,
  port: Number(port),
  functionsDir: join(__dirname, '..', '..', 'dist/cloudfunctions'),
  staticDir,
  database,
  seed: demoDocuments(),
  people: demoPeople(),
  timers: false,
  quiet: true,
}).then(({ url }) => process.send?.(url));
// Never without the one that can kill it.
process.on('disconnect', () => process.exit());
