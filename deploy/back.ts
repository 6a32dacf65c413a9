import { StartFault, apply } from './apply';
import { type Held, takeLease } from './lease';
import { type There, look } from './look';
import type { Manifest } from './manifest';
import { type Plan, planOf } from './plan';
import { type Version, endAttempt, pointAt, storedZip } from './records';
import { refuse } from './refusals';
import type { Run } from './session';
import { timeOf } from './time';
import { planWords } from './words';

/**
 * The version to go back to: the one before that which stands, or, where a deployment was begun and has not come to its end, the
 * one that stands.
 */
export function backTo({ records }: There): Version | undefined {
  const standing = records.versions.find(({ version }) => version === records.current);
  if (records.attempt) return standing;
  return records.versions.find(({ version }) => version === standing?.before);
}

/** `--back`: the functions and indexes of the version before. Documents stay as they are, and no collection goes. */
export async function back(run: Run): Promise<void> {
  const { cloud } = run;
  const there = await look(cloud);
  const target = backTo(there);
  if (!target) throw refuse('NOTHING_BEFORE');
  cloud.world.say(
    `退回第 ${target.version} 版（${target.release}，${target.who} 在 ${timeOf(target.at)} 部署）：`,
  );
  const plan = planBack(there, target);
  for (const line of planWords(plan)) cloud.world.say(`  ${line}`);
  if (plan.blocked.length > 0) throw refuse('BLOCKED', plan.blocked.join('；'));
  if (!(await run.agree(`退回去吗（${plan.steps.length} 步）？`))) throw refuse('NOT_AGREED');
  const held = await takeLease(cloud, run.runner);
  try {
    const now = await look(cloud);
    if (planBack(now, target).there !== plan.there) throw refuse('CLOUD_MOVED_ON');
    await goBack(run, held, now, target);
  } catch (error) {
    if (!(error instanceof StartFault)) throw error;
    throw refuse(
      'DOES_NOT_START',
      error.functionName,
      error.why,
      '退回去的代码也启动不了，请马上找开发的人。',
    );
  } finally {
    await held.giveBack().catch(() => undefined);
  }
  cloud.world.say(`退好了，现在是第 ${target.version} 版。`);
}

function planBack(there: There, target: Version): Plan {
  return planOf(there, target.manifest, { allowDrop: false }, newer(there));
}

/** What is to be undone. */
function newer({ records }: There): Manifest | undefined {
  return records.attempt ?? records.versions.find(({ version }) => version === records.current)?.manifest;
}

/** Under the lease: makes the steps back, with the zips that were kept, and says that the older version stands. */
export async function goBack(run: Run, held: Held, there: There, target: Version): Promise<void> {
  const { cloud, stopped } = run;
  const zipOf = async (code: string, name: string) => {
    const zip = await storedZip(cloud, code);
    if (!zip) throw refuse('CODE_GONE', name);
    return zip;
  };
  await apply(planBack(there, target).steps, { cloud, held, zipOf, stopped });
  await pointAt(cloud, target.version);
  await endAttempt(cloud);
}
