import type { Output, Parsed } from '../../contract/actions';
import { ofRequests, possibleFrom, sayFrom } from '../../contract/brakes';
import { type Rejection, isRejection, reject } from '../../contract/errors';
import { isOpen } from '../../contract/states';
import { openCase } from '../domain/case/case';
import { type Asker, requestOf } from '../domain/case/request';
import type { CaseDoc } from '../domain/documents';
import { answerOf } from '../kit/cases';
import type { Context } from '../kit/context';
import { Street, place } from '../kit/dispatch';
import { hoursOf, org, policyFor, serviceItem } from '../kit/reference';
import { enter } from '../kit/register';
import { find, get } from '../kit/store';

const TRIES = 5;

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
  const request = requestOf(asker, item, input, context);
  if (isRejection(request)) return request;
  const { _id: residentId, unit } = asker.resident;
  const { community, grid } = unit;
  const [hours, policy] = await Promise.all([hoursOf(community), policyFor(unit)]);
  const gridName = grid === undefined ? undefined : (await org(grid))?.name;

  for (let draw = 0; draw < TRIES; draw += 1) {
    const recent = await recentCases(residentId);
    const known = recent.filter((kase) => kase.serviceCode === item.code);
    // Older than as many others, or written while the clock was wrong: asked for by itself.
    const isAmong = draw === 0 && (known.length > 0 || recent.length < ofRequests.most);
    const earlier = isAmong ? known.sort((a, b) => b.nth - a.nth) : await earlierCases(residentId, item.code);
    const same = earlier.find((kase) => kase.requestId === context.requestId);
    if (same) {
      const whole = (await get('cases', same._id)) ?? same;
      return { ...answerOf(whole, context.requestId), existing: false };
    }
    const open = earlier.find((kase) => isOpen(kase.state));
    if (open) return { caseId: open._id, no: open.no, state: open.state, existing: true };

    // What staff write down for them keeps nobody from asking themselves.
    const isOwn = asker.channel === 'self';
    const times = recent.flatMap((kase) => ((kase.channel === 'self') === isOwn ? kase.submittedAt : []));
    const from = possibleFrom(times, ofRequests, context.now);
    if (from !== undefined) return reject('TOO_OFTEN', { serviceCode: sayFrom(from) });

    const before = earlier[0]?.nth ?? 0;
    // All that can be refused has been looked at: nothing is written before.
    if (asker.isNew && draw === 0) await enter(asker.resident);
    const kase = openCase({ ...request, gridName, before, draw }, policy, hours, context.now);
    const when = { at: context.now, requestId: context.requestId };
    const placed = await place(undefined, kase, new Street(kase.unit.street, context.now), when);
    if (placed) return { caseId: placed._id, no: placed.no, state: placed.state, existing: false };
    // The id is taken: the other request of the same moment won. Or the number is: draw another.
  }
  return reject('BUSY');
}

/** This resident's newest cases, as many as tell whether they ask too often. */
function recentCases(residentId: string): Promise<CaseDoc[]> {
  return find(
    'cases',
    { residentId },
    {
      orderBy: [['submittedAt', 'desc']],
      limit: ofRequests.most,
      without: ['events', 'outbox', 'candidates'],
    },
  );
}

/** This resident's cases of this item, newest first; only the newest few matter. */
function earlierCases(residentId: string, serviceCode: string): Promise<CaseDoc[]> {
  return find(
    'cases',
    { residentId, serviceCode },
    { orderBy: [['nth', 'desc']], limit: 5, without: ['events', 'outbox', 'candidates'] },
  );
}
