import { isRejection } from '../../contract/errors';
import { confirmed, wayFor } from '../domain/case/custody';
import { maskText } from '../domain/mask';
import { stepBy, takeStep } from '../kit/cases';
import { unfitPhotos } from '../kit/photos';
import type { HandlerOf } from '../kit/serve';
import { get } from '../kit/store';

/**
 * 原件: the resident says that it was so, on their own phone; for one without, by a slip that they signed or by a manager who
 * asked them. Errors: OWN_CASE, ORIGINAL_NOT_FOUND, ORIGINAL_NOT_NOW, CONFIRMS_THEMSELVES, SLIP_NEEDED, PHOTO_UNFIT, BAD_INPUT.
 */
export const confirm: HandlerOf<'cases.confirm'> = (context, { caseId, custody, slip, text }) =>
  takeStep(context, 'confirm', caseId, async (kase) => {
    const { part } = stepBy(context, kase, 'confirm').by;
    const resident = part === 'agent' ? await get('people', kase.residentId) : undefined;
    const how = wayFor(part, kase.agentIds.includes(context.who._id), resident, { slip, text });
    if (isRejection(how)) return how;
    const by = context.who.name;
    const next = confirmed(kase, custody, { how, by, slip, text: text && maskText(text) }, context.now);
    if (isRejection(next)) return next;
    const unfit = await unfitPhotos(slip === undefined ? [] : [slip], caseId, context);
    return unfit ?? next;
  });
