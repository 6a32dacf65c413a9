import type { Parsed } from '../../contract/actions';
import { type Rejection, isRejection, reject } from '../../contract/errors';
import type { ServiceItem } from '../../contract/models';
import { isOpen } from '../../contract/states';
import { type Request, openCase } from '../domain/case';
import type { CaseDoc } from '../domain/documents';
import { maskText } from '../domain/mask';
import { answerOf } from '../kit/cases';
import type { Context } from '../kit/context';
import { Street, place } from '../kit/dispatch';
import { hoursOf, org, policyFor, serviceItem } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { find, get } from '../kit/store';

const TRIES = 5;

/**
 * A resident asks for an agent: the case and its first offer are written at once. Asking again for an item that is
 * still open gives that case instead of a second one, also when both requests run at the same time: the id follows
 * from who asks for what for the how-manieth time.
 */
export const submit: HandlerOf<'cases.submit'> = async (context, input) => {
  const item = await serviceItem(input.serviceCode);
  if (!item) return reject('SERVICE_NOT_FOUND', { serviceCode: '没有这个事项。' });
  const request = requestOf(context, item, input);
  if (isRejection(request)) return request;
  const { community, grid } = context.who.unit;
  const [hours, policy] = await Promise.all([hoursOf(community), policyFor(context.who.unit)]);
  const gridName = grid === undefined ? undefined : (await org(grid))?.name;

  for (let draw = 0; draw < TRIES; draw += 1) {
    const earlier = await earlierCases(context.who._id, item.code);
    const same = earlier.find((kase) => kase.requestId === context.requestId);
    if (same) {
      const whole = (await get('cases', same._id)) ?? same;
      return { ...answerOf(whole, context.requestId), existing: false };
    }
    const open = earlier.find((kase) => isOpen(kase.state));
    if (open) return { caseId: open._id, no: open.no, state: open.state, existing: true };

    const before = earlier[0]?.nth ?? 0;
    const kase = openCase({ ...request, gridName, before, draw }, policy, hours, context.now);
    const when = { at: context.now, requestId: context.requestId };
    const placed = await place(undefined, kase, new Street(kase.unit.street, context.now), when);
    if (placed) return { caseId: placed._id, no: placed.no, state: placed.state, existing: false };
    // The id is taken: the other request of the same moment won. Or the number is: draw another.
  }
  return reject('BUSY');
};

/** What is asked, checked against the item and filled up from the register. */
function requestOf(
  { who, now, requestId }: Context,
  item: ServiceItem,
  input: Parsed<'cases.submit'>,
): Omit<Request, 'gridName' | 'before' | 'draw'> | Rejection {
  const { subtype, mode, note, phone = who.phone, address = who.address, appointment: appointmentAt } = input;
  if (subtype !== undefined && !item.subtypes.some((one) => one.code === subtype)) {
    return reject('SUBTYPE_NOT_FOUND', { subtype: '没有这个办理类型,请重新选一个。' });
  }
  if (!item.modes.includes(mode))
    return reject('MODE_NOT_OFFERED', { mode: '这件事不能用这种方式办,请换一种。' });
  if (appointmentAt !== undefined && appointmentAt <= now) {
    return reject('APPOINTMENT_PAST', { appointment: '这个时间已经过了,请选以后的时间。' });
  }
  if (mode === 'home-visit' && !address)
    return reject('ADDRESS_NEEDED', { address: '上门要有地址,请填写楼号、单元和门牌。' });
  if (!phone) return reject('PHONE_NEEDED', { phone: '请留一个能打通的电话。' });
  return {
    resident: who,
    item,
    subtype,
    mode,
    channel: 'self',
    note: maskText(note),
    phone,
    address,
    appointmentAt,
    requestId,
  };
}

/** This resident's cases of this item, newest first; only the newest few matter. */
function earlierCases(residentId: string, serviceCode: string): Promise<CaseDoc[]> {
  return find(
    'cases',
    { residentId, serviceCode },
    { orderBy: [['nth', 'desc']], limit: 5, without: ['events', 'outbox', 'candidates'] },
  );
}
