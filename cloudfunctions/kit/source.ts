import type { Parsed } from '../../contract/actions';
import { type Rejection, reject } from '../../contract/errors';
import type { Source } from '../../contract/models';
import { maskText } from '../domain/mask';
import { serviceItem } from './reference';

/** What an answer stands on, as it is kept: an item by the catalogue's name. Errors: SOURCE_NEEDED, SERVICE_NOT_FOUND. */
export async function sourceOf(said: Parsed<'cases.reply'>['source']): Promise<Source | Rejection> {
  if (!said) return reject('SOURCE_NEEDED', { source: '请写依据。' });
  const { kind, name, no, day } = said;
  if (kind !== 'item') return { kind, name: maskText(name), no: no && maskText(no), day };
  const item = await serviceItem(name);
  return item
    ? { kind, name: item.name, code: item.code }
    : reject('SERVICE_NOT_FOUND', { 'source.name': '没有这个事项，请重新选。' });
}
