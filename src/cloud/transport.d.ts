import type { CallEvent, FunctionName, Reply } from 'contract/actions';

/** What `transport.weapp.ts` and `transport.h5.ts` both give; the build takes the platform's own. */

/** Opens the way to the cloud, once, when the app starts. */
export function connect(): void;

/** Carries one event to a function and its reply back. Throws `CallError` `OFFLINE` when no reply came. */
export function send(name: FunctionName, event: CallEvent): Promise<Reply<unknown>>;
