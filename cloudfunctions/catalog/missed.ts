import { isRejection } from '../../contract/errors';
import { findPage } from '../kit/page';
import type { HandlerOf } from '../kit/serve';
import { overseenUnit } from '../kit/units';

/** What was searched in vain, most frequent first: words of the whole district, and nothing of who searched. */
export const missed: HandlerOf<'catalog.missed'> = async (context, { orgId, cursor }) => {
  const unit = await overseenUnit(context, 'catalog.missed', orgId);
  if (isRejection(unit)) return unit;
  const page = await findPage('missed', { open: true }, ['count', 'desc'], cursor);
  return {
    words: page.rows.map(({ text, count, lastAt }) => ({ text, count, lastAt })),
    cursor: page.cursor,
  };
};
