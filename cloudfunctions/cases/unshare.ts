import { unshared } from '../domain/case/share';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** 停止分享: every link of the case ends, whoever of the resident's side made it. */
export const unshare: HandlerOf<'cases.unshare'> = (context, { caseId }) =>
  takeStep(context, 'unshare', caseId, (kase) => unshared(kase, context.now));
