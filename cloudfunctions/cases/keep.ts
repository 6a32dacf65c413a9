import { kept } from '../domain/case/custody';
import { maskText } from '../domain/mask';
import { takeStep } from '../kit/cases';
import { hoursOf } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';

/** 原件: the agent has taken one from the resident; it is out from now on. Errors: ORIGINALS_FULL. */
export const keep: HandlerOf<'cases.keep'> = (context, { caseId, what, where }) =>
  takeStep(context, 'keep', caseId, async (kase) => {
    const { _id: id, name } = context.who;
    const said = { what: maskText(what), where: maskText(where) };
    return kept(kase, said, { id, name }, await hoursOf(kase.unit.community), context.now);
  });
