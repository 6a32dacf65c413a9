import { reject } from '../../contract/errors';
import { sayTime } from '../../contract/time';
import { urgeFrom } from '../domain/case/case';
import { takeStep } from '../kit/cases';
import { hoursOf } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';

/** The resident asks to hurry (催办); the agent is told. Again only after four working hours. */
export const urge: HandlerOf<'cases.urge'> = (context, { caseId }) =>
  takeStep(context, 'urge', caseId, async (kase) => {
    const from = urgeFrom(kase, await hoursOf(kase.unit.community));
    if (from !== undefined && context.now < from) {
      return reject('URGED_ALREADY', { caseId: `${sayTime(from)}以后可以再催。` });
    }
    return {};
  });
