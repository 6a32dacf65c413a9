import type { Heap } from '../../contract/actions/cases';
import { isRejection } from '../../contract/errors';
import { OPEN } from '../../contract/states';
import type { OrgDoc } from '../domain/documents';
import type { Context } from '../kit/context';
import { begunAlone } from '../kit/dispatch';
import type { HandlerOf } from '../kit/serve';
import { type Query, aggregate, countBy, is } from '../kit/store';
import { overseenUnit, unlessBarred, within } from '../kit/units';
import { listCases } from './list';

/** The dispatch board of a unit: its open cases, or one heap of them. */
export const board: HandlerOf<'cases.board'> = async (context, { orgId, heap, cursor }) => {
  const unit = await overseenUnit(context, 'cases.board', orgId);
  if (isRejection(unit)) return unit;
  const order: Parameters<typeof listCases>[1] = orders[heap] ?? ['dueAt', 'asc'];
  const [page, counts] = await Promise.all([
    listCases(heapOf(unit, heap, context), order, cursor, context),
    cursor === undefined ? countsOf(unit, context) : undefined,
  ]);
  return { ...page, counts };
};

const orders: Partial<Record<Heap, Parameters<typeof listCases>[1]>> = {
  waiting: ['submittedAt', 'asc'],
  overdue: ['redAt', 'asc'],
  rectify: ['rectifyBy', 'asc'],
};

function heapOf(unit: OrgDoc, heap: Heap, context: Context): Query {
  return { ...lyingIn(unit, heap, context), ...unlessBarred(context.who) };
}

function lyingIn(unit: OrgDoc, heap: Heap, { who, now }: Context): Query {
  switch (heap) {
    case 'open':
      return { ...within(unit), state: is.in(OPEN) };
    case 'waiting':
      return { ...within(unit), state: 'submitted', ...begunAlone };
    case 'offered':
      return { ...within(unit), state: 'offered' };
    case 'overdue':
      return { ...within(unit), redAt: is.lt(now) };
    case 'escalated':
      return { escalatedTo: unit._id };
    case 'rectify':
      // A manager who had the case in hand must not learn of its review, even where they oversee the unit.
      return { ...within(unit), rectifyBy: is.gt(0), 'assignment.agentId': is.neq(who._id) };
    case 'whistled':
      return { [`whistledTo.${unit.tier}`]: unit._id };
  }
}

/** One count for all heaps: a case of the unit, escalated to it or asked of it, may lie in several. */
async function countsOf(unit: OrgDoc, context: Context): Promise<Record<Heap, number>> {
  const rows = await countBy(
    'cases',
    is.or([
      heapOf(unit, 'open', context),
      heapOf(unit, 'escalated', context),
      heapOf(unit, 'rectify', context),
      ...(unit.tier === 'street' || unit.tier === 'district' ? [heapOf(unit, 'whistled', context)] : []),
    ]),
    {
      state: 'state',
      isWaiting: 'isWaiting',
      within: `unit.${unit.tier}`,
      escalatedTo: 'escalatedTo',
      asked: `whistledTo.${unit.tier}`,
    },
    {
      overdue: aggregate.sum(aggregate.cond([aggregate.lt(['$redAt', context.now]), 1, 0])),
      rectify: aggregate.sum(
        aggregate.cond([
          aggregate.and([
            aggregate.gt(['$rectifyBy', 0]),
            aggregate.neq(['$assignment.agentId', context.who._id]),
          ]),
          1,
          0,
        ]),
      ),
    },
  );
  const total = (
    isIn: (id: Record<string, unknown>) => boolean,
    of = (row: (typeof rows)[number]) => row.count,
  ) => rows.filter((row) => isIn(row._id)).reduce((sum, row) => sum + of(row), 0);
  const ours = (id: Record<string, unknown>) => id.within === unit._id;
  return {
    open: total((id) => ours(id) && OPEN.some((state) => state === id.state)),
    waiting: total((id) => ours(id) && id.state === 'submitted' && id.isWaiting !== true),
    offered: total((id) => ours(id) && id.state === 'offered'),
    overdue: total(ours, (row) => Number(row.overdue)),
    rectify: total(ours, (row) => Number(row.rectify)),
    escalated: total((id) => id.escalatedTo === unit._id),
    whistled: total((id) => id.asked === unit._id),
  };
}
