import type { There } from './look';
import {
  COLLECTION_ACL,
  type FunctionSpec,
  type IndexSpec,
  type Manifest,
  STORAGE_ACL,
  type TriggerSpec,
  shapeOf,
} from './manifest';
import { RECORDS } from './records';
import { sumOf } from './zip';

/** One change. In the order of the list each can be made when those before it are there. */
export type Step =
  | { do: 'create-collection'; collection: string }
  | { do: 'close-collection'; collection: string; was: string }
  | { do: 'drop-index'; collection: string; index: string }
  | { do: 'create-index'; collection: string; index: IndexSpec }
  | { do: 'close-storage'; was: string }
  | { do: 'create-function'; function: FunctionSpec }
  | { do: 'configure'; function: FunctionSpec; was: string[] }
  | { do: 'upload'; function: FunctionSpec; isForeign: boolean }
  | { do: 'drop-trigger'; function: string; trigger: string }
  | { do: 'create-trigger'; function: string; trigger: TriggerSpec }
  | { do: 'drop-function'; function: string }
  | { do: 'drop-collection'; collection: string; count: number };

/** What is there, is not wanted and stays. */
export type Kept =
  | { what: 'collection'; name: string; count: number; isOurs: boolean }
  | { what: 'function'; name: string; isOurs: boolean }
  | { what: 'index'; name: string; of: string }
  | { what: 'trigger'; name: string; of: string };

export interface Plan {
  steps: Step[];
  kept: Kept[];
  /** what cannot be changed in place, each with what to do */
  blocked: string[];
  /** sums over what was looked at and over what shall be: a kept plan is applied only to the same two */
  there: string;
  wanted: string;
}

export interface PlanOptions {
  /** may what an earlier version made, and this one has not, be deleted? */
  allowDrop: boolean;
  /** going back: what this later manifest brought (never a collection) is taken away with it */
  undo?: Manifest;
}

/** What to change so that the cloud is as the manifest says. Pure: the same two sides give the same plan. */
export function planOf(there: There, manifest: Manifest, options: PlanOptions): Plan {
  const plan: Plan = {
    steps: [],
    kept: [],
    blocked: [],
    there: sumOfThere(there),
    wanted: sumOf(JSON.stringify(manifest)),
  };
  const drops: Step[] = [];
  planCollections(there, manifest, options, plan, drops);
  if (there.storageAcl !== STORAGE_ACL) plan.steps.push({ do: 'close-storage', was: there.storageAcl });
  planFunctions(there, manifest, options, plan, drops);
  plan.steps.push(...drops);
  return plan;
}

function planCollections(
  there: There,
  manifest: Manifest,
  options: PlanOptions,
  plan: Plan,
  drops: Step[],
): void {
  const made = everMade(there);
  const found = new Map(there.collections.map((one) => [one.name, one]));
  const indexSteps: Step[] = [];
  for (const { name: collection, indexes } of manifest.collections) {
    const has = found.get(collection);
    if (!has) plan.steps.push({ do: 'create-collection', collection });
    if (has?.acl !== COLLECTION_ACL)
      plan.steps.push({ do: 'close-collection', collection, was: has?.acl ?? '' });
    const shapes = new Set(indexes.map(shapeOf));
    const there = new Set(has?.indexes.map(shapeOf));
    const unwanted = has?.indexes.filter((index) => !shapes.has(shapeOf(index))) ?? [];
    for (const index of indexes) {
      if (there.has(shapeOf(index))) continue;
      const other = unwanted.find(({ name }) => name === index.name);
      if (other && !options.allowDrop)
        plan.blocked.push(
          `集合 ${collection} 里有同名的索引 ${index.name}，内容不一样；加上 --allow-drop 会先删掉它再建`,
        );
      if (other) indexSteps.push({ do: 'drop-index', collection, index: other.name });
      indexSteps.push({ do: 'create-index', collection, index });
    }
    const undone =
      options.undo?.collections.find((one) => one.name === collection)?.indexes.map(shapeOf) ?? [];
    for (const index of unwanted) {
      if (
        indexSteps.some(
          (step) => step.do === 'drop-index' && step.collection === collection && step.index === index.name,
        )
      )
        continue;
      if (options.allowDrop || undone.includes(shapeOf(index)))
        drops.push({ do: 'drop-index', collection, index: index.name });
      else plan.kept.push({ what: 'index', name: index.name, of: collection });
    }
  }
  plan.steps.push(...indexSteps);
  const wanted = new Set(manifest.collections.map(({ name }) => name));
  for (const { name, count } of there.collections.filter((one) => !wanted.has(one.name))) {
    const isOurs = made.collections.has(name);
    if (isOurs && options.allowDrop) drops.push({ do: 'drop-collection', collection: name, count });
    else plan.kept.push({ what: 'collection', name, count, isOurs });
  }
}

function planFunctions(
  there: There,
  manifest: Manifest,
  options: PlanOptions,
  plan: Plan,
  drops: Step[],
): void {
  const made = everMade(there);
  const found = new Map(there.functions.map((one) => [one.name, one]));
  const triggerSteps: Step[] = [];
  for (const spec of manifest.functions) {
    let has = found.get(spec.name);
    if (has && (has.runtime !== spec.runtime || has.status === 'CreateFailed')) {
      const why =
        has.runtime === spec.runtime ? '没有建成' : `的运行环境是 ${has.runtime}，不能改成 ${spec.runtime}`;
      if (options.allowDrop || has.status === 'CreateFailed')
        plan.steps.push({ do: 'drop-function', function: spec.name });
      else plan.blocked.push(`云函数 ${spec.name} ${why}；加上 --allow-drop 会先删掉它再新建`);
      has = undefined;
    }
    if (!has) plan.steps.push({ do: 'create-function', function: spec });
    else {
      // A variable that a person set by hand stays: the cloud would forget what is not sent.
      const variables = { ...has.variables, ...spec.variables };
      const was = differences(has, spec);
      if (was.length > 0) plan.steps.push({ do: 'configure', function: { ...spec, variables }, was });
      if (has.code !== spec.code)
        plan.steps.push({ do: 'upload', function: spec, isForeign: has.code === undefined });
    }
    for (const trigger of spec.triggers) {
      const same = has?.triggers.find(({ name }) => name === trigger.name);
      if (same?.cron === trigger.cron) continue;
      if (same) triggerSteps.push({ do: 'drop-trigger', function: spec.name, trigger: same.name });
      triggerSteps.push({ do: 'create-trigger', function: spec.name, trigger });
    }
    const undone =
      options.undo?.functions.find((one) => one.name === spec.name)?.triggers.map(({ name }) => name) ?? [];
    for (const { name } of has?.triggers ?? []) {
      if (spec.triggers.some((trigger) => trigger.name === name)) continue;
      if (options.allowDrop || undone.includes(name))
        drops.push({ do: 'drop-trigger', function: spec.name, trigger: name });
      else plan.kept.push({ what: 'trigger', name, of: spec.name });
    }
  }
  plan.steps.push(...triggerSteps);
  const wanted = new Set(manifest.functions.map(({ name }) => name));
  const undone = new Set(options.undo?.functions.map(({ name }) => name));
  for (const { name } of there.functions.filter((one) => !wanted.has(one.name))) {
    const isOurs = made.functions.has(name);
    if (isOurs && (options.allowDrop || undone.has(name)))
      drops.push({ do: 'drop-function', function: name });
    else plan.kept.push({ what: 'function', name, isOurs });
  }
}

/** In words a clerk reads: `超时 3 秒 → 20 秒`. */
function differences(has: There['functions'][number], spec: FunctionSpec): string[] {
  const found: string[] = [];
  if (has.timeoutSeconds !== spec.timeoutSeconds)
    found.push(`超时 ${has.timeoutSeconds} 秒 → ${spec.timeoutSeconds} 秒`);
  if (has.memoryMb !== spec.memoryMb) found.push(`内存 ${has.memoryMb} MB → ${spec.memoryMb} MB`);
  for (const [key, value] of Object.entries(spec.variables))
    if (has.variables[key] !== value) found.push(`环境变量 ${key}=${value}`);
  return found;
}

/** Names of every version that can be remembered: only what is in them may be deleted, for an environment can hold others' things. */
function everMade({ records }: There): { collections: Set<string>; functions: Set<string> } {
  const manifests = [
    ...records.versions.map(({ manifest }) => manifest),
    ...(records.attempt ? [records.attempt] : []),
  ];
  return {
    collections: new Set(manifests.flatMap(({ collections }) => collections.map(({ name }) => name))),
    functions: new Set(manifests.flatMap(({ functions }) => functions.map(({ name }) => name))),
  };
}

/** Without what changes by itself (counts, a change that is just arriving) and what the tool itself makes before it looks again. */
function sumOfThere({ collections, functions, storageAcl, records }: There): string {
  const tables = collections
    .filter(({ name }) => name !== RECORDS)
    .map(({ name, acl, indexes }) => [name, acl, indexes.map((one) => [one.name, shapeOf(one)]).sort()]);
  const code = functions.map(({ status, ...one }) => ({ ...one, hasFailed: status === 'CreateFailed' }));
  return sumOf(JSON.stringify([tables.sort(), code, storageAcl, records.current]));
}
