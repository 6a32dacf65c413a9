import { reject } from '../../contract/errors';
import { maskText } from '../domain/mask';
import { supplied } from '../domain/case/papers';
import { resumed } from '../domain/case/pause';
import { takeStep } from '../kit/cases';
import { hoursOf } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';

/**
 * The resident, or the agent or a manager for them, supplies what was asked for, in words or by its papers; the clock goes on.
 * Errors: BAD_INPUT where there is neither.
 */
export const supply: HandlerOf<'cases.supply'> = (context, { caseId, text }) =>
  takeStep(context, 'supply', caseId, async (kase) => {
    const { said, change } = supplied(kase, context.now);
    const words = [said, text && maskText(text)].filter(Boolean).join('。');
    if (words === '') return reject('BAD_INPUT', { text: '请说一句怎么补上的，或者给要补的材料放张照片。' });
    return {
      text: words,
      change: { ...change, ...resumed(kase, await hoursOf(kase.unit.community), context.now) },
    };
  });
