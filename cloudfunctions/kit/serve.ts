import * as v from 'valibot';
import {
  type Action,
  type ActionName,
  type Contract,
  type FunctionName,
  type Reply,
  contract,
} from '../../contract/actions';
import { type Rejection, errors, isRejection, reject } from '../../contract/errors';
import { brake } from './brake';
import { type Context, type Visitor, isOperator, isTimer, openidOf, personOf } from './context';
import type { PersonDoc } from '../domain/documents';
import { NoWorkingTime } from '../domain/time/no-working-time';
import { describe, log } from './log';
import { digestOf } from './repeat';
import { isDown } from './store';

type Answer<A extends Action> = v.InferOutput<A['output']> | Rejection;
type Handler<A extends Action> = A['roles'] extends readonly []
  ? (visitor: Visitor, input: v.InferOutput<A['input']>) => Promise<Answer<A>>
  : (context: Context, input: v.InferOutput<A['input']>) => Promise<Answer<A>>;

/** A function's table: action → handler. */
export type Handlers<F extends FunctionName> = {
  [A in keyof Contract[F]]: Contract[F][A] extends Action ? Handler<Contract[F][A]> : never;
};

/** The handler of one action, by its full name. */
export type HandlerOf<N extends ActionName> = N extends `${infer F extends FunctionName}.${infer A}`
  ? A extends keyof Handlers<F>
    ? Handlers<F>[A]
    : never
  : never;

const requestIdOf = v.pipe(v.string(), v.minLength(1), v.maxLength(64));

/**
 * The entry of a function that people call. Here alone identity is read, the input parsed by the contract, the roles
 * asked, the log written and errors caught: a handler that runs has a person and an input it can trust.
 */
export function serve<F extends FunctionName>(name: F, handlers: Handlers<F>) {
  return async (event: unknown): Promise<Reply<unknown>> => {
    const now = Date.now();
    const started = performance.now();
    const call = envelopeOf(event);
    const { answer, personId, error } = await run(name, handlers, call, now).catch(
      (fault: unknown): Outcome => ({ answer: reject(codeOf(fault)), error: describe(fault) }),
    );
    log({
      function: name,
      action: call.action.slice(0, 64),
      requestId: call.requestId,
      ms: Math.round(performance.now() - started),
      code: isRejection(answer) ? answer.code : 'OK',
      personId,
      error,
    });
    const envelope = { requestId: call.requestId, at: now };
    return isRejection(answer)
      ? { ...answer, message: errors[answer.code], ...envelope }
      : { ok: true, data: answer, ...envelope };
  };
}

function codeOf(fault: unknown): 'STORE_DOWN' | 'NO_WORKING_TIME' | 'INTERNAL' {
  if (fault instanceof NoWorkingTime) return 'NO_WORKING_TIME';
  return isDown(fault) ? 'STORE_DOWN' : 'INTERNAL';
}

interface Outcome {
  answer: unknown;
  personId?: string;
  error?: string;
}

async function run<F extends FunctionName>(
  name: F,
  handlers: Handlers<F>,
  call: Envelope,
  now: number,
): Promise<Outcome> {
  const table: Record<string, Action> = contract[name];
  const action = Object.hasOwn(table, call.action) ? table[call.action] : undefined;
  if (!action) return { answer: reject('UNKNOWN_ACTION', { action: '没有这个功能。' }) };
  const openid = openidOf();
  if (!openid) return { answer: reject('UNAUTHENTICATED') };
  const braked = brake(openid, `${name}.${call.action}` as ActionName, action, now);
  if (braked) return { answer: braked };
  const visitor: Visitor = { openid, now, requestId: call.requestId };
  const handler = handlers[call.action as keyof Handlers<F>] as (
    caller: Visitor,
    input: unknown,
  ) => Promise<unknown>;
  const parsed = parse(action, call);
  if (action.roles.length === 0) {
    return { answer: isRejection(parsed) ? parsed : await handler(visitor, parsed.input) };
  }
  const who = await personOf(openid);
  // Their own identity, to be written into the register by the staff who keep it.
  if (!who) return { answer: reject('UNKNOWN_PERSON', { openid }) };
  const personId = who._id;
  if (!who.posts.some((post) => action.roles.includes(post.role)))
    return { answer: reject('FORBIDDEN'), personId };
  if (isRejection(parsed)) return { answer: parsed, personId };
  const digest = digestOf(`${name}.${call.action}`, parsed.input);
  const context: Context = { ...visitor, who, digest };
  return { answer: await handler(context, parsed.input), personId };
}

interface Envelope {
  action: string;
  requestId: string;
  input: unknown;
}

/** WeChat adds fields of its own to an event (`userInfo`): only ours are looked at. */
function envelopeOf(event: unknown): Envelope {
  const raw: { action?: unknown; requestId?: unknown; input?: unknown } =
    typeof event === 'object' && event !== null ? event : {};
  const requestId = v.safeParse(requestIdOf, raw.requestId);
  return {
    action: typeof raw.action === 'string' ? raw.action : '',
    requestId: requestId.success ? requestId.output : '',
    input: raw.input ?? {},
  };
}

function parse(action: Action, call: Envelope): { input: unknown } | Rejection {
  if (action.writes && call.requestId === '') {
    return reject('BAD_INPUT', { requestId: '缺少提交编号，或编号超过64个字符。' });
  }
  const result = v.safeParse(action.input, call.input);
  return result.success ? { input: result.output } : reject('BAD_INPUT', fieldsOf(result.issues));
}

/** field → its first fault, in words. */
function fieldsOf(issues: readonly v.BaseIssue<unknown>[]): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of issues) fields[v.getDotPath(issue) ?? 'input'] ??= sentenceOf(issue);
  return fields;
}

function sentenceOf(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object')
    return issue.expected === 'never' ? '不认识这一项，请去掉。' : '缺少这一项，请补上。';
  // The contract's own sentences are Chinese; the library's defaults are for programmers.
  return /\p{Script=Han}/u.test(issue.message) ? issue.message : '这一项不对，请改好再提交。';
}

/**
 * The entry of a function that a timer calls. Any client may invoke a function by name, so a person is turned away.
 * The answer is what was claimed, done, put off and given up.
 */
export function serveTimer(name: string, work: (now: number) => Promise<Record<string, number>>) {
  return (): Promise<Reply<Record<string, number>>> =>
    answer(name, 'timer', async (now) => (isTimer() ? work(now) : undefined));
}

/** Is this a message that the platform pushes (消息推送), and no call? */
export function isPush(event: unknown): boolean {
  return typeof event === 'object' && event !== null && 'MsgType' in event && event.MsgType === 'event';
}

/**
 * The entry for what the platform pushes about a person. Whom it is about is said by the platform's identity, never by the
 * event: a caller who makes an event up can only speak for themselves.
 */
export function servePush(
  name: string,
  work: (who: PersonDoc, event: unknown, now: number) => Promise<boolean>,
) {
  return (event: unknown): Promise<Reply<Record<string, number>>> =>
    answer(name, 'push', async (now) => {
      const openid = openidOf();
      const who = openid === undefined ? undefined : await personOf(openid);
      return who && { heard: Number(await work(who, event, now)) };
    });
}

/** The entry for what the platform pushes about no person: `work` tells by what only the platform can know. */
export function serveEvent(name: string, work: (event: unknown, now: number) => Promise<boolean>) {
  return (event: unknown): Promise<Reply<Record<string, number>>> =>
    answer(name, 'push', async (now) => ({ heard: Number(await work(event, now)) }));
}

/** The entry for who runs the cloud, by its console or with its keys. The answer tells of no person. */
export function serveOperator<T extends object>(
  name: string,
  action: string,
  work: (event: unknown, now: number) => Promise<T>,
) {
  return (event: unknown): Promise<Reply<T>> =>
    answer(name, action, async (now) => (isOperator() ? work(event, now) : undefined));
}

/** Runs what no client waits for, such as a timer's or a push's work, and logs it. `work` without a result: the caller had no right to it. */
async function answer<T extends object>(
  name: string,
  action: string,
  work: (now: number) => Promise<T | undefined>,
): Promise<Reply<T>> {
  const now = Date.now();
  const started = performance.now();
  const requestId = `${name}-${now}`;
  const line = (code: string, error?: string) => {
    const ms = Math.round(performance.now() - started);
    return { function: name, action, requestId, ms, code, error };
  };
  try {
    const done = await work(now);
    const counts = Object.entries(done ?? {}).flatMap(([what, value]: [string, unknown]) =>
      typeof value === 'number' ? [[what, value] as const] : [],
    );
    log(line(done ? 'OK' : 'FORBIDDEN'), Object.fromEntries(counts));
    return done
      ? { ok: true, data: done, requestId }
      : { ...reject('FORBIDDEN'), message: errors.FORBIDDEN, requestId };
  } catch (error) {
    const code = codeOf(error);
    log(line(code, describe(error)));
    return { ...reject(code), message: errors[code], requestId };
  }
}
