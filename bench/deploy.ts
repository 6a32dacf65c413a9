import { Cloud } from '../deploy/cloud';
import { deploy } from '../deploy/deploy';
import { selfCheck } from '../deploy/self-check';
import type { Run } from '../deploy/session';
import { wantedOf } from '../deploy/wanted';
import { root } from '../scripts/stamp';
import { PlayedConsole, PlayedEnv } from '../tests/console/console';
import { routeTo } from '../tests/console/route.cjs';
import type { Section } from './harness';

/** What a deployment of the whole product asks of the cloud, and what is sent: counts against the played console, no times. */
export async function deployment(): Promise<Section> {
  const played = new PlayedConsole();
  const env = played.add(new PlayedEnv('linli-bench', 'AKIDbench'), 'bench');
  const agent = routeTo(await played.open());
  const figures: Section['figures'] = [];
  try {
    for (const name of ['the first', 'one that changes nothing']) {
      const { reads, writes } = await callsOf(env.id);
      figures.push({ name: `calls of ${name}`, value: reads + writes, unit: 'calls' });
      figures.push({
        name: 'writes among them',
        value: writes,
        unit: 'calls',
        limit: name === 'the first' ? undefined : '0',
      });
    }
  } finally {
    agent.destroy();
    await played.close();
  }
  const sizes = [...wantedOf(root).zips.values()]
    .map(({ length }) => length / 1024)
    .sort((one, other) => one - other);
  figures.push({
    name: `${sizes.length} zips together`,
    value: sizes.reduce((sum, size) => sum + size, 0),
    unit: 'KB',
  });
  figures.push({ name: 'the largest zip', value: sizes.at(-1) ?? 0, unit: 'KB', limit: '< 1536 KB' });
  return { title: 'A deployment, against the played console', figures };
}

async function callsOf(envId: string): Promise<Cloud['calls']> {
  const keys = { env: envId, secretId: 'AKIDbench', secretKey: 'bench', region: 'ap-shanghai' };
  const cloud = new Cloud(keys, { say: () => {}, now: Date.now, pause: async () => {} });
  await cloud.open();
  const run: Run = {
    cloud,
    runner: { who: 'bench', run: 'bench', hasEnded: () => true },
    root,
    release: 'bench',
    agree: async () => true,
    stopped: new AbortController().signal,
  };
  const isChanged = await deploy(run);
  await selfCheck(cloud, !isChanged);
  return cloud.calls;
}
