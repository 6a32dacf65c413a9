import { reject } from '../../contract/errors';
import { maskText } from '../domain/mask';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** A manager says to the resident why the agent stays. Errors: WISH_NOT_OPEN. */
export const stay: HandlerOf<'cases.stay'> = (context, { caseId, reason }) =>
  takeStep(context, 'stay', caseId, ({ wish }) =>
    wish
      ? { text: maskText(reason), change: { wish: undefined } }
      : reject('WISH_NOT_OPEN', { caseId: '没有要定的。' }),
  );
