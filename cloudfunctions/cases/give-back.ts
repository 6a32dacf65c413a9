import { givenBack } from '../domain/case/custody';
import { maskText } from '../domain/mask';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** 原件: the agent, or a manager where there is none, says that it was given back. Errors: ORIGINAL_NOT_FOUND, ORIGINAL_NOT_NOW. */
export const giveBack: HandlerOf<'cases.giveBack'> = (context, { caseId, custody, to, where }) =>
  takeStep(context, 'giveBack', caseId, (kase) =>
    givenBack(kase, custody, { to, where: maskText(where), by: context.who.name }, context.now),
  );
