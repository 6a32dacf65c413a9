import { isRejection, reject } from '../../contract/errors';
import { itemOf, localAt, withLocal } from '../domain/catalog/local';
import { currentOf } from '../kit/catalogue';
import type { HandlerOf } from '../kit/serve';
import { overseenUnit } from '../kit/units';

/** What a street or a community says otherwise of an item, and what would hold there without it. Errors: SERVICE_NOT_FOUND. */
export const local: HandlerOf<'catalog.local'> = async (context, { code, orgId }) => {
  const unit = await overseenUnit(context, 'catalog.local', orgId);
  if (isRejection(unit)) return unit;
  const { doc } = await currentOf(code);
  if (!doc) return reject('SERVICE_NOT_FOUND', { code: '没有这个事项。' });
  const { [orgId]: own = {}, ...others } = doc.local ?? {};
  const above = localAt({ local: others }, unit.unit);
  return { own, above: itemOf(withLocal(doc, above)), isOfferedAbove: above.offered !== false };
};
