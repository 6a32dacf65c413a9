import type { Cloud } from './cloud';
import { Fault } from './faults';
import type { FunctionSpec, TriggerSpec } from './manifest';
import { refuse } from './refusals';

/**
 * Cloud functions by the interface of SCF. The client's own `createFunction` is not used: it sends code before configuration,
 * never deletes a trigger, cannot take a variable away and waits by a timer of its own (docs/decisions/0046-one-command.md).
 */

/** A function as the cloud has it. */
export interface FunctionThere {
  name: string;
  status: string;
  runtime: string;
  memoryMb: number;
  timeoutSeconds: number;
  variables: Record<string, string>;
  triggers: TriggerSpec[];
  /** the cloud's own sum over the code; changes with every upload, by whatever tool */
  cloudCode: string;
}

interface Detail {
  Status: string;
  StatusDesc?: string;
  Runtime: string;
  MemorySize: number;
  Timeout: number;
  Environment?: { Variables?: { Key: string; Value: string }[] };
  Triggers?: { TriggerName: string; Type: string; TriggerDesc: string }[];
}

const PAGE = 20;

export async function listFunctions(cloud: Cloud): Promise<string[]> {
  const names: string[] = [];
  for (;;) {
    const { Functions } = await cloud.read('ListFunctions', (app) =>
      app.functions.getFunctionList(PAGE, names.length),
    );
    names.push(...Functions.map(({ FunctionName }) => String(FunctionName)));
    if (Functions.length < PAGE) return names;
  }
}

function scf<T>(
  cloud: Cloud,
  kind: 'read' | 'write',
  Action: string,
  name: string,
  more: object = {},
): Promise<T> {
  const Param = { FunctionName: name, Namespace: cloud.env.namespace, ...more };
  return cloud[kind](
    Action,
    (app) => app.commonService('scf', '2018-04-16').call({ Action, Param }) as Promise<T>,
  );
}

export async function functionOf(cloud: Cloud, name: string): Promise<FunctionThere> {
  const detail = await scf<Detail>(cloud, 'read', 'GetFunction', name, { ShowCode: 'FALSE' });
  const cloudCode = await sumThere(cloud, name);
  const { Status, Runtime, MemorySize, Timeout, Environment, Triggers = [] } = detail;
  const variables = (Environment?.Variables ?? []).map(({ Key, Value }) => [Key, Value] as const);
  return {
    name,
    status: Status,
    runtime: Runtime,
    memoryMb: MemorySize,
    timeoutSeconds: Timeout,
    variables: Object.fromEntries(variables),
    triggers: Triggers.filter(({ Type }) => Type === 'timer').map(({ TriggerName, TriggerDesc }) => ({
      name: TriggerName,
      cron: cronOf(TriggerDesc),
    })),
    cloudCode,
  };
}

/** What the cloud says of the code that stands there; empty while there is none yet. */
export async function sumThere(cloud: Cloud, name: string): Promise<string> {
  return scf<{ CodeSha256?: string }>(cloud, 'read', 'GetFunctionAddress', name).then(
    ({ CodeSha256 }) => CodeSha256 ?? '',
    (error: unknown) => {
      if (error instanceof Fault && error.isMissing) return '';
      throw error;
    },
  );
}

// As JSON, {"cron":"0 0 8 * * * *"}, or the bare fields as they were given.
function cronOf(told: string): string {
  if (!told.startsWith('{')) return told;
  return (JSON.parse(told) as { cron: string }).cron;
}

const TRIES = 300;

/** Until a change has arrived: a function that is being changed takes no other. */
export async function settle(cloud: Cloud, name: string): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const { Status, StatusDesc } = await scf<Detail>(cloud, 'read', 'GetFunction', name, {
      ShowCode: 'FALSE',
    });
    if (Status === 'Active') return;
    if (Status.endsWith('Failed')) throw new Fault(Status, StatusDesc ?? '', 'GetFunction');
    await cloud.world.pause(1000);
  }
  throw refuse('STUCK', name);
}

type Configuration = Pick<FunctionSpec, 'name' | 'memoryMb' | 'timeoutSeconds' | 'variables'>;

function configurationOf(
  { memoryMb, timeoutSeconds, variables }: Configuration,
  { logs }: Cloud['env'],
): object {
  return {
    MemorySize: memoryMb,
    Timeout: timeoutSeconds,
    Environment: { Variables: Object.entries(variables).map(([Key, Value]) => ({ Key, Value })) },
    ClsTopicId: logs.topic,
    ClsLogsetId: logs.set,
  };
}

/** A new function, with its code. One that a call before made, and whose answer was lost, is given the same. */
export async function createFunction(cloud: Cloud, spec: FunctionSpec, zip: Buffer): Promise<void> {
  const more = {
    Role: 'TCB_QcsRole',
    Stamp: 'MINI_QCBASE',
    Handler: 'index.main',
    Runtime: spec.runtime,
    InstallDependency: 'FALSE',
    ...configurationOf(spec, cloud.env),
    Code: { ZipFile: zip.toString('base64') },
  };
  await scf(cloud, 'write', 'CreateFunction', spec.name, more);
  await settle(cloud, spec.name);
}

export async function configure(cloud: Cloud, spec: Configuration): Promise<void> {
  await settle(cloud, spec.name);
  await scf(cloud, 'write', 'UpdateFunctionConfiguration', spec.name, configurationOf(spec, cloud.env));
  await settle(cloud, spec.name);
}

export async function upload(cloud: Cloud, name: string, zip: Buffer): Promise<void> {
  await settle(cloud, name);
  await scf(cloud, 'write', 'UpdateFunctionCode', name, {
    Handler: 'index.main',
    InstallDependency: 'FALSE',
    Code: { ZipFile: zip.toString('base64') },
  });
  await settle(cloud, name);
}

export async function dropFunction(cloud: Cloud, name: string): Promise<void> {
  await scf(cloud, 'write', 'DeleteFunction', name);
}

export async function createTrigger(
  cloud: Cloud,
  name: string,
  { name: TriggerName, cron }: TriggerSpec,
): Promise<void> {
  const Triggers = JSON.stringify([{ TriggerName, Type: 'timer', TriggerDesc: cron }]);
  await scf(cloud, 'write', 'BatchCreateTrigger', name, { Triggers, Count: 1 });
}

export async function dropTrigger(cloud: Cloud, name: string, TriggerName: string): Promise<void> {
  await scf(cloud, 'write', 'DeleteTrigger', name, { TriggerName, Type: 'timer' });
}

/**
 * Calls a function as nobody: each of ours answers that with a refusal of its own, and does nothing. Gives why it does not start,
 * or nothing where it does.
 */
export async function faultOfStart(cloud: Cloud, name: string): Promise<string | undefined> {
  const { InvokeResult, ErrMsg = '' } = await invoke(cloud, name, {});
  return InvokeResult === 0 ? undefined : firstLine(ErrMsg);
}

/** Calls a function with the keys of the cloud and gives what it returns; undefined where it is not there, or throws. */
export async function call(cloud: Cloud, name: string, event: object): Promise<unknown> {
  try {
    const { InvokeResult, RetMsg = '' } = await invoke(cloud, name, event);
    return InvokeResult === 0 ? JSON.parse(RetMsg) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Fault && error.isMissing)) return undefined;
    throw error;
  }
}

async function invoke(cloud: Cloud, name: string, event: object): Promise<Invoked> {
  const more = { ClientContext: JSON.stringify(event), LogType: 'None' };
  return (await scf<{ Result: Invoked }>(cloud, 'read', 'Invoke', name, more)).Result;
}

interface Invoked {
  InvokeResult: number;
  ErrMsg?: string;
  /** what the function returned, as JSON */
  RetMsg?: string;
}

/** `{"errorMessage":"Cannot find module 'x'\n…"}` → `Cannot find module 'x'`. */
function firstLine(told: string): string {
  let text = told;
  try {
    text = (JSON.parse(told) as { errorMessage?: string }).errorMessage ?? told;
  } catch {
    // Not JSON: the platform's own words.
  }
  return (text.split('\n')[0] ?? '').slice(0, 160);
}
