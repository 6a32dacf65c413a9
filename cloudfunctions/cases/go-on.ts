import { reject } from '../../contract/errors';
import { sayParts, waived } from '../domain/bundle/wait';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** A part that waited for a result which will not be there goes on without it; the next sweep begins it. Errors: PART_NOT_ASKED. */
export const goOn: HandlerOf<'cases.goOn'> = (context, { caseId }) =>
  takeStep(context, 'goOn', caseId, ({ waits }) => {
    const { asks } = waits ?? {};
    if (!waits || !asks) return reject('PART_NOT_ASKED', { caseId: '它等的那几件还在办。' });
    const names = waits.needs.filter((need) => asks.includes(need.caseId)).map(({ name }) => name);
    return { text: sayParts(names), change: { waits: waived(waits, context.now) } };
  });
