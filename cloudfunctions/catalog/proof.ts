import { reject } from '../../contract/errors';
import { faultsOfItem } from '../domain/catalog/complete';
import { itemOf } from '../domain/catalog/local';
import { currentOf, versionId } from '../kit/catalogue';
import { serviceItems } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { get } from '../kit/store';

/** One item as it is edited: what is published, and the draft over it. Errors: SERVICE_NOT_FOUND. */
export const proof: HandlerOf<'catalog.proof'> = async (_, { code }) => {
  const [{ doc, version }, items] = await Promise.all([currentOf(code), serviceItems()]);
  const next = await get('serviceVersions', versionId(code, version + 1));
  const item = doc && itemOf(doc);
  const draft = next?.state === 'draft' ? next : undefined;
  const shown = draft?.item ?? item;
  if (!shown) return reject('SERVICE_NOT_FOUND', { code: '没有这个事项。' });
  return {
    version,
    item,
    draft: draft && {
      version: draft.version,
      rev: draft.rev,
      at: draft.at,
      by: draft.by.name,
      item: draft.item,
    },
    faults: faultsOfItem(shown, [...items.map((one) => one.code), code]),
    learned: doc?.learned ?? [],
  };
};
