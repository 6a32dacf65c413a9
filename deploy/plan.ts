import type { There } from './look';
import { type Manifest, STORAGE_ACL, shapeOf, textOf } from './manifest';
import { planCollection } from './plan-collection';
import { planFunction } from './plan-function';
import { RECORDS } from './records';
import type { Kept, PlanOptions, Step } from './step';
import { sumOf } from './zip';

export interface Plan {
  steps: Step[];
  kept: Kept[];
  blocked: string[];
  /** sums over what was looked at and over what shall be: a kept plan is applied only to the same two */
  there: string;
  wanted: string;
}

/**
 * What to change so that the cloud is as the manifest says; going back, without what the `newer` manifest brought (never a
 * collection). Pure: the same two sides give the same plan.
 */
export function planOf(there: There, manifest: Manifest, options: PlanOptions, newer?: Manifest): Plan {
  const tables = manifest.collections.map((spec) =>
    planCollection(spec, named(there.collections, spec.name), named(newer?.collections, spec.name), options),
  );
  const functions = manifest.functions.map((spec) =>
    planFunction(spec, named(there.functions, spec.name), named(newer?.functions, spec.name), options),
  );
  const parts = [...tables, ...functions];
  const rest = planRest(there, manifest, options, newer);
  const steps: Step[] = [
    ...tables.flatMap(({ first }) => first),
    ...tables.flatMap(({ then }) => then),
    ...(there.storageAcl === STORAGE_ACL ? [] : [{ do: 'close-storage', was: there.storageAcl } as const]),
    ...functions.flatMap(({ first }) => first),
    ...functions.flatMap(({ then }) => then),
    ...functions.flatMap(({ last }) => last),
    ...tables.flatMap(({ last }) => last),
    ...rest.steps,
  ];
  return {
    steps,
    kept: [...parts.flatMap(({ kept }) => kept), ...rest.kept],
    blocked: parts.flatMap(({ blocked }) => blocked),
    there: sumOfThere(there),
    wanted: sumOf(textOf(manifest)),
  };
}

const named = <T extends { name: string }>(all: readonly T[] | undefined, name: string): T | undefined =>
  all?.find((one) => one.name === name);

/** Functions and collections that the manifest does not know. */
function planRest(
  { collections, functions, records }: There,
  manifest: Manifest,
  { allowDrop }: PlanOptions,
  newer: Manifest | undefined,
): { steps: Step[]; kept: Kept[] } {
  // Only what a version of ours made may go: an environment can hold other people's things.
  const versions = records.versions.map((version) => version.manifest);
  const made = records.attempt ? [...versions, records.attempt] : versions;
  const steps: Step[] = [];
  const kept: Kept[] = [];
  for (const { name } of functions) {
    if (named(manifest.functions, name)) continue;
    const isOurs = made.some((one) => named(one.functions, name));
    if (isOurs && (allowDrop || named(newer?.functions, name)))
      steps.push({ do: 'drop-function', function: name });
    else kept.push({ what: 'function', name, isOurs });
  }
  for (const { name, count } of collections) {
    if (named(manifest.collections, name)) continue;
    const isOurs = made.some((one) => named(one.collections, name));
    if (isOurs && allowDrop) steps.push({ do: 'drop-collection', collection: name, count });
    else kept.push({ what: 'collection', name, count, isOurs });
  }
  return { steps, kept };
}

/** Without what changes by itself (counts, a change that is just arriving) and what the tool itself makes before it looks again. */
function sumOfThere({ collections, functions, storageAcl, records }: There): string {
  const tables = collections
    .filter(({ name }) => name !== RECORDS)
    .map(({ name, acl, indexes }) => [name, acl, indexes.map((one) => [one.name, shapeOf(one)]).sort()]);
  const code = functions.map(({ status, ...one }) => ({ ...one, hasFailed: status === 'CreateFailed' }));
  return sumOf(JSON.stringify([tables.sort(), code, storageAcl, records.current]));
}
