import { startDemoCloud } from '../../demo/cloud';
import { leversWithFont } from './font';

// A process to kill: the product behind a local cloud on the folder and the port given as arguments; sends its address.
const [dataDir = '', port, staticDir] = process.argv.slice(2);
void startDemoCloud({
  dataDir,
  port: Number(port),
  staticDir,
  levers: leversWithFont,
  timers: false,
  quiet: true,
}).then(({ url }) => process.send?.(url));
// Never without the parent that can kill it.
process.on('disconnect', () => process.exit());
