import type { CallError } from '@/cloud/call-error';

/** Why a case could not be taken. The rules' own reason (a full day, a leave) says more than the sentence of its code. */
export function whyNot(error: CallError | undefined): string | undefined {
  if (!error) return undefined;
  return error.code === 'AGENT_CANNOT' ? (error.fields.agentId ?? error.message) : error.message;
}
