import type { CallEvent, FunctionName, Reply } from 'contract/actions';
import { pageErrors } from 'contract/page-errors';
import { CallError, offlineMessage } from './call-error';

/** As long as WeChat waits for a function. */
const timeoutMs = 20_000;

export function connect() {
  // HTTP needs no opening.
}

export async function send(name: FunctionName, event: CallEvent): Promise<Reply<unknown>> {
  const token = localStorage.getItem('linli.token');
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), timeoutMs);
  try {
    const response = await fetch(`/v1/functions/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(event),
      signal: giveUp.signal,
    });
    const reply: unknown = await response.json().catch(() => undefined);
    if (isReply(reply)) return reply;
    throw new CallError('INTERNAL', pageErrors.INTERNAL, event.requestId);
  } catch (failure) {
    if (failure instanceof CallError) throw failure;
    throw new CallError('OFFLINE', offlineMessage, event.requestId);
  } finally {
    clearTimeout(timer);
  }
}

function isReply(value: unknown): value is Reply<unknown> {
  return typeof value === 'object' && value !== null && 'ok' in value;
}
