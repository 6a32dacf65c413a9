import { join } from 'node:path';
import { PlayedConsole, PlayedEnv } from './console';

/** `npx tsx tests/console/serve.ts`: the played console by itself, to try `npm run deploy` by hand. */
const played = new PlayedConsole();
for (const id of ['linli-trial-1a2b3c', 'linli-3d4e5f'])
  played.add(new PlayedEnv(id, 'AKIDplayed'), 'played');
void played.open(8899).then((port) => {
  console.log(`export CONSOLE_PORT=${port} NODE_OPTIONS="--require ${join(__dirname, 'route.cjs')}"`);
  console.log('environments linli-trial-1a2b3c and linli-3d4e5f, SecretId AKIDplayed, SecretKey played');
});
