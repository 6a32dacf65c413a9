import { openLevers } from '../../localcloud/levers/levers';
import { startLocalCloud } from '../../localcloud/server';
import { collections } from './probe';

// A process to kill: a local cloud on the folders given as arguments; prints its address.
const [dataDir = '', functionsDir = ''] = process.argv.slice(2);
const people = [{ id: 'p', name: 'p', role: 'resident' as const, openid: 'o-writer' }];
void startLocalCloud({
  dataDir,
  functionsDir,
  port: 0,
  database: { collections },
  people,
  levers: openLevers,
  looking: { holder: ['look'] },
  reader: true,
  timers: false,
}).then(({ url }) => process.stdout.write(url));
