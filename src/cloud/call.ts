import type { ActionName, FunctionName, Input, Output } from 'contract/actions';
import { CallError } from './call-error';
import { learnTime } from './clock';
import { send } from './transport';

/** A fresh id for one intention. Repeating a write with the same id does it once. */
export function newRequestId(): string {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 12)}`;
}

/**
 * Calls one action of the contract: `call('cases.detail', { caseId })`.
 * Gives its data; throws `CallError` for a refusal or a lost signal. To retry a write pass the id of the first try.
 */
export async function call<N extends ActionName>(
  name: N,
  input: Input<N>,
  requestId = newRequestId(),
): Promise<Output<N>> {
  const [functionName, action] = split(name);
  const reply = await send(functionName, { action, requestId, input });
  if (reply.at !== undefined) learnTime(reply.at);
  if (reply.ok) return reply.data as Output<N>; // the border: both ends are typed from the contract
  throw new CallError(reply.code, reply.message, reply.requestId, reply.fields);
}

function split(name: ActionName): [FunctionName, string] {
  const [functionName, action] = name.split('.');
  return [functionName as FunctionName, action ?? ''];
}
