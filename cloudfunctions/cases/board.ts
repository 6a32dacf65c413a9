import type { Heap } from '../../contract/actions/cases';
import { isRejection } from '../../contract/errors';
import { OPEN } from '../../contract/states';
import type { OrgDoc } from '../domain/documents';
import type { HandlerOf } from '../kit/serve';
import { type Query, aggregate, countBy, is } from '../kit/store';
import { overseenUnit, within } from '../kit/units';
import { listCases } from './list';

/** The dispatch board of a unit: its open cases, or one heap of them. */
export const board: HandlerOf<'cases.board'> = async (context, { orgId, heap, cursor }) => {
  const { now } = context;
  const unit = await overseenUnit(context, 'cases.board', orgId);
  if (isRejection(unit)) return unit;
  const order: Parameters<typeof listCases>[1] =
    heap === 'waiting' ? ['submittedAt', 'asc'] : heap === 'overdue' ? ['redAt', 'asc'] : ['dueAt', 'asc'];
  const [page, counts] = await Promise.all([
    listCases(heapOf(unit, heap, now), order, cursor, 'manager', now),
    cursor === undefined ? countsOf(unit, now) : undefined,
  ]);
  return { ...page, counts };
};

function heapOf(unit: OrgDoc, heap: Heap, now: number): Query {
  switch (heap) {
    case 'open':
      return { ...within(unit), state: is.in(OPEN) };
    case 'waiting':
      return { ...within(unit), state: 'submitted' };
    case 'offered':
      return { ...within(unit), state: 'offered' };
    case 'overdue':
      return { ...within(unit), redAt: is.lt(now) };
    case 'escalated':
      return { escalatedTo: unit._id };
    case 'whistled':
      return { [`whistledTo.${unit.tier}`]: unit._id };
  }
}

async function countsOf(unit: OrgDoc, now: number): Promise<Partial<Record<Heap, number>>> {
  const overdue = aggregate.sum(aggregate.cond([aggregate.lt(['$redAt', now]), 1, 0]));
  const [states, escalated, whistled] = await Promise.all([
    countBy('cases', { ...within(unit), state: is.in(OPEN) }, ['state'], { overdue }),
    countBy('cases', heapOf(unit, 'escalated', now), []),
    countBy('cases', heapOf(unit, 'whistled', now), []),
  ]);
  const total = (of: (row: (typeof states)[number]) => number) =>
    states.reduce((sum, row) => sum + of(row), 0);
  const inState = (state: string) => total((row) => (row._id.state === state ? row.count : 0));
  return {
    open: total((row) => row.count),
    waiting: inState('submitted'),
    offered: inState('offered'),
    overdue: total((row) => Number(row.overdue)),
    escalated: escalated[0]?.count ?? 0,
    whistled: whistled.reduce((sum, row) => sum + row.count, 0),
  };
}
