import { StartFault, apply } from './apply';
import { backTo, goBack } from './back';
import { type Held, takeLease } from './lease';
import { type There, look } from './look';
import { type Manifest, textOf } from './manifest';
import { type Plan, planOf } from './plan';
import { type KeptPlan, readPlan, writePlan } from './plan-file';
import { type Records, beginAttempt, endAttempt, makeRecords, recordVersion } from './records';
import { refuse } from './refusals';
import type { Run } from './session';
import { type Wanted, wantedOf } from './wanted';
import { planWords, sizeWords } from './words';

export interface DeployOptions {
  allowDrop?: boolean;
  /** shows the plan, and changes nothing */
  planOnly?: boolean;
  /** keeps the plan in a file */
  save?: string;
  /** applies the plan of a file, as it was read, or not at all */
  from?: string;
}

/** Brings the environment to what the repository says. Gives whether anything was changed. */
export async function deploy(run: Run, options: DeployOptions = {}): Promise<boolean> {
  const { cloud, root } = run;
  const kept = options.from === undefined ? undefined : readPlan(options.from);
  if (kept && kept.env !== cloud.keys.env) throw refuse('PLAN_OF_ANOTHER', kept.env);
  const allowDrop = kept?.allowDrop ?? options.allowDrop ?? false;
  const wanted = wantedOf(root);
  const there = await look(cloud);
  const plan = planOf(there, wanted.manifest, { allowDrop });
  cloud.world.say(`环境 ${cloud.keys.env} 应当有：${sizeWords(wanted.manifest)}。`);
  for (const line of planWords(plan)) cloud.world.say(`  ${line}`);
  if (options.save !== undefined) {
    writePlan(options.save, {
      env: cloud.keys.env,
      allowDrop,
      there: plan.there,
      wanted: plan.wanted,
      words: planWords(plan),
    });
    cloud.world.say(
      `计划存在 ${options.save}。照它做：npm run deploy -- --env ${cloud.keys.env} --apply ${options.save}`,
    );
  }
  if (options.planOnly) {
    cloud.world.say(
      plan.steps.length === 0
        ? '和云上一样，没有要改的。'
        : `一共 ${plan.steps.length} 步。这只是计划，什么都没有改。`,
    );
    return false;
  }
  if (plan.blocked.length > 0) throw refuse('BLOCKED', plan.blocked.join('；'));
  if (kept) expectSame(kept, plan);
  if (plan.steps.length === 0 && isRecorded(there, wanted.manifest)) {
    cloud.world.say('和云上一样，没有要改的。');
    return false;
  }
  if (!kept && !(await run.agree(`照这样做吗（${plan.steps.length} 步）？`))) throw refuse('NOT_AGREED');
  await makeRecords(cloud);
  const held = await takeLease(cloud, run.runner);
  try {
    await bringAbout(run, held, wanted, plan, allowDrop);
  } finally {
    // Where the line is cut the lease stands until it runs out, or until the next run of this computer takes it over.
    await held.giveBack().catch(() => undefined);
  }
  return true;
}

function expectSame(kept: KeptPlan, plan: Plan): void {
  if (kept.there !== plan.there) throw refuse('CLOUD_MOVED_ON');
  if (kept.wanted !== plan.wanted) throw refuse('CODE_MOVED_ON');
}

/** Has this manifest been written down as the version that stands? */
function isRecorded({ records }: There, manifest: Manifest): boolean {
  const standing = records.versions.find(({ version }) => version === records.current);
  return !records.attempt && textOf(standing?.manifest) === textOf(manifest);
}

/** Under the lease: looks again, for another run may have ended a moment ago, then makes the steps and writes the version down. */
async function bringAbout(
  run: Run,
  held: Held,
  wanted: Wanted,
  agreed: Plan,
  allowDrop: boolean,
): Promise<void> {
  const { cloud, runner, release, stopped } = run;
  const there = await look(cloud);
  const plan = planOf(there, wanted.manifest, { allowDrop });
  if (plan.there !== agreed.there) throw refuse('CLOUD_MOVED_ON');
  await beginAttempt(cloud, wanted.manifest);
  const zipOf = async (code: string, name: string) => {
    const zip = wanted.zips.get(code);
    if (!zip) throw refuse('CODE_GONE', name);
    return zip;
  };
  try {
    await apply(plan.steps, { cloud, held, zipOf, stopped });
  } catch (error) {
    if (!(error instanceof StartFault)) throw error;
    throw refuse('DOES_NOT_START', error.functionName, error.why, await returnFrom(run, held));
  }
  const { records } = there;
  const { version, before } = numberOf(records, wanted.manifest);
  const standing = {
    version,
    before,
    at: cloud.world.now(),
    who: runner.who,
    release,
    manifest: wanted.manifest,
  };
  await recordVersion(cloud, records, standing);
  await endAttempt(cloud);
  cloud.world.say(
    `做好了，这是第 ${version} 版（${release}）。要退回前一版：npm run deploy -- --env ${cloud.keys.env} --back`,
  );
}

/** The next number; or the last, where it is of the same manifest: a run that was cut off wrote it down, or it was gone back from. */
function numberOf(
  { current, versions: [last] }: Records,
  manifest: Manifest,
): { version: number; before: number } {
  if (!last) return { version: 1, before: 0 };
  if (textOf(last.manifest) !== textOf(manifest)) return { version: last.version + 1, before: current };
  return { version: last.version, before: current === last.version ? last.before : current };
}

/** After a function that does not start: back to the version that stands, by itself. Gives the sentence that says so. */
async function returnFrom(run: Run, held: Held): Promise<string> {
  const there = await look(run.cloud);
  const target = backTo(there);
  if (!target) return '这是第一次部署，没有更早的版本可以退回去。请让开发的人改好，再运行一次，会接着做。';
  await goBack(run, held, there, target);
  return `已经自动退回第 ${target.version} 版，居民照常使用。请让开发的人改好，再运行一次。`;
}
