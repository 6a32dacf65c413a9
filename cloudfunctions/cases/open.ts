import type { Output, Parsed } from '../../contract/actions';
import { type Rejection, isRejection, reject } from '../../contract/errors';
import type { ServiceItem } from '../../contract/models';
import { isOpen } from '../../contract/states';
import { type Request, openCase } from '../domain/case/case';
import type { CaseDoc } from '../domain/documents';
import { maskText } from '../domain/mask';
import { answerOf } from '../kit/cases';
import type { Context } from '../kit/context';
import { Street, place } from '../kit/dispatch';
import { hoursOf, org, policyFor, serviceItem } from '../kit/reference';
import { find, get } from '../kit/store';

const TRIES = 5;

/** Who asks, and how that came in. */
type Asker = Pick<Request, 'resident' | 'channel' | 'by'>;

/**
 * Opens a case: it and its first offer are written at once. Asking again for an item that is still open gives that case
 * instead of a second one, also when both requests run at the same time: both make the same id (domain/case/case.ts).
 */
export async function open(
  context: Context,
  asker: Asker,
  input: Parsed<'cases.submit'>,
): Promise<Output<'cases.submit'> | Rejection> {
  const item = await serviceItem(input.serviceCode);
  if (!item) return reject('SERVICE_NOT_FOUND', { serviceCode: '没有这个事项。' });
  const request = requestOf(context, asker, item, input);
  if (isRejection(request)) return request;
  const { _id: residentId, unit } = asker.resident;
  const { community, grid } = unit;
  const [hours, policy] = await Promise.all([hoursOf(community), policyFor(unit)]);
  const gridName = grid === undefined ? undefined : (await org(grid))?.name;

  for (let draw = 0; draw < TRIES; draw += 1) {
    const earlier = await earlierCases(residentId, item.code);
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
}

/** What is asked, checked against the item and filled up from the register. */
function requestOf(
  { now, requestId }: Context,
  asker: Asker,
  item: ServiceItem,
  input: Parsed<'cases.submit'>,
): Omit<Request, 'gridName' | 'before' | 'draw'> | Rejection {
  const {
    subtype,
    mode,
    note,
    phone = asker.resident.phone,
    address = asker.resident.address,
    appointment: appointmentAt,
  } = input;
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
    ...asker,
    item,
    subtype,
    mode,
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
