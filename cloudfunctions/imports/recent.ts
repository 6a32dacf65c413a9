import { isRejection } from '../../contract/errors';
import type { HandlerOf } from '../kit/serve';
import { find } from '../kit/store';
import { unitFor, viewOf } from './view';

const SHOWN = 10;

/** What was imported for a unit, newest first. Errors: those of `unitFor`. */
export const recent: HandlerOf<'imports.recent'> = async (context, { orgId }) => {
  const unit = await unitFor(context, 'imports.recent', orgId);
  if (isRejection(unit)) return unit;
  const docs = await find('imports', { orgId: unit._id }, { orderBy: [['at', 'desc']], limit: SHOWN });
  return { imports: docs.map(viewOf) };
};
