import type { InferInput, InferOutput } from 'valibot';
import type { ErrorCode } from '../errors';
import type { Action } from './action';
import { account } from './account';
import { admin } from './admin';
import { cases } from './cases';
import { catalog } from './catalog';
import { imports } from './imports';
import { metrics } from './metrics';
import { people } from './people';
import { privacy } from './privacy';
import { reviews } from './reviews';
import { roster } from './roster';
import { units } from './units';

/** The whole contract: function → action → what it takes and gives, and who has it. */
export const contract = {
  account,
  admin,
  catalog,
  cases,
  imports,
  metrics,
  people,
  privacy,
  reviews,
  roster,
  units,
} satisfies Record<string, Record<string, Action>>;

export type Contract = typeof contract;
export type FunctionName = keyof Contract;

/** `cases.submit`, `reviews.scores`, … */
export type ActionName = { [F in FunctionName]: `${F}.${keyof Contract[F] & string}` }[FunctionName];

type Row<N extends ActionName> = N extends `${infer F extends FunctionName}.${infer A}`
  ? A extends keyof Contract[F]
    ? Contract[F][A]
    : never
  : never;

/** What a caller passes. */
export type Input<N extends ActionName> =
  Row<N> extends { input: infer S extends Action['input'] } ? InferInput<S> : never;
/** What a handler gets: parsed, with defaults filled in. */
export type Parsed<N extends ActionName> =
  Row<N> extends { input: infer S extends Action['input'] } ? InferOutput<S> : never;
export type Output<N extends ActionName> =
  Row<N> extends { output: infer S extends Action['output'] } ? InferOutput<S> : never;

/** The event a function gets, in WeChat and over HTTP alike. */
export interface CallEvent {
  action: string;
  requestId: string;
  input: unknown;
}

/** `at`: when the function answered, epoch milliseconds; absent where the platform refused before it ran. */
export type Reply<T> = { requestId: string; at?: number } & (
  | { ok: true; data: T }
  | { ok: false; code: ErrorCode; message: string; fields?: Record<string, string> }
);

export type { Action } from './action';
export { everyone, registered } from './action';
