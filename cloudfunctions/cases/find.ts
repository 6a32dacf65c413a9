import { isRejection } from '../../contract/errors';
import { soughtBy } from '../domain/case/sought';
import type { HandlerOf } from '../kit/serve';
import { is } from '../kit/store';
import { overseenUnit, unlessBarred, within } from '../kit/units';
import { listCases } from './list';

/** The cases of a unit that these words may mean, newest first: see `soughtBy`. */
export const find: HandlerOf<'cases.find'> = async (context, { orgId, text, cursor }) => {
  const unit = await overseenUnit(context, 'cases.find', orgId);
  if (isRejection(unit)) return unit;
  const { numbers, phone, name } = soughtBy(text, context.now);
  // Each with the unit inside: an index of every branch narrows, and none of them reaches beyond it.
  const ways = [
    ...(numbers.length > 0 ? [{ no: is.in(numbers) }] : []),
    ...(phone === undefined ? [] : [{ 'foundBy.phone': phone }]),
    ...(name ? [{ 'foundBy.name': name.key }, { 'assignment.agentName': is.in(name.written) }] : []),
  ].map((way) => ({ ...within(unit), ...way, ...unlessBarred(context.who) }));
  return ways.length === 0 ? { cases: [] } : listCases(is.or(ways), ['submittedAt', 'desc'], cursor, context);
};
