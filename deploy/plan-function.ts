import type { Standing } from './look';
import type { FunctionSpec } from './manifest';
import { type Part, type PlanOptions, noPart } from './step';

/** What to change of one function. `newer` is the later version of it that is gone back from: its timers go with it. */
export function planFunction(
  spec: FunctionSpec,
  there: Standing | undefined,
  newer: FunctionSpec | undefined,
  { allowDrop }: PlanOptions,
): Part {
  const part = noPart();
  const { name } = spec;
  const hasFailed = there?.status === 'CreateFailed';
  const mustGo = there !== undefined && (hasFailed || there.runtime !== spec.runtime);
  if (mustGo) part.first.push({ do: 'drop-function', function: name });
  if (mustGo && !hasFailed && !allowDrop)
    part.blocked.push(
      `云函数 ${name} 的运行环境是 ${there.runtime}，不能改成 ${spec.runtime}；加上 --allow-drop 会先删掉它再新建`,
    );
  const has = mustGo ? undefined : there;
  // What the one of before was given by hand goes into the new one: a key that is lost opens nothing any more.
  if (!has) part.first.push({ do: 'create-function', function: spec, kept: there?.variables });
  else part.first.push(...changesOf(spec, has));
  for (const trigger of spec.triggers) {
    const same = has?.triggers.find((one) => one.name === trigger.name);
    if (same?.cron === trigger.cron) continue;
    if (same) part.then.push({ do: 'drop-trigger', function: name, trigger: same.name });
    part.then.push({ do: 'create-trigger', function: name, trigger });
  }
  for (const trigger of has?.triggers ?? []) {
    const isThis = (one: { name: string }) => one.name === trigger.name;
    if (spec.triggers.some(isThis)) continue;
    if (allowDrop || newer?.triggers.some(isThis))
      part.last.push({ do: 'drop-trigger', function: name, trigger: trigger.name });
    else part.kept.push({ what: 'trigger', name: trigger.name, of: name });
  }
  return part;
}

/** Configuration before code: new code finds what it needs. */
function changesOf(spec: FunctionSpec, has: Standing): Part['first'] {
  const steps: Part['first'] = [];
  const was = differences(has, spec);
  // A variable that a person set by hand stays: the cloud would forget what is not sent.
  const variables = { ...has.variables, ...spec.variables };
  if (was.length > 0) steps.push({ do: 'configure', function: { ...spec, variables }, was });
  if (has.code !== spec.code) steps.push({ do: 'upload', function: spec, isForeign: has.code === undefined });
  return steps;
}

/** In words a clerk reads: `超时 3 秒 → 20 秒`. */
function differences(has: Standing, spec: FunctionSpec): string[] {
  const found: string[] = [];
  if (has.timeoutSeconds !== spec.timeoutSeconds)
    found.push(`超时 ${has.timeoutSeconds} 秒 → ${spec.timeoutSeconds} 秒`);
  if (has.memoryMb !== spec.memoryMb) found.push(`内存 ${has.memoryMb} MB → ${spec.memoryMb} MB`);
  for (const [key, value] of Object.entries(spec.variables))
    if (has.variables[key] !== value) found.push(`环境变量 ${key}=${value}`);
  return found;
}
