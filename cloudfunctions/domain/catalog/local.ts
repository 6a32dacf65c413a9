import { type Rejection, reject } from '../../../contract/errors';
import type { LocalContent, ServiceItem } from '../../../contract/models';
import type { ServiceDoc, Unit } from '../documents';

/** What a community or a street says otherwise of an item: phones, hours, place, a shorter promise, or that it is not done there. */

/** The nearest unit has the last word, but a promise only gets shorter, and what is not done above is not done below. */
function under(above: LocalContent, own: LocalContent): LocalContent {
  const promises = [above.promisedWorkingDays, own.promisedWorkingDays].filter((days) => days !== undefined);
  return {
    ...above,
    ...own,
    ...(promises.length > 0 ? { promisedWorkingDays: Math.min(...promises) } : {}),
    ...(above.offered === false || own.offered === false ? { offered: false } : {}),
  };
}

/** What holds at a place: the street's words with the community's over them. Empty where neither says anything. */
export function localAt({ local = {} }: Pick<ServiceDoc, 'local'>, unit: Unit | undefined): LocalContent {
  const ids = [unit?.street, unit?.community].filter((id) => id !== undefined);
  return ids.reduce<LocalContent>((above, id) => under(above, local[id] ?? {}), {});
}

/** An item with what is said otherwise of it. */
export function withLocal<Item extends ServiceItem>(item: Item, local: LocalContent): Item {
  const { offered: _, promisedWorkingDays: days, ...words } = local;
  if (days === undefined) return { ...item, ...words };
  const shorter = (promised: number) => Math.min(promised, days);
  return {
    ...item,
    ...words,
    promisedWorkingDays: shorter(item.promisedWorkingDays),
    subtypes: item.subtypes.map((one) =>
      one.promisedWorkingDays === undefined
        ? one
        : { ...one, promisedWorkingDays: shorter(one.promisedWorkingDays) },
    ),
  };
}

/** An item as it is at a place, whether it is done there, and what a case keeps of what was told of it. */
export function itemAt(doc: ServiceDoc, unit: Unit | undefined) {
  const { offered = true, ...local } = localAt(doc, unit);
  return {
    offered,
    item: withLocal(doc, local),
    told: { version: versionOf(doc), local: Object.keys(local).length > 0 ? local : undefined },
  };
}

/** An item without what only the office has of it. */
export function itemOf({
  _id,
  order,
  version,
  publishedAt,
  reviewedAt,
  local,
  learned,
  ...item
}: ServiceDoc): ServiceItem {
  return item;
}

export const versionOf = (doc: Pick<ServiceDoc, 'version'> | undefined): number =>
  doc ? (doc.version ?? 1) : 0;

/** Is a danger among what can be reported? Such an item is taken everywhere, at any hour. */
const isOfDanger = ({ subtypes }: ServiceItem) => subtypes.some(({ urgency }) => urgency === 'urgent');

/** What a unit may not say of an item. Errors: BAD_INPUT. */
export function faultOfLocal(doc: ServiceDoc, own: LocalContent, above: LocalContent): Rejection | undefined {
  const { promisedWorkingDays: days, offered } = own;
  const most = withLocal(doc, above).promisedWorkingDays;
  if (days !== undefined && days > most)
    return reject('BAD_INPUT', { 'own.promisedWorkingDays': `上级承诺${most}个工作日，这里只能更短。` });
  if (offered === false && isOfDanger(doc))
    return reject('BAD_INPUT', { 'own.offered': '险情在哪里都要能报，这一项不能停。' });
  return undefined;
}
