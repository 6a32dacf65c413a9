import { reject } from '../../contract/errors';
import { limits } from '../../contract/limits';
import { kept } from '../domain/case/custody';
import { maskText } from '../domain/mask';
import { takeStep } from '../kit/cases';
import { hoursOf } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';

const dayMs = 86_400_000;

/**
 * 原件: the agent has taken one from the resident; it is out from now on. Of a case that is done, 证件 that the resident is still to get.
 * Errors: ORIGINALS_FULL, STATE_NOT_ALLOWED where it ended long ago.
 */
export const keep: HandlerOf<'cases.keep'> = (context, { caseId, what, where }) =>
  takeStep(context, 'keep', caseId, async (kase) => {
    const { _id: id, name } = context.who;
    const isResult = kase.state === 'completed' || undefined;
    if (isResult && context.now > (kase.endedAt ?? 0) + limits.handDays * dayMs)
      return reject('STATE_NOT_ALLOWED');
    const said = { what: maskText(what), where: maskText(where), isResult };
    return kept(kase, said, { id, name }, await hoursOf(kase.unit.community), context.now);
  });
