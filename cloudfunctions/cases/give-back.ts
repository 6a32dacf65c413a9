import { givenBack } from '../domain/case/custody';
import { maskText } from '../domain/mask';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** 原件: the agent, or a manager where there is none, says that it was given back, or that 证件 were handed
 * over. Errors: ORIGINAL_NOT_FOUND, ORIGINAL_NOT_NOW, BAD_INPUT. */
export const giveBack: HandlerOf<'cases.giveBack'> = (context, { caseId, custody, where, ...said }) =>
  takeStep(context, 'giveBack', caseId, (kase) =>
    givenBack(kase, custody, { ...said, where: maskText(where), by: context.who.name }, context.now),
  );
