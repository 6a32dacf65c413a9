import type { ActionName } from '../../contract/actions';
import { type Rejection, reject } from '../../contract/errors';
import type { ServiceItem } from '../../contract/models';
import type { Facts, ServiceDoc, ServiceVersionDoc } from '../domain/documents';
import { versionOf } from '../domain/catalog/local';
import type { Context } from './context';
import type { Entry } from './journal';
import { mayOversee } from './rights';
import { get } from './store';

/** The id of a version of an item. */
export const versionId = (code: string, version: number): string => `${code}@${version}`;

/** The catalogue is the district's: who publishes answers for that. Errors: UNIT_NOT_YOURS. */
export function notOfDistrict(action: ActionName, { who }: Context): Rejection | undefined {
  const may = mayOversee(action, who, { district: who.unit.district });
  return may === true ? undefined : reject(may, { orgId: '服务目录由区里发布，请联系区管理员。' });
}

/** An item as it is this moment, and the number of its version; 0 where it is not published yet. */
export async function currentOf(code: string): Promise<{ doc?: ServiceDoc; version: number }> {
  const doc = await get('services', code);
  return { doc, version: versionOf(doc) };
}

/** The journal's entry of a change of an item. */
export function entryOf(
  { who }: Context,
  what: Entry['what'],
  { code, name }: Pick<ServiceItem, 'code' | 'name'>,
  after: Facts,
  before: Facts = {},
): Entry {
  const { district } = who.unit;
  return {
    unit: { district },
    orgId: district,
    what,
    about: { kind: 'item', id: code, name },
    before,
    after,
  };
}

/** The entry of a draft that is given up. */
export const droppedOf = (context: Context, { item, version }: ServiceVersionDoc): Entry =>
  entryOf(context, 'item.drop', item, {}, { version: `${sayVersion(version)}的草稿` });

export const sayVersion = (version: number): string => (version === 0 ? '' : `第${version}版`);
