import { isRejection } from '../../contract/errors';
import { limits } from '../../contract/limits';
import { joinedBy, leftBy } from '../domain/case/report';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';
import { updateOne } from '../kit/store';

/** 我也遇到了. Errors: NOT_A_REPORT, JOIN_OWN, JOIN_FULL. */
export const join: HandlerOf<'cases.join'> = async (context, { caseId }) => {
  const { who } = context;
  const done = await takeStep(context, 'join', caseId, (kase) => {
    const report = joinedBy(kase, who._id);
    return isRejection(report) ? report : { change: { report } };
  });
  // Said twice, it is written twice: where the first call died in between, the second mends it.
  if (!isRejection(done))
    await keep(who._id, [caseId, ...(who.joined ?? []).filter((id) => id !== caseId)].slice(0, limits.joins));
  return done;
};

/** Takes it back, at any time while the report is open. */
export const leave: HandlerOf<'cases.leave'> = async (context, { caseId }) => {
  const { who } = context;
  const done = await takeStep(context, 'leave', caseId, ({ report }) =>
    report ? { change: { report: leftBy(report, who._id) } } : {},
  );
  if (!isRejection(done))
    await keep(
      who._id,
      (who.joined ?? []).filter((id) => id !== caseId),
    );
  return done;
};

const keep = (person: string, joined: string[]) => updateOne('people', { _id: person }, { joined });
