import type { Output, Parsed } from '../../contract/actions';
import { type Rejection, isRejection, reject } from '../../contract/errors';
import { isOpen } from '../../contract/states';
import { added, sameMatter, saysAlready } from '../domain/case/addition';
import { type Request, openCase } from '../domain/case/case';
import { type Asker, requestOf } from '../domain/case/request';
import { mustAdvance } from '../domain/case/timeline';
import { complaintUnit, isComplaint } from '../domain/case/complaint';
import type { CaseDoc, Unit } from '../domain/documents';
import { answerOf } from '../kit/cases';
import type { Context } from '../kit/context';
import { Street, agentsNear, place } from '../kit/dispatch';
import { hoursOf, org, policyFor, serviceItem } from '../kit/reference';
import { add, find, get } from '../kit/store';
import { unitsOf } from '../kit/units';
import { replace } from '../kit/write';

const TRIES = 5;

/**
 * Opens a case: it and its first offer are written at once. Asking again for what is still open adds
 * the words to that case instead of making a second one, also when both requests run at the same time: both make the same id
 * (domain/case/case.ts). What is another matter each time (`openAtOnce`) is another case,
 * and so is what complains of the staff: no agent gets that.
 */
export async function open(
  context: Context,
  asker: Asker,
  input: Parsed<'cases.submit'>,
): Promise<Output<'cases.submit'> | Rejection> {
  const item = await serviceItem(input.serviceCode);
  if (!item) return reject('SERVICE_NOT_FOUND', { serviceCode: '没有这个事项。' });
  const request = requestOf(asker, item, input, context);
  if (isRejection(request)) return request;
  const { _id: residentId, unit } = asker.resident;
  const { community, grid } = unit;
  const [hours, policy] = await Promise.all([hoursOf(community), policyFor(unit)]);
  const gridName = grid === undefined ? undefined : (await org(grid))?.name;

  const complaintTo = await complaintFrom(request.note, unit);

  for (let draw = 0; draw < TRIES; draw += 1) {
    const earlier = await earlierCases(residentId, item.code);
    const same = earlier.find((kase) => kase.requestId === context.requestId);
    if (same) {
      const whole = (await get('cases', same._id)) ?? same;
      return { ...answerOf(whole, context.requestId), existing: false };
    }
    const open = sameMatter(earlier, { ...request, isComplaint: complaintTo !== undefined });
    if (open) {
      const known = await joined(context, await get('cases', open._id), request);
      if (known) return { caseId: known._id, no: known.no, state: known.state, existing: true };
      continue;
    }

    const before = earlier[0]?.nth ?? 0;
    const kase = openCase({ ...request, gridName, before, draw, complaintTo }, policy, hours, context.now);
    const when = { at: context.now, requestId: context.requestId };
    if (complaintTo) {
      if (!(await add('cases', kase))) continue;
      return { caseId: kase._id, no: kase.no, state: kase.state, existing: false };
    }
    const placed = await place(undefined, kase, new Street(kase.unit.street, context.now), when);
    if (placed) return { caseId: placed._id, no: placed.no, state: placed.state, existing: false };
    // The id is taken: the other request of the same moment won. Or the number is: draw another.
  }
  return reject('BUSY');
}

/** The unit that holds what complains of the staff; undefined where the words do not. */
async function complaintFrom(note: string, unit: Unit): Promise<Unit | undefined> {
  const names = (await agentsNear(unit.street)).map(({ name }) => name);
  return isComplaint(note, names) ? complaintUnit(unit, await unitsOf(unit)) : undefined;
}

/** The open case with what was said now; undefined where it was changed meanwhile, or has ended. */
async function joined(
  { now, who, requestId }: Context,
  kase: CaseDoc | undefined,
  request: Pick<Request, 'item' | 'subtype' | 'note' | 'by'>,
): Promise<CaseDoc | undefined> {
  if (!kase || !isOpen(kase.state)) return undefined;
  const isRepeat = kase.events.some((event) => event.requestId === requestId && event.by.id === who._id);
  if (isRepeat || saysAlready(kase, request)) return kase;
  const { text, change } = added(kase, request, await hoursOf(kase.unit.community), now);
  const by = request.by ?? { part: 'resident', id: who._id, name: who.name };
  const next = mustAdvance(kase, { do: 'add', by, at: now, requestId, text }, change);
  return (await replace(kase, next)) ? next : undefined;
}

/** This resident's cases of this item, newest first; only the newest few matter. */
function earlierCases(residentId: string, serviceCode: string): Promise<CaseDoc[]> {
  return find(
    'cases',
    { residentId, serviceCode },
    { orderBy: [['nth', 'desc']], limit: 5, without: ['events', 'outbox', 'candidates'] },
  );
}
