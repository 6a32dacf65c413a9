import { forgetEvents, forgetLeaves } from '../../../cloudfunctions/kit/forget-leaves';

interface Asked {
  people?: string[];
  cases?: string[];
  event?: { caseId: string; seq: number };
}

/** Calls `forgetLeaves` as a function of the cloud would, with the real SDK. */
export async function main({ people, cases, event }: Asked) {
  if (event) await forgetEvents(event.caseId, [event.seq]);
  return { ok: true, data: { forgotten: await forgetLeaves({ people, cases }) } };
}
