import type { Cloud } from './cloud';
import { Fault } from './faults';
import {
  configure,
  createFunction,
  createTrigger,
  dropFunction,
  dropTrigger,
  faultOfStart,
  sumThere,
  upload,
} from './functions';
import type { Held } from './lease';
import { type FunctionSpec, type IndexSpec, shapeOf } from './manifest';

import { recordUpload, storeZip } from './records';
import { refuse } from './refusals';
import type { Step } from './step';
import {
  closeStorage,
  closeTable,
  createIndex,
  createTable,
  dropIndex,
  dropTable,
  indexesOf,
  sharedIds,
} from './tables';
import { stepWords } from './words';

/** A new function's code throws before its first answer. */
export class StartFault extends Error {
  constructor(
    readonly functionName: string,
    readonly why: string,
  ) {
    super(`${functionName}: ${why}`);
  }
}

export interface Applying {
  cloud: Cloud;
  held: Held;
  /** the zip of a code, from this computer or from the records */
  zipOf(code: string, name: string): Promise<Buffer>;
  /** asked to stop (Ctrl-C): after the step that is being made */
  stopped: AbortSignal;
}

/** Makes the steps in their order and says each. Cut off anywhere it leaves only whole steps, or one that the next look sees. */
export async function apply(steps: readonly Step[], applying: Applying): Promise<void> {
  const { cloud, held, stopped } = applying;
  const building = new Map<string, IndexSpec[]>();
  for (const [at, step] of steps.entries()) {
    if (step.do === 'create-index')
      building.set(step.collection, [...(building.get(step.collection) ?? []), step.index]);
    else if (step.do !== 'drop-index') await built(cloud, building);
    if (stopped.aborted) throw refuse('STOPPED');
    await held.keep();
    cloud.world.say(`[${at + 1}/${steps.length}] ${stepWords(step)}`);
    await make(step, applying);
  }
  await built(cloud, building);
}

async function make(step: Step, applying: Applying): Promise<void> {
  const { cloud } = applying;
  switch (step.do) {
    case 'create-collection':
      return createTable(cloud, step.collection);
    case 'close-collection':
      return closeTable(cloud, step.collection);
    case 'create-index':
      return makeIndex(cloud, step.collection, step.index);
    case 'drop-index':
      return dropIndex(cloud, step.collection, step.index);
    case 'close-storage':
      return closeStorage(cloud);
    case 'create-function':
      return bring(step.function, applying, (zip) =>
        createFunction(
          cloud,
          { ...step.function, variables: { ...step.kept, ...step.function.variables } },
          zip,
        ),
      );
    case 'configure':
      return configure(cloud, step.function);
    case 'upload':
      return bring(step.function, applying, (zip) => upload(cloud, step.function.name, zip));
    case 'create-trigger':
      return createTrigger(cloud, step.function, step.trigger);
    case 'drop-trigger':
      return dropTrigger(cloud, step.function, step.trigger);
    case 'drop-function':
      return dropFunction(cloud, step.function);
    case 'drop-collection':
      return dropTable(cloud, step.collection);
  }
}

async function makeIndex(cloud: Cloud, collection: string, index: IndexSpec): Promise<void> {
  try {
    await createIndex(cloud, collection, index);
  } catch (error) {
    if (!(error instanceof Fault && error.isDuplicate)) throw error;
    const fields = index.keys.map(([field]) => field);
    const { ids, groups } = await sharedIds(cloud, collection, fields);
    throw refuse('DUPLICATE', `${collection}.${index.name}`, ids.join('、'), Math.max(0, groups - 1));
  }
}

const INDEX_TRIES = 300;

/** Waits until all of them are there: the functions that come next need them. */
async function built(cloud: Cloud, building: Map<string, IndexSpec[]>): Promise<void> {
  for (const [collection, indexes] of building) {
    for (let attempt = 0; ; attempt += 1) {
      const there = new Set((await indexesOf(cloud, collection)).map(shapeOf));
      const missing = indexes.find((index) => !there.has(shapeOf(index)));
      if (!missing) break;
      if (attempt === INDEX_TRIES) throw refuse('INDEX_SLOW', `${collection}.${missing.name}`);
      await cloud.world.pause(2000);
    }
  }
  building.clear();
}

/** Code into a function: kept for the way back first, tried afterwards, and only then written down as being there. */
async function bring(
  { name, code }: FunctionSpec,
  { cloud, zipOf }: Applying,
  send: (zip: Buffer) => Promise<void>,
): Promise<void> {
  const zip = await zipOf(code, name);
  await storeZip(cloud, code, zip);
  await send(zip);
  const why = await faultOfStart(cloud, name);
  if (why !== undefined) throw new StartFault(name, why);
  await recordUpload(cloud, name, code, await sumThere(cloud, name));
}
