import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { Refused } from './refused';

interface Trigger {
  TriggerName: string;
  Type: string;
  TriggerDesc: string;
}
export interface Func {
  runtime: string;
  memory: number;
  timeout: number;
  variables: { Key: string; Value: string }[];
  triggers: Trigger[];
  zip: Buffer;
  status: string;
  /** how often it has still to be looked at before it is Active */
  settling: number;
}

/** How each code started: the same code starts the same way. */
const starts = new Map<string, { InvokeResult: number; ErrMsg: string }>();

/** Cloud functions of one environment. What is uploaded is unpacked and run when it is invoked. */
export class Functions {
  all = new Map<string, Func>();
  /** what a function answers that is called with something; without it the answer is empty */
  answers: ((name: string, event: object) => Promise<unknown>) | undefined;
  /** looks that a change takes to arrive */
  settleFor = 1;

  get(name: string): Func {
    const found = this.all.get(name);
    if (!found) throw new Refused('ResourceNotFound.Function', `Function not found: ${name}`);
    return found;
  }

  answer(action: string, body: object): object | undefined | Promise<object> {
    const { FunctionName: name = '', TriggerName } = body as Record<string, string>;
    switch (action) {
      case 'ListFunctions': {
        const { Limit = 20, Offset = 0 } = body as Record<string, number>;
        const rows = [...this.all].map(([FunctionName, { runtime, status }]) => ({
          FunctionName,
          Runtime: runtime,
          Status: status,
        }));
        return { Functions: rows.slice(Offset, Offset + Limit), TotalCount: rows.length };
      }
      case 'CreateFunction':
        return this.#create(name, body);
      case 'GetFunction':
        return this.#describe(name);
      case 'GetFunctionAddress':
        return { Url: `https://scf.invalid/${name}.zip`, CodeSha256: sum(this.get(name).zip) };
      case 'UpdateFunctionConfiguration':
        return this.#configure(this.#changing(name), body);
      case 'UpdateFunctionCode': {
        const zip = zipIn(body);
        this.#changing(name).zip = zip;
        return {};
      }
      case 'DeleteFunction':
        this.get(name);
        this.all.delete(name);
        return {};
      case 'BatchCreateTrigger':
        return this.#trigger(name, (body as Record<string, string>).Triggers ?? '[]');
      case 'DeleteTrigger': {
        const found = this.#changing(name, false);
        if (!found.triggers.some((one) => one.TriggerName === TriggerName))
          throw new Refused('ResourceNotFound.Trigger', `Trigger not found: ${TriggerName}`);
        found.triggers = found.triggers.filter((one) => one.TriggerName !== TriggerName);
        return {};
      }
      case 'Invoke':
        return this.#invoke(
          name,
          JSON.parse((body as Record<string, string>).ClientContext ?? '{}') as object,
        );
      default:
        return undefined;
    }
  }

  /** A function that is being changed takes no other change. */
  #changing(name: string, settles = true): Func {
    const found = this.get(name);
    if (found.status !== 'Active')
      throw new Refused(
        'FailedOperation.FunctionStatusError',
        `The function status is ${found.status}, please try again later.`,
      );
    if (settles) {
      found.status = 'Updating';
      found.settling = this.settleFor;
    }
    return found;
  }

  #create(name: string, body: object): object {
    if (this.all.has(name))
      throw new Refused('ResourceInUse.FunctionName', `FunctionName ${name} already exists`);
    // Without its own fields a function gets the platform's defaults, which are none of ours.
    const { Runtime = 'Nodejs8.9' } = body as Record<string, string>;
    const made: Func = {
      runtime: Runtime,
      memory: 256,
      timeout: 3,
      variables: [],
      triggers: [],
      zip: zipIn(body),
      status: 'Creating',
      settling: this.settleFor,
    };
    this.all.set(name, made);
    return this.#configure(made, body);
  }

  #configure(found: Func, body: object): object {
    const { MemorySize, Timeout, Environment } = body as {
      MemorySize?: number;
      Timeout?: number;
      Environment?: { Variables: Func['variables'] };
    };
    found.memory = MemorySize ?? found.memory;
    found.timeout = Timeout ?? found.timeout;
    // What is sent replaces all that was there.
    found.variables = Environment?.Variables ?? found.variables;
    return {};
  }

  #describe(name: string): object {
    const found = this.get(name);
    const Status = found.status;
    if (found.status === 'Creating' || found.status === 'Updating') {
      found.settling -= 1;
      if (found.settling < 0) found.status = 'Active';
    }
    return {
      FunctionName: name,
      Status: found.status === 'Active' ? 'Active' : Status,
      Runtime: found.runtime,
      MemorySize: found.memory,
      Timeout: found.timeout,
      Environment: { Variables: found.variables },
      Triggers: found.triggers.map((one) => ({
        ...one,
        TriggerDesc: JSON.stringify({ cron: one.TriggerDesc }),
      })),
      CodeSize: found.zip.length,
    };
  }

  #trigger(name: string, triggers: string): object {
    const found = this.#changing(name, false);
    for (const trigger of JSON.parse(triggers) as Trigger[]) {
      if (found.triggers.some((one) => one.TriggerName === trigger.TriggerName))
        throw new Refused('ResourceInUse.TriggerName', `TriggerName ${trigger.TriggerName} already exists`);
      if (trigger.TriggerDesc.split(' ').length !== 7)
        throw new Refused('InvalidParameterValue.TriggerDesc', 'a cron has seven fields');
      found.triggers.push(trigger);
    }
    return {};
  }

  async #invoke(name: string, event: object): Promise<object> {
    const told = {
      FunctionRequestId: 'r',
      Duration: 1,
      MemUsage: 1,
      Log: '',
      RetMsg: '',
      ...this.#start(name),
    };
    const isTold = this.answers && told.InvokeResult === 0 && Object.keys(event).length > 0;
    const RetMsg = isTold ? JSON.stringify(await this.answers?.(name, event)) : '';
    return { Result: { ...told, RetMsg } };
  }

  /** Really unpacked and really run, in a process of its own, once a code. */
  #start(name: string): { InvokeResult: number; ErrMsg: string } {
    const { zip } = this.get(name);
    const known = starts.get(sum(zip));
    if (known) return known;
    const folder = mkdtempSync(join(tmpdir(), 'played-function-'));
    try {
      for (const [file, bytes] of filesIn(zip)) {
        mkdirSync(join(folder, 'code'), { recursive: true });
        writeFileSync(join(folder, 'code', file), bytes);
      }
      writeFileSync(
        join(folder, 'start.js'),
        "require('./code/index.js').main({}).then(() => process.exit(0));",
      );
      const { status, stderr } = spawnSync(process.execPath, [join(folder, 'start.js')], {
        encoding: 'utf8',
      });
      const why = /^\w*Error.*$/m.exec(stderr)?.[0].replace(/^Error: /, '') ?? stderr.slice(0, 200);
      const result =
        status === 0
          ? { InvokeResult: 0, ErrMsg: '' }
          : {
              InvokeResult: -1,
              ErrMsg: JSON.stringify({ errorCode: 1, errorMessage: `${why}\n    at code/index.js` }),
            };
      starts.set(sum(zip), result);
      return result;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

const sum = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

function zipIn(body: object): Buffer {
  const { Code } = body as { Code?: { ZipFile?: string } };
  const zip = Buffer.from(Code?.ZipFile ?? '', 'base64');
  if (zip.length === 0 || filesIn(zip).size === 0)
    throw new Refused('InvalidParameterValue.ZipFile', 'ZipFile is not a zip');
  return zip;
}

/** Reads a zip by its directory at the end, as unpackers do. */
export function filesIn(zip: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0) return files;
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, nameLength, extra, comment, start] = [
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
      zip.readUInt32LE(at + 42),
    ] as const;
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const data = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    files.set(name, inflateRawSync(zip.subarray(data, data + packed)));
    at += 46 + nameLength + extra + comment;
  }
  return files;
}
