import { forgetLeaves } from '../../../cloudfunctions/kit/forget-leaves';

/** Calls `forgetLeaves` as a function of the cloud would, with the real SDK. */
export const main = ({ personId, caseIds }: { personId: string; caseIds: string[] }) =>
  forgetLeaves(personId, caseIds).then((forgotten) => ({ ok: true, data: { forgotten } }));
