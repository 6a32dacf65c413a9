import type { ItemState } from '../../contract/models';
import { limits } from '../../contract/limits';
import { isStale } from '../domain/catalog/review';
import { versionOf } from '../domain/catalog/local';
import type { ServiceDoc, ServiceVersionDoc } from '../domain/documents';
import { notOfDistrict } from '../kit/catalogue';
import type { HandlerOf } from '../kit/serve';
import { find, is } from '../kit/store';

/** The catalogue as the office sees it: each item with its version and draft, then the drafts of items that are not published yet. */
export const drafts: HandlerOf<'catalog.drafts'> = async (context) => {
  const [items, open] = await Promise.all([
    find('services', { order: is.gte(0) }, { orderBy: [['order', 'asc']], limit: limits.items }),
    find('serviceVersions', { state: 'draft' }, { orderBy: [['at', 'desc']], limit: limits.items }),
  ]);
  const draftOf = (code: string) => open.find((one) => one.code === code);
  const isNew = ({ code }: ServiceVersionDoc) => !items.some((item) => item.code === code);
  return {
    items: [
      ...items.map((item) => stateOf(item, draftOf(item.code), context.now)),
      ...open.filter(isNew).map((draft): ItemState => ({
        code: draft.code,
        name: draft.item.name,
        category: draft.item.category,
        version: 0,
        isStale: false,
        draft: infoOf(draft),
        locals: 0,
      })),
    ],
    canPublish: notOfDistrict('catalog.publish', context) === undefined,
  };
};

const infoOf = ({ version, rev, at, by }: ServiceVersionDoc) => ({ version, rev, at, by: by.name });

function stateOf(doc: ServiceDoc, draft: ServiceVersionDoc | undefined, now: number): ItemState {
  const { code, name, category, publishedAt, reviewedAt, local = {} } = doc;
  return {
    code,
    name,
    category,
    version: versionOf(doc),
    publishedAt,
    reviewedAt,
    isStale: isStale(doc, now),
    draft: draft && infoOf(draft),
    locals: Object.keys(local).length,
  };
}
