import { reject } from '../../contract/errors';
import { itemOf } from '../domain/catalog/local';
import { currentOf, versionId } from '../kit/catalogue';
import type { HandlerOf } from '../kit/serve';
import { find, get } from '../kit/store';

/** What was published of an item, newest first. Errors: VERSION_NOT_FOUND. */
export const versions: HandlerOf<'catalog.versions'> = async (_, { code, version }) => {
  const [{ doc, version: current }, found, one] = await Promise.all([
    currentOf(code),
    find('serviceVersions', { code }, { orderBy: [['version', 'desc']], limit: 100, without: ['item'] }),
    version === undefined ? undefined : get('serviceVersions', versionId(code, version)),
  ]);
  const published = found.filter(({ state }) => state === 'published');
  // No draft was made of it yet: what is published is its only version.
  const rows =
    published.length === 0 && doc
      ? [{ version: current, at: doc.publishedAt ?? 0, by: '', isCurrent: true }]
      : published.map((row) => ({
          version: row.version,
          at: row.at,
          by: row.by.name,
          isCurrent: row.version === current,
          from: row.from,
        }));
  if (version === undefined) return { versions: rows };
  const item = version === current && doc ? itemOf(doc) : one?.state === 'published' ? one.item : undefined;
  return item ? { versions: rows, item } : reject('VERSION_NOT_FOUND', { version: `没有第${version}版。` });
};
