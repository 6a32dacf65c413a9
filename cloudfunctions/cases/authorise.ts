import { authorised } from '../domain/case/mandate';
import { takeStep } from '../kit/cases';
import { serviceItem } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';

/** 委托书 for the agent or for who asked. Errors: those of `authorised`. */
export const authorise: HandlerOf<'cases.authorise'> = (context, { caseId, ...wish }) =>
  takeStep(context, 'authorise', caseId, async (kase) =>
    authorised(kase, wish, await serviceItem(kase.serviceCode), context),
  );
